using System.Text.Json.Nodes;
using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;

namespace BankAdmin.Testing.Builders;

public sealed class CompanyBuilder
{
    private const long Ceiling = 500_000_000;
    private const long Limit = 100_000_000;

    private readonly JsonObject company;
    private readonly JsonArray users = [];
    private readonly JsonArray accounts = [];
    private readonly JsonArray consignors = [];
    private readonly JsonObject approval = [];

    internal CompanyBuilder(string number) => company = new JsonObject
    {
        ["number"] = number,
        ["name"] = $"検証用企業{number}",
        ["kana"] = "ｹﾝｼﾖｳﾖｳ",
        ["companyCeilings"] = Amounts(Ceiling, "bulkTransfer", "salary", "bonus", "directDebit"),
        ["companyLimits"] = Amounts(Limit, "bulkTransfer", "salary", "bonus", "directDebit"),
        ["users"] = users,
        ["approval"] = approval,
        ["consignors"] = consignors,
    };

    public CompanyBuilder Named(string name) => With("name", name);

    /// <summary>Contracts these services only.</summary>
    public CompanyBuilder Contracting(params BankingService[] services) =>
        With("services", new JsonArray([.. services.Select(s => (JsonNode)s.Key)]));

    public CompanyBuilder Approving(BankingService service, ApprovalMode mode)
    {
        approval[service.Key] = mode.Code;
        return this;
    }

    /// <summary>Adds an account; without any, the company gets 081 普通 9000001.</summary>
    public CompanyBuilder WithAccount(string branch, string number, string kind = "普通")
    {
        accounts.Add(new JsonObject
        {
            ["branch"] = branch,
            ["number"] = number,
            ["kind"] = kind,
            ["ceilings"] = Amounts(Ceiling, "total", "adHoc", "preRegistered"),
            ["limits"] = Amounts(Limit, "total", "adHoc", "preRegistered"),
        });
        return this;
    }

    public CompanyBuilder WithConsignor(string code, string name)
    {
        consignors.Add(new JsonObject { ["code"] = code, ["name"] = name });
        return this;
    }

    public CompanyBuilder WithMaster(string loginId) => WithUser(loginId, UserRole.Master);

    public CompanyBuilder WithAdministrator(string loginId, params Permission[] rights) =>
        WithUser(loginId, UserRole.Administrator, rights);

    public CompanyBuilder WithUser(string loginId, UserRole role, params Permission[] rights) =>
        WithUser(loginId, role, "Active", A.ConfirmationPassword, forceChange: false, rights);

    /// <summary>Names the user added last.</summary>
    public CompanyBuilder UserNamed(string name)
    {
        users[^1]!["name"] = name;
        return this;
    }

    /// <summary>Asks for one-time passwords.</summary>
    public CompanyBuilder AskingForCodes() => With("otp", true);

    /// <summary>Gives the user added last a token with <see cref="A.TokenSecret"/>.</summary>
    public CompanyBuilder HoldingToken(TokenState state = TokenState.Active)
    {
        users[^1]!["token"] = new JsonObject { ["secret"] = A.TokenSecret, ["state"] = state.ToString() };
        return this;
    }

    /// <summary>Logs in by certificate.</summary>
    public CompanyBuilder ByCertificate() => With("loginMethod", "certificate");

    /// <summary>Gives the user added last a certificate: Active, Expired, Revoked.</summary>
    public CompanyBuilder HoldingCertificate(string state = "Active")
    {
        users[^1]!["certificate"] = new JsonObject { ["password"] = A.CertificatePassword, ["state"] = state };
        return this;
    }

    /// <summary>Adds a user in some state.</summary>
    public CompanyBuilder WithUser(
        string loginId, UserRole role, string state, string? confirmationPassword, bool forceChange, params Permission[] rights)
    {
        users.Add(new JsonObject
        {
            ["loginId"] = loginId,
            ["name"] = $"検証　{loginId}",
            ["role"] = role.ToString(),
            ["state"] = state,
            ["forceChange"] = forceChange,
            ["loginPassword"] = A.LoginPassword,
            ["confirmationPassword"] = confirmationPassword,
        });
        if (rights.Length > 0)
        {
            users[^1]!["rights"] = new JsonArray([.. rights.Select(right => (JsonNode)right.ToString())]);
        }

        return this;
    }

    /// <summary>Sets any other member of the document.</summary>
    public CompanyBuilder With(string member, JsonNode? value)
    {
        company[member] = value;
        return this;
    }

    internal JsonObject Build()
    {
        if (accounts.Count == 0)
        {
            WithAccount("081", "9000001");
        }

        company["accounts"] ??= accounts;
        return company;
    }

    private static JsonObject Amounts(long amount, params string[] keys) =>
        new(keys.Select(key => KeyValuePair.Create(key, (JsonNode?)amount)));
}
