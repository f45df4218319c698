namespace BankAdmin.Domain.Operations;

/// <summary>A column of a matrix: a right, as it was called then.</summary>
/// <param name="Key">Key of the right.</param>
/// <param name="Item">The item it stands under; columns of one item are neighbours.</param>
/// <param name="Name">What it is called there.</param>
public sealed record MatrixColumn(string Key, string Item, string Name);

/// <summary>A row of a matrix: a user.</summary>
/// <param name="LoginId">Login ID.</param>
/// <param name="Name">利用者名.</param>
/// <param name="Role">利用者区分.</param>
/// <param name="State">サービス状態.</param>
/// <param name="Held">A character a column, so that a record of the history holds thousands of users: 1 where held, 0 where not.</param>
public sealed record MatrixRow(string LoginId, string Name, string Role, string State, string Held)
{
    /// <summary>証明書状態, トークン状態: what <see cref="Matrix.Credentials"/> names.</summary>
    public IReadOnlyList<string> Credentials { get; init; } = [];

    /// <summary>What stands before the marks, in the order of <see cref="Matrix.Heads"/>.</summary>
    public IReadOnlyList<string> Texts() => [LoginId, Name, Role, State, .. Credentials];

    /// <summary>Whether the right of a column is held.</summary>
    public bool IsGranted(int column) => Held[column] == '1';
}

/// <summary>Who holds which right: 利用者 × 権限. The page, the CSV file and the PDF are all drawn from it.</summary>
/// <param name="Columns">The rights.</param>
/// <param name="Rows">The users.</param>
public sealed record Matrix(IReadOnlyList<MatrixColumn> Columns, IReadOnlyList<MatrixRow> Rows)
{
    /// <summary>証明書状態, トークン状態, as far as the contract has them.</summary>
    public IReadOnlyList<string> Credentials { get; init; } = [];

    /// <summary>Heads of what stands before the marks.</summary>
    public IReadOnlyList<string> Heads() => ["ログインID", "利用者名", "利用者区分", "サービス状態", .. Credentials];

    /// <summary>The items over the columns, in order, each with its columns.</summary>
    public IEnumerable<IGrouping<string, MatrixColumn>> Items() => Columns.GroupBy(column => column.Item);
}
