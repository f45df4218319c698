using BankAdmin.Web.Forms;
using FluentValidation;

namespace BankAdmin.Web.Features.Companies.ChangeMemos;

/// <summary>Memos as typed, in the order of the contract.</summary>
public sealed record MemosForm
{
    /// <summary>One memo an item.</summary>
    public List<string?> Memos { get; set; } = [];

    /// <summary>The shape of the form.</summary>
    public sealed class Validator : AbstractValidator<MemosForm>
    {
        /// <summary>States it.</summary>
        public Validator(int maxLength) => RuleForEach(form => form.Memos).Memo(maxLength);
    }
}
