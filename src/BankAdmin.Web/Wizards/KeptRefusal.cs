using System.Security.Cryptography;
using BankAdmin.Domain;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Web.Wizards;

/// <summary>What a text names, as a draft keeps it: one of the three.</summary>
/// <param name="Yen">An amount, in whole yen.</param>
public sealed record KeptArgument(string? Text, long? Number, long? Yen)
{
    public static KeptArgument Of(object argument) => argument switch
    {
        Yen amount => new(null, null, amount.Amount),
        int or long => new(null, Convert.ToInt64(argument, System.Globalization.CultureInfo.InvariantCulture), null),
        _ => new(argument.ToString(), null, null),
    };

    public object ToValue() => Yen is { } amount ? new Yen(amount) : (object?)Number ?? Text!;
}

/// <summary>
/// A refusal as its draft keeps it for a browser without script. Such a browser is led to a page with an address of its own (303) and
/// asks for it: the answer to a post would stand in its history, and Back would ask whether to send it once more.
/// </summary>
/// <param name="Key">Its key, in the address.</param>
/// <param name="Page">The page it was of.</param>
/// <param name="Revision">The draft it was of: once that has gone on, the refusal says nothing any more.</param>
/// <param name="Trouble">Why.</param>
/// <param name="Violations">What is wrong.</param>
/// <param name="InputJson">What was typed, which another tab may have kept from being saved.</param>
/// <param name="Conflict">What somebody else changed.</param>
public sealed record KeptRefusal(
    string Key, string Page, int Revision, Trouble Trouble, IReadOnlyList<KeptRefusal.Rule> Violations, string? InputJson,
    SubjectConflict? Conflict)
{
    private const int KeyBytes = 8;

    /// <summary>A violation.</summary>
    public sealed record Rule(string Code, string Field, IReadOnlyList<KeptArgument> Arguments)
    {
        public static Rule Of(Violation violation) =>
            new(violation.Code, violation.Field, violation.Arguments.Select(KeptArgument.Of).ToList());

        public Violation ToViolation() => new(Code, Field, Arguments.Select(argument => argument.ToValue()).ToArray());
    }

    public static KeptRefusal Of(
        string page, int revision, Trouble trouble, IReadOnlyList<Violation> violations, string? inputJson, SubjectConflict? conflict) =>
        new(
            RandomNumberGenerator.GetHexString(KeyBytes * 2, lowercase: true), page, revision, trouble, violations.Select(Rule.Of).ToList(),
            inputJson, conflict);

    /// <summary>Whether it is what the page is asked to show.</summary>
    public bool IsOf(string page, int revision, string? key) => (Page, Revision, Key) == (page, revision, key);

    public IReadOnlyList<Violation> ToViolations() => Violations.Select(rule => rule.ToViolation()).ToList();
}
