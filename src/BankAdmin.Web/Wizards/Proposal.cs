using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Web.Wizards;

/// <summary>What an input would change, judged on current data: the confirm page shows it, 実行 commits it.</summary>
/// <param name="Violations">Everything that is wrong, of all steps, then by the domain's rules.</param>
/// <param name="Sheet">Its rows; null where the input cannot be read.</param>
public sealed record Proposal(IReadOnlyList<Violation> Violations, Sheet? Sheet)
{
    /// <summary>Marks of the rows for the draft; empty while something is wrong.</summary>
    public string ShownMarks => Violations.Count == 0 && Sheet is not null ? ShownSheet.Marks(Sheet) : "";

    public static async Task<Proposal> OfAsync<TInput, TSubject>(
        Wizard<TInput, TSubject> wizard, OpenDraft<TInput, TSubject> open, TInput input, CancellationToken ct)
        where TInput : class, new()
        where TSubject : Subject<TInput>
    {
        var subject = open.Subject;
        var shape = wizard.Steps.SelectMany(step => step.Check(subject, input)).ToList();
        if (shape.Count > 0)
        {
            return new Proposal(shape, null);
        }

        var sheet = wizard.SheetOf(subject, open.Base, input);
        var rules = await wizard.CheckAsync(subject, input, ct);
        return new Proposal(
            rules.Count == 0 && sheet is { Compares: true, ChangedCount: 0 } ? [new Violation(ErrorCodes.NothingChanged, "")] : rules,
            sheet);
    }
}
