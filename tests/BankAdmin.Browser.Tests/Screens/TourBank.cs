using System.Text.Json.Nodes;
using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;
using BankAdmin.Testing.Builders;

namespace BankAdmin.Browser.Tests.Screens;

/// <summary>
/// The bank where pages are fullest: the longest names, with blanks and without, more users than a page of a list, every state, and
/// companies with one service each.
/// </summary>
internal static class TourBank
{
    private const int Users = 24;

    private const string Unbroken = "アレクサンドリアマクシミリアーノヴナフォンホーエンツォレルン";

    public static readonly Journeys.Login TransferOnly = new("furikomi01", A.LoginPassword, A.ConfirmationPassword);
    public static readonly Journeys.Login DirectDebitOnly = new("furikae001", A.LoginPassword, A.ConfirmationPassword);
    public static readonly Journeys.Login WithToken = new("bango0001", A.LoginPassword, A.ConfirmationPassword);
    public static readonly Journeys.Login WithoutToken = new("bango0002", A.LoginPassword, A.ConfirmationPassword);
    public static readonly Journeys.Login General = new("ippan00001", A.LoginPassword, A.ConfirmationPassword);

    public static readonly Journeys.Login WithCertificate = new("shomei0001", A.LoginPassword, A.ConfirmationPassword);
    public static readonly Journeys.Login WithoutCertificate = new("shomei0002", A.LoginPassword, A.ConfirmationPassword);

    /// <summary>Somebody whose name has no blank to break at.</summary>
    public const string UnbrokenId = "nagai000W003";

    public static string Fixture { get; } = Write();

    private static string Write()
    {
        var states = (string[])["Active", "LoginStopped", "ConfirmationStopped", "Stopped", "LoginPaused", "ConfirmationPaused"];
        var others = A.Company("9000000012").Contracting(BankingService.Transfer).WithMaster(TransferOnly.Id)
            .WithUser(General.Id, UserRole.General, Permission.Balance);
        var debits = A.Company("9000000013").Contracting(BankingService.DirectDebit).WithConsignor("9000000013", "ｶｲﾋ")
            .WithMaster(DirectDebitOnly.Id);
        var holders = A.Company("9000000015").AskingForCodes()
            .WithMaster(WithToken.Id).HoldingToken().UserNamed(LongNames.User).HoldingCertificate()
            .WithUser(WithoutToken.Id, UserRole.General, Permission.Balance).UserNamed(Unbroken)
            .WithUser("bango0003", UserRole.General, Permission.Balance).HoldingToken(TokenState.Suspended).UserNamed(LongNames.User)
            .HoldingCertificate("Expired")
            .WithUser("bango0004", UserRole.General, Permission.Balance).HoldingToken(TokenState.Suspended).UserNamed(Unbroken)
            .WithUser("bango0005", UserRole.General, Permission.Balance).HoldingToken(TokenState.Revoked)
            .HoldingCertificate("Revoked");
        var certificates = A.Company("9000000016").ByCertificate()
            .WithMaster(WithCertificate.Id).UserNamed(LongNames.User).HoldingCertificate()
            .WithUser(WithoutCertificate.Id, UserRole.General, Permission.Balance).UserNamed(Unbroken)
            .WithUser("shomei0003", UserRole.General, Permission.Balance).HoldingCertificate("Expired");
        var crowd = A.Company("9000000014");
        for (var i = 0; i < Users; i++)
        {
            crowd.WithUser(
                $"nagai000W{i:D3}", i % 5 == 0 ? UserRole.Administrator : UserRole.General, states[i % states.Length],
                A.ConfirmationPassword, forceChange: false, Permission.Balance, Permission.BulkTransferEntry)
                .UserNamed(i % 2 == 0 ? LongNames.User : Unbroken);
        }

        var document = JsonNode.Parse(LongNames.Fixture)!;
        var companies = document["companies"]!.AsArray();
        var users = companies[0]!["users"]!.AsArray();
        foreach (var user in JsonNode.Parse(A.Fixture(crowd))!["companies"]![0]!["users"]!.AsArray())
        {
            users.Add(user!.DeepClone());
        }

        foreach (var company in JsonNode.Parse(A.Fixture(others, debits, holders, certificates))!["companies"]!.AsArray())
        {
            companies.Add(company!.DeepClone());
        }

        return document.ToJsonString();
    }
}
