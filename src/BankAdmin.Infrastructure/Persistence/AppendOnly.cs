namespace BankAdmin.Infrastructure.Persistence;

/// <summary>Triggers that refuse every change of a written history row, one set for each engine.</summary>
public static class AppendOnly
{
    /// <summary>Statements for SQLite.</summary>
    public static readonly IReadOnlyList<string> Sqlite =
    [
        """
        CREATE TRIGGER "TR_OperationRecords_NoUpdate" BEFORE UPDATE ON "OperationRecords"
        BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END
        """,
        """
        CREATE TRIGGER "TR_OperationRecords_NoDelete" BEFORE DELETE ON "OperationRecords"
        BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END
        """,
    ];

    /// <summary>Statements for SQLite that let rows be deleted until the transaction says otherwise.</summary>
    public static readonly IReadOnlyList<string> SqliteLift = ["DROP TRIGGER \"TR_OperationRecords_NoDelete\""];

    /// <summary>Statements for SQLite that refuse it again.</summary>
    public static readonly IReadOnlyList<string> SqliteRestore = [Sqlite[1]];

    /// <summary>
    /// Statements for the servers that let rows be deleted until the transaction says otherwise. The trigger stays: where somebody took it
    /// away, this is refused.
    /// </summary>
    public static readonly IReadOnlyList<string> ServerLift =
        ["ALTER TABLE \"OperationRecords\" DISABLE TRIGGER \"TR_OperationRecords_AppendOnly\""];

    /// <summary>Statements for the servers that refuse it again.</summary>
    public static readonly IReadOnlyList<string> ServerRestore =
        ["ALTER TABLE \"OperationRecords\" ENABLE TRIGGER \"TR_OperationRecords_AppendOnly\""];

    /// <summary>
    /// Statements for SQLite, since version 2: REPLACE deletes without asking the trigger above, so it is refused where it would find
    /// something to replace. NEW.rowid is -1 where the engine chooses it.
    /// </summary>
    public static readonly IReadOnlyList<string> SqliteNoReplace =
    [
        """
        CREATE TRIGGER "TR_OperationRecords_NoReplace" BEFORE INSERT ON "OperationRecords"
        WHEN EXISTS (SELECT 1 FROM "OperationRecords" WHERE ("ChainId" = NEW."ChainId" AND "Sequence" = NEW."Sequence")
            OR "ReceiptNumber" = NEW."ReceiptNumber" OR rowid = NEW.rowid)
        BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END
        """,
    ];

    /// <summary>Statements for SQL Server; a trigger must be alone in its batch, in a script of migrations too.</summary>
    public static readonly IReadOnlyList<string> SqlServer =
    [
        """
        EXEC(N'CREATE TRIGGER "TR_OperationRecords_AppendOnly" ON "OperationRecords" INSTEAD OF UPDATE, DELETE
        AS THROW 50001, ''The history is append-only.'', 1;');
        """,
    ];

    /// <summary>Statements for PostgreSQL; the trigger is the statement's, so that TRUNCATE is refused too.</summary>
    public static readonly IReadOnlyList<string> Postgres =
    [
        """
        CREATE FUNCTION "OperationRecords_AppendOnly"() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'The history is append-only.'; END $$
        """,
        """
        CREATE TRIGGER "TR_OperationRecords_AppendOnly" BEFORE UPDATE OR DELETE OR TRUNCATE ON "OperationRecords"
        FOR EACH STATEMENT EXECUTE FUNCTION "OperationRecords_AppendOnly"()
        """,
    ];
}
