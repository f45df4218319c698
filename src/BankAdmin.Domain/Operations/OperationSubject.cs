namespace BankAdmin.Domain.Operations;

/// <summary>What kind of thing an operation was done to.</summary>
public enum SubjectKind
{
    /// <summary>A user.</summary>
    Person,

    /// <summary>A company, by its contract number.</summary>
    Company,

    /// <summary>A fee table of the company, by its stable code.</summary>
    FeeTable,

    /// <summary>A standard schedule of the bank, by the day it is in force from.</summary>
    StandardFees,

    /// <summary>A result, by its 受付番号.</summary>
    Receipt,

    /// <summary>A record of the history that has no 受付番号, by its place in its chain.</summary>
    Record,
}

/// <summary>What or whom an operation was done to, as it was then.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Stable key within its kind; a person's is internal, so that it outlives a change of the login ID.</param>
/// <param name="Name">What it was called.</param>
/// <param name="LoginId">A person's login ID; null: no person.</param>
public sealed record OperationSubject(SubjectKind Kind, string Key, string Name, string? LoginId = null)
{
    /// <summary>The key among those of all kinds, by which what was done to it is found.</summary>
    public string FullKey => $"{Kind}:{Key}";

    /// <summary>What it is called, with what tells it from others of that name.</summary>
    public string Title => Kind switch
    {
        SubjectKind.Person => $"{Name}（{LoginId}）",
        SubjectKind.Company => $"{Name}（{Key}）",
        SubjectKind.Receipt => $"{Name}（受付番号 {Key}）",
        SubjectKind.Record => $"{Name}（{Key}件目の記録）",
        SubjectKind.FeeTable or SubjectKind.StandardFees => Name,
        _ => throw new InvalidOperationException($"Unknown kind of subject {Kind}."),
    };

    /// <summary>Whoever acts, where it is done to themselves: a login.</summary>
    public static OperationSubject Of(Person person) => new(SubjectKind.Person, person.Id.ToString(), person.Name, person.LoginName);

    /// <summary>A result.</summary>
    public static OperationSubject Of(Receipt receipt) => new(SubjectKind.Receipt, receipt.Number, receipt.Title);
}
