namespace BankAdmin.Architecture.Tests.SqlServer;

/// <summary>
/// No filter hides its index from SQL Server: its own parser reads every query of the program, and each WHERE and ON is
/// looked at. What is excused is bounded by something else.
/// </summary>
public sealed class FilterTests
{
    /// <summary>The method, what is wrong with its filters, and why it may be.</summary>
    private static readonly (string Method, string Fault, string Reason)[] Excused =
    [
        ("ListPage.ReadAsync", FilterFaults.LeadingWildcard, "a search by part of a name, within one company"),
        ("ListPage.ReadAsync", FilterFaults.FunctionOnColumn, "サービス状態 is worked out of several rows, within one company"),
        ("HistoryRows.ReadAsync", FilterFaults.LeadingWildcard, "within the records of blocks that may hold it"),
        ("HistoryRows.ReadAsync", FilterFaults.FunctionOnColumn, "the same"),
        ("HistorySearch.DaysAsync", FilterFaults.LeadingWildcard, "the same"),
        ("HistorySearch.DaysAsync", FilterFaults.FunctionOnColumn, "the same"),
    ];

    [Fact]
    public async Task Every_filter_can_be_answered_by_an_index()
    {
        var found = new List<string>();
        var used = new HashSet<(string, string)>();
        foreach (var use in QueryTests.Names.Select(name => name.Data))
        {
            foreach (var statement in (await QueryTests.RunAsync(use)).DistinctBy(statement => statement.Text))
            {
                foreach (var fault in FilterFaults.In(statement.Text))
                {
                    var excuses = Excused.Where(excused => excused.Fault == fault && statement.Methods[0] == excused.Method).ToList();
                    used.UnionWith(excuses.Select(excused => (excused.Method, excused.Fault)));
                    if (excuses.Count == 0)
                    {
                        found.Add($"{use}: {fault}, by {statement.Methods[0]}: {statement.Text}");
                    }
                }
            }
        }

        found.ShouldBeEmpty();
        Excused.Where(excused => !used.Contains((excused.Method, excused.Fault))).ShouldBeEmpty("These are right by now.");
    }

    [Theory]
    [InlineData("SELECT 1 FROM [Users] AS [u] WHERE @all = 1 OR [u].[CompanyId] = @c", FilterFaults.OrOverParameter)]
    [InlineData("SELECT 1 FROM [Users] AS [u] WHERE [u].[Suspended] = 0 AND (@c IS NULL OR [u].[CompanyId] = @c)",
        FilterFaults.OrOverParameter)]
    [InlineData("SELECT 1 FROM [Users] AS [u] JOIN [Companies] AS [c] ON @all = 1 OR [c].[Id] = [u].[CompanyId]",
        FilterFaults.OrOverParameter)]
    [InlineData("DELETE FROM [u] FROM [Users] AS [u] WHERE @all = 1 OR [u].[Id] = @id", FilterFaults.OrOverParameter)]
    [InlineData("UPDATE [u] SET [Name] = N'' FROM [Users] AS [u] WHERE LOWER([u].[LoginId]) = @id", FilterFaults.FunctionOnColumn)]
    [InlineData("SELECT 1 FROM [Users] AS [u] WHERE CAST([u].[DeletedAtUtc] AS date) = @day", FilterFaults.FunctionOnColumn)]
    [InlineData("SELECT 1 FROM [Users] AS [u] WHERE EXISTS (SELECT 1 FROM [UserRights] AS [r] WHERE COALESCE([r].[Right], N'') = @r)",
        FilterFaults.FunctionOnColumn)]
    [InlineData("SELECT 1 FROM [Users] AS [u] WHERE [u].[Name] LIKE @name_contains ESCAPE N'\\'", FilterFaults.LeadingWildcard)]
    [InlineData("SELECT 1 FROM [Users] AS [u] WHERE [u].[Name] LIKE N'%x'", FilterFaults.LeadingWildcard)]
    [InlineData("SELECT LOWER([u].[Name]) FROM [Users] AS [u] WHERE ([u].[Id] = @id OR [u].[Name] = @name)"
        + " AND [u].[Name] LIKE @name_startswith", null)]
    [InlineData("SELECT 1 FROM [StandardFees] AS [f] WHERE YEAR([f].[EffectiveFrom]) = @year", null)]
    public void Counter_examples_are_found(string statement, string? fault) =>
        FilterFaults.In(statement).ShouldBe(fault is null ? [] : [fault]);

    [Fact]
    public void What_is_no_T_SQL_is_found() => Should.Throw<FormatException>(() => FilterFaults.In("SELECT 1 FROM [Users] LIMIT 1"));
}
