using System.Text.Json.Serialization;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Wizards;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BankAdmin.Web.Features.Companies.ChangeMemos;

/// <summary>Memos as typed, in the order of the contract.</summary>
public sealed record MemosForm
{
    /// <summary>Keys of what the memos are of.</summary>
    [JsonIgnore]
    public List<string?> Keys { get; set; } = [];

    [JsonIgnore]
    public List<string?> Memos { get; set; } = [];

    /// <summary>The same as a draft keeps it.</summary>
    [BindNever]
    public Dictionary<string, string?> ByKey
    {
        get => KeyedRows.ByKey(Keys, Memos);
        init => (Keys, Memos) = ([.. value.Keys], [.. value.Values]);
    }

    /// <summary>The memos of these things.</summary>
    public MemosForm FitTo(IReadOnlyList<MemoItem> items) =>
        new()
        {
            Keys = items.Select(string? (item) => item.Key).ToList(),
            Memos = KeyedRows.Of(items.Select(item => item.Key), Keys, Memos),
        };

    public sealed class Validator : AbstractValidator<MemosForm>
    {
        public Validator(int maxLength) => RuleForEach(form => form.Memos).Memo(maxLength);
    }
}
