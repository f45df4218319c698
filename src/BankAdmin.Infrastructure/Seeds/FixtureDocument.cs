using System.Text.Json;
using BankAdmin.Domain.Credentials;

namespace BankAdmin.Infrastructure.Seeds;

#pragma warning disable CS1591 // the members are those of the JSON document in docs/qa-guide.md
/// <summary>Companies and users as a JSON document (spec quality.md §6). Absent members take the rules' defaults.</summary>
public sealed record FixtureDocument
{
    public List<FixtureCompany> Companies { get; init; } = [];

    public List<JsonElement> Staff { get; init; } = [];

    public List<JsonElement> ApiClients { get; init; } = [];
}

public sealed record FixtureCompany
{
    public string? Number { get; init; }

    public string? Name { get; init; }

    public string? Kana { get; init; }

    public string LoginMethod { get; init; } = "password";

    public bool Otp { get; init; }

    public bool OtpForCompany { get; init; } = true;

    public bool DifferentUserApproval { get; init; }

    public int UserMaximum { get; init; } = 100;

    public List<string> Services { get; init; } = ["transfer", "bulkTransfer", "payroll", "directDebit"];

    public List<FixtureAccount> Accounts { get; init; } = [];

    public List<FixtureConsignor> Consignors { get; init; } = [];

    public Dictionary<string, long> CompanyCeilings { get; init; } = [];

    public Dictionary<string, long> CompanyLimits { get; init; } = [];

    public Dictionary<string, string> Approval { get; init; } = [];

    public List<FixtureUser> Users { get; init; } = [];
}

public sealed record FixtureAccount
{
    public string? Branch { get; init; }

    public string Kind { get; init; } = "普通";

    public string? Number { get; init; }

    public Dictionary<string, long> Ceilings { get; init; } = [];

    public Dictionary<string, long> Limits { get; init; } = [];
}

public sealed record FixtureConsignor(string Code, string Name);

public sealed record FixtureUser
{
    public string? LoginId { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string Role { get; init; } = "General";

    public string? LoginPassword { get; init; }

    public string? ConfirmationPassword { get; init; }

    public bool ForceChange { get; init; }

    public List<string> Rights { get; init; } = ["Balance"];

    public List<string>? Accounts { get; init; }

    public Dictionary<string, long> Limits { get; init; } = [];

    public string State { get; init; } = "Active";

    public FixtureToken? Token { get; init; }

    public FixtureCertificate? Certificate { get; init; }
}

public sealed record FixtureCertificate
{
    public string State { get; init; } = "Active";

    public string? Password { get; init; }
}

public sealed record FixtureToken
{
    public string? Secret { get; init; }

    public string State { get; init; } = nameof(TokenState.Active);
}
