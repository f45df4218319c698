using System.Text.Json.Nodes;

namespace BankAdmin.Testing.Builders;

/// <summary>Where fixtures begin: <c>A.Company("9000000001").WithMaster("bank01")</c>.</summary>
public static class A
{
    /// <summary>Login password of everybody who is given none.</summary>
    public const string LoginPassword = "Fixture901";

    /// <summary>Confirmation password of everybody who is given none.</summary>
    public const string ConfirmationPassword = "Confirm901";

    /// <summary>Secret of every token of a fixture, Base32.</summary>
    public const string TokenSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// <summary>Password of every certificate file of a fixture.</summary>
    public const string CertificatePassword = "p12";

    /// <summary>A company with all services, one account, and limits with room up and down.</summary>
    public static CompanyBuilder Company(string number) => new(number);

    /// <summary>The document that <c>seed fixture</c> reads.</summary>
    public static string Fixture(params CompanyBuilder[] companies) =>
        new JsonObject { ["companies"] = new JsonArray([.. companies.Select(company => (JsonNode)company.Build())]) }.ToJsonString();
}
