using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace BankAdmin.Architecture.Tests.SqlServer;

/// <summary>What in a WHERE or ON keeps SQL Server from using an index.</summary>
internal sealed class FilterFaults : TSqlFragmentVisitor
{
    public const string OrOverParameter = "OR over a parameter";
    public const string FunctionOnColumn = "a function on a column";
    public const string LeadingWildcard = "LIKE with a leading %";

    /// <summary>Tables of which there is never much.</summary>
    private static readonly string[] Small = ["StandardFees", "StandardFeesBands", "DataProtectionKeys"];

    private readonly HashSet<string> small;
    private readonly SortedSet<string> found = new(StringComparer.Ordinal);

    private FilterFaults(IEnumerable<string> small) => this.small = [.. small];

    /// <summary>The faults of a statement, each once.</summary>
    /// <exception cref="FormatException">It is no T-SQL.</exception>
    public static IReadOnlyCollection<string> In(string statement)
    {
        var parsed = new TSql170Parser(initialQuotedIdentifiers: true).Parse(new StringReader(statement), out var errors);
        if (errors.Count > 0)
        {
            throw new FormatException($"{errors[0].Message} {statement}");
        }

        var tables = new Tables();
        parsed.Accept(tables);
        var faults = new FilterFaults(tables.Aliases.Where(table => Small.Contains(table.Name)).Select(table => table.Alias));
        parsed.Accept(faults);
        return faults.found;
    }

    public override void Visit(WhereClause node) => Judge(node.SearchCondition);

    public override void Visit(QualifiedJoin node) => Judge(node.SearchCondition);

    // Queries inside a condition have a WHERE of their own, which is visited by itself.
    private void Judge(BooleanExpression condition)
    {
        var conditions = new Conditions(small);
        condition.Accept(conditions);
        found.UnionWith(conditions.Found);
    }

    private static bool Reads(TSqlFragment part, HashSet<string> small)
    {
        var columns = new Columns(small);
        part.Accept(columns);
        return columns.Any;
    }

    private sealed class Tables : TSqlFragmentVisitor
    {
        public List<(string Alias, string Name)> Aliases { get; } = [];

        public override void Visit(NamedTableReference node)
        {
            var name = node.SchemaObject.BaseIdentifier.Value;
            Aliases.Add((node.Alias?.Value ?? name, name));
        }
    }

    private sealed class Conditions(HashSet<string> small) : TSqlFragmentVisitor
    {
        private static readonly HashSet<string> None = [];

        public SortedSet<string> Found { get; } = new(StringComparer.Ordinal);

        public override void ExplicitVisit(QuerySpecification node)
        {
        }

        public override void Visit(BooleanBinaryExpression node)
        {
            if (node.BinaryExpressionType == BooleanBinaryExpressionType.Or
                && !(Reads(node.FirstExpression, None) && Reads(node.SecondExpression, None)))
            {
                Found.Add(OrOverParameter);
            }
        }

        public override void Visit(LikePredicate node)
        {
            // EF puts the % into the value of a parameter and says so in its name.
            if (node.SecondExpression is StringLiteral { Value: ['%', ..] }
                || (node.SecondExpression is VariableReference parameter
                    && new[] { "_contains", "_endswith" }.Any(kind => parameter.Name.Contains(kind, StringComparison.Ordinal))))
            {
                Found.Add(LeadingWildcard);
            }
        }

        public override void Visit(PrimaryExpression node)
        {
            if (node is FunctionCall or CastCall or ConvertCall or TryCastCall or TryConvertCall
                    or CoalesceExpression or NullIfExpression or IIfCall or CaseExpression
                && Reads(node, small))
            {
                Found.Add(FunctionOnColumn);
            }
        }
    }

    private sealed class Columns(HashSet<string> small) : TSqlFragmentVisitor
    {
        public bool Any { get; private set; }

        public override void Visit(ColumnReferenceExpression node) =>
            Any |= node.MultiPartIdentifier is { } name && !small.Contains(name.Identifiers[0].Value);
    }
}
