using System.Text.Json.Serialization;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Persistence;
using FluentValidation;

namespace BankAdmin.Web.Features.Users.ChooseUsers;

/// <summary>
/// What is chosen in a list of users, over all its pages and searches. People are named by their internal key: a login ID may be
/// another's a minute later.
/// </summary>
public sealed record ChosenUsersForm
{
    /// <summary>The choice that leaves somebody as they are.</summary>
    public const string Keep = "Keep";

    /// <summary>The choice where there is only one.</summary>
    public const string Selected = "Selected";

    public string? Q { get; set; }

    /// <summary>The page that is shown, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>What is chosen for a person.</summary>
    public Dictionary<string, string?> Choice { get; set; } = [];

    /// <summary>The one person that is chosen, as a list posts it that lets only one be.</summary>
    [JsonIgnore]
    public string? Only { get; set; }

    /// <summary>What the row showed of a person when it was chosen.</summary>
    public Dictionary<string, string?> Shown { get; set; } = [];

    /// <summary>The people something is chosen for.</summary>
    [JsonIgnore]
    public IReadOnlyList<Guid> Ids => Choice.Keys.Select(key => Guid.TryParse(key, out var id) ? id : Guid.Empty).ToList();

    /// <summary>What a row shows: what was chosen was chosen for exactly this.</summary>
    /// <param name="row">The person.</param>
    /// <param name="state">The state the list is about.</param>
    public static string Showing(UserRow row, string state) => $"{state} {row.LoginId} {row.Name}";

    /// <summary>What is chosen for a person; null: nothing.</summary>
    public string? Of(UserRow row) => Choice.GetValueOrDefault(row.Id.ToString());

    /// <summary>Puts what a page posts in the place of what was chosen on it before; the other pages stay.</summary>
    public ChosenUsersForm With(ChosenUsersForm posted)
    {
        if (posted.Only is { Length: > 0 } only)
        {
            return posted with { Only = null, Choice = new() { [only] = Selected } };
        }

        var chosen = posted.Choice.Where(choice => choice.Value is not (null or "" or Keep)).ToDictionary();
        var shown = posted.Shown.Where(row => chosen.ContainsKey(row.Key)).ToDictionary();
        return posted with
        {
            Choice = Choice.Where(choice => !posted.Shown.ContainsKey(choice.Key)).Union(chosen).ToDictionary(),
            Shown = Shown.Where(row => !posted.Shown.ContainsKey(row.Key)).Union(shown).ToDictionary(),
        };
    }

    /// <summary>Without what was chosen for these.</summary>
    public ChosenUsersForm Without(IReadOnlyCollection<string> keys) => this with
    {
        Choice = Choice.Where(choice => !keys.Contains(choice.Key)).ToDictionary(),
        Shown = Shown.Where(row => !keys.Contains(row.Key)).ToDictionary(),
    };

    /// <summary>Shape: somebody, and only what some row could offer.</summary>
    public sealed class Validator : AbstractValidator<ChosenUsersForm>
    {
        public Validator(ChoiceList list)
        {
            var offered = list.Choices.Select(choice => choice.Value).ToHashSet();
            RuleFor(form => form.Choice).Cascade(CascadeMode.Stop)
                .Must(choices => choices.Count > 0 || list.Kind == ChoiceKind.State).WithErrorCode(ErrorCodes.Required)
                .Must(choices => choices.Values.All(choice => offered.Contains(choice!))).WithErrorCode(ErrorCodes.OutOfRange)
                .OverridePropertyName(list.Field);
        }
    }
}
