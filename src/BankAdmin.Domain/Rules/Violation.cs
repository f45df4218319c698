namespace BankAdmin.Domain.Rules;

/// <summary>
/// A rule that a proposal breaks. The code is that of spec screens.md §3; the text a person reads is looked up by it.
/// </summary>
/// <param name="Code">E-… for an error.</param>
/// <param name="Field">Key of the input at fault, e.g. <c>accountLimits[0].adHoc</c>; empty where none is.</param>
/// <param name="Arguments">What the text names: amounts (<see cref="Yen"/>), names, counts.</param>
public sealed record Violation(string Code, string Field, params object[] Arguments);

/// <summary>Thrown by an aggregate that was asked for what its own check forbids: a programming error, never a message.</summary>
public sealed class RulesBrokenException(IReadOnlyList<Violation> violations)
    : InvalidOperationException("Rules broken: " + string.Join(", ", violations.Select(v => $"{v.Code} at '{v.Field}'")))
{
    /// <summary>The rules that were broken, one at least.</summary>
    public IReadOnlyList<Violation> Violations { get; } = violations;

    /// <summary>Throws when there is any violation.</summary>
    public static void ThrowIfAny(IEnumerable<Violation> violations)
    {
        var broken = violations.ToList();
        if (broken.Count > 0)
        {
            throw new RulesBrokenException(broken);
        }
    }
}
