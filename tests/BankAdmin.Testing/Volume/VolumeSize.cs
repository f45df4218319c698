using System.Globalization;
using BankAdmin.Domain.Users;
using BankAdmin.Testing.Builders;

namespace BankAdmin.Testing.Volume;

/// <summary>The two sizes that tests run on.</summary>
public enum Scale
{
    /// <summary>What every run uses.</summary>
    Everyday,

    /// <summary>200,000 companies and a million records.</summary>
    Long,
}

/// <summary>
/// How much a bank of the volume tests holds beside the demo data: always one company of 400 accounts, one of 1,000 users
/// and one of 20, all alike in the rest; and as many small companies and history records as are asked for.
/// </summary>
/// <param name="Companies">Small companies: one account, a Master, three fee tables, a chain.</param>
/// <param name="Records">Records in the chain of <see cref="History"/>.</param>
/// <param name="PasswordRounds">Rounds of the password hash of everybody in it.</param>
public sealed record VolumeSize(int Companies, int Records, int PasswordRounds = TestBank.PasswordRounds)
{
    /// <summary>The company of <see cref="ManyAccounts"/> accounts; its Master is <see cref="AccountsMaster"/>.</summary>
    public const string Accounts = "9000000400";

    public const string AccountsMaster = "koza0001";

    /// <summary>How many accounts <see cref="Accounts"/> has.</summary>
    public const int ManyAccounts = 400;

    /// <summary>The company of <see cref="ManyUsers"/> users, <c>riyo0001</c> (the Master) to <c>riyo1000</c>.</summary>
    public const string Users = "9000001000";

    /// <summary>How many users <see cref="Users"/> has.</summary>
    public const int ManyUsers = 1_000;

    /// <summary>The company of <see cref="FewUsers"/> users, <c>sukuna0001</c> (the Master) to <c>sukuna0020</c>.</summary>
    public const string Few = "9000000020";

    /// <summary>How many users <see cref="Few"/> has.</summary>
    public const int FewUsers = 20;

    /// <summary>The company of the long history; its Master is <see cref="HistoryMaster"/>.</summary>
    public const string History = "9000002000";

    public const string HistoryMaster = "kiroku01";

    /// <summary>The small company that the others are copied from; its Master is <see cref="SmallMaster"/>.</summary>
    public const string Small = "9000003000";

    public const string SmallMaster = "chiisai01";

    /// <summary>What the tests of every day use.</summary>
    public static readonly VolumeSize Everyday = new(200, 10_000);

    /// <summary>A tenth of it, to see what grows.</summary>
    public static readonly VolumeSize Tenth = new(20, 1_000);

    /// <summary>What the long part uses.</summary>
    public static readonly VolumeSize Long = new(200_000, 1_000_000);

    // The Master, eight administrators, so that eight people can work at once, and one general user of whom the others are copies.
    private const int NotCopied = 10;

    public static VolumeSize Of(Scale scale) => scale == Scale.Long ? Long : Everyday;

    /// <summary>Login ID of a user of <see cref="Users"/>, from 1.</summary>
    public static string User(int number) => $"riyo{Digits(number, 4)}";

    /// <summary>Login ID of a user of <see cref="Few"/>, from 1.</summary>
    public static string FewUser(int number) => $"sukuna{Digits(number, 4)}";

    /// <summary>Login ID of the Master of a small company, from 1.</summary>
    public static string Master(int number) => $"load{Digits(number, 7)}";

    /// <summary>The companies that the others are copied from, as <c>seed fixture</c> reads them.</summary>
    internal static CompanyBuilder[] Fixtures()
    {
        var accounts = A.Company(Accounts).WithMaster(AccountsMaster);
        for (var i = 1; i <= ManyAccounts; i++)
        {
            accounts.WithAccount("081", Digits(i, 7));
        }

        return
        [
            accounts, Staffed(A.Company(Users), User), Staffed(A.Company(Few), FewUser),
            A.Company(History).WithMaster(HistoryMaster), A.Company(Small).WithMaster(SmallMaster),
        ];
    }

    /// <summary>Users who are copied: login ID, beginning of the copies' IDs, first and last number.</summary>
    internal static IEnumerable<(string LoginId, string Beginning, int First, int Last)> CopiedUsers =>
        [(User(NotCopied), "riyo", NotCopied + 1, ManyUsers), (FewUser(NotCopied), "sukuna", NotCopied + 1, FewUsers)];

    private static CompanyBuilder Staffed(CompanyBuilder company, Func<int, string> name)
    {
        company.With("userMaximum", 2 * ManyUsers).WithMaster(name(1));
        for (var i = 2; i < NotCopied; i++)
        {
            company.WithAdministrator(name(i), Permission.Balance);
        }

        return company.WithUser(name(NotCopied), UserRole.General, Permission.Balance, Permission.Statements);
    }

    private static string Digits(int number, int digits) => number.ToString("D" + digits, CultureInfo.InvariantCulture);
}
