using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;

namespace BankAdmin.Infrastructure.Seeds;

/// <summary>Reads a fixture document and names everything that is wrong with it by its path.</summary>
public sealed partial class FixtureReader(BankParameters bank)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly IReadOnlyList<string> AccountLimitKeys = AccountDailyLimits.Kinds.Select(kind => kind.Key).ToList();
    private static readonly IReadOnlyList<string> CompanyLimitKeys = CompanyDailyLimits.Kinds.Select(kind => kind.Key).ToList();
    private static readonly IReadOnlyList<string> UserLimitKeys = UserTransactionLimits.Kinds.Select(kind => kind.Key).ToList();

    // Members that a document may leave out but not set to null.
    private static readonly HashSet<string> Lists =
    [
        "companies", "staff", "apiClients", "services", "consignors", "companyCeilings", "companyLimits", "approval", "users", "rights",
        "ceilings", "limits", "loginMethod", "kind", "role", "state", "code",
    ];

    private const int KanaMaxLength = 100;

    private readonly List<string> errors = [];

    /// <summary>Reads and checks a document.</summary>
    /// <returns>The document, and its errors as 「path: what」; with any error the document must not be used.</returns>
    public (FixtureDocument Document, IReadOnlyList<string> Errors) Read(string json)
    {
        errors.Clear();
        FixtureDocument document;
        try
        {
            document = JsonSerializer.Deserialize<FixtureDocument>(json, Json) ?? new FixtureDocument();
        }
        catch (JsonException unreadable)
        {
            return (new FixtureDocument(), [$"{unreadable.Path ?? "$"}: {unreadable.Message}"]);
        }

        if (FindNulls(document) is { Count: > 0 } nulls)
        {
            return (document, nulls);
        }

        Require(document.Staff.Count == 0, "staff", "行員はこの版では登録できません。");
        Require(document.ApiClients.Count == 0, "apiClients", "API利用者はこの版では登録できません。");

        for (var i = 0; i < document.Companies.Count; i++)
        {
            Check(document.Companies[i], $"companies[{i}]");
        }

        Unique(document.Companies.Select((c, i) => (c.Number, $"companies[{i}].number")));
        Unique(document.Companies.SelectMany((c, i) =>
            c.Users.Select((u, j) => (LoginId: (string?)LoginId.Key(u.LoginId), $"companies[{i}].users[{j}].loginId"))));
        return (document, errors.ToList());
    }

    private void Check(FixtureCompany company, string path)
    {
        var before = errors.Count;
        Require(IsDigits(company.Number, 10), $"{path}.number", "10桁の数字にしてください。");
        Name(company.Name, CompanyInformation.NameMaxLength, $"{path}.name");
        Kana(company.Kana ?? "", $"{path}.kana");
        OneOf(company.LoginMethod, ["password", "certificate"], $"{path}.loginMethod");
        company.Services.ForEach(service => OneOf(service, BankingService.All.Select(s => s.Key), $"{path}.services"));
        foreach (var (service, mode) in company.Approval)
        {
            OneOf(service, BankingService.All.Select(s => s.Key), $"{path}.approval");
            OneOf(mode, ApprovalMode.All.Select(m => m.Code), $"{path}.approval.{service}");
            Require(
                service == BankingService.Transfer.Key || mode != ApprovalMode.None.Code,
                $"{path}.approval.{service}", "この業務では承認なしを選べません。");
        }

        Require(company.UserMaximum > 0, $"{path}.userMaximum", "1以上にしてください。");
        Limits(company.CompanyLimits, CompanyLimitKeys, company.CompanyCeilings, CompanyDailyLimits.MaxDigits, $"{path}.companyLimits");
        for (var i = 0; i < company.Accounts.Count; i++)
        {
            Check(company.Accounts[i], $"{path}.accounts[{i}]");
        }

        for (var i = 0; i < company.Users.Count; i++)
        {
            Check(company.Users[i], company, $"{path}.users[{i}]");
        }

        Unique(company.Accounts.Select((account, i) => ((string?)$"{account.Branch}-{account.Number}", $"{path}.accounts[{i}].number")));
        Unique(company.Consignors.Select((consignor, i) => ((string?)consignor.Code, $"{path}.consignors[{i}].code")));
        foreach (var (i, consignor) in company.Consignors.Index())
        {
            Require(IsDigits(consignor.Code, 10), $"{path}.consignors[{i}].code", "10桁の数字にしてください。");
            Require(consignor.Name.Length > 0, $"{path}.consignors[{i}].name", "入力してください。");
            Kana(consignor.Name, $"{path}.consignors[{i}].name");
        }

        Require(company.Users.Count(user => user.Role == nameof(UserRole.Master)) == 1, $"{path}.users", "マスターユーザをちょうど1名にしてください。");
        Require(company.Users.Count <= company.UserMaximum, $"{path}.users", "利用者数の上限を超えています。");
        if (errors.Count == before)
        {
            CheckRules(company, path);
        }
    }

    // The rules of the wizards, where nothing stands in the way of asking them.
    private void CheckRules(FixtureCompany fixture, string path)
    {
        var proposed = new ProposedUser(FixtureTerms.Open(fixture, bank), null, Person.System);
        foreach (var (i, user) in fixture.Users.Index().Where(user => user.Item.Role != nameof(UserRole.Master)))
        {
            var rights = user.Rights.Select(Enum.Parse<Permission>).ToList();
            var accounts = user.Accounts ?? proposed.Company.Accounts.Select(account => account.Key).ToList();
            // A right that the contract does not offer is kept hidden, as one is whose service was taken away.
            errors.AddRange(proposed.CheckRights(rights).Concat(proposed.CheckAccounts(rights, accounts))
                .Where(broken => broken.Code != ErrorCodes.OutOfRange)
                .Select(broken => $"{path}.users[{i}].{broken.Field}: {TextOf(broken)}"));
        }
    }

    private static string TextOf(Violation broken) => broken.Code == ErrorCodes.AccountNeeded
        ? "依頼や承認の権限があるときは、利用する口座を1つ以上指定してください。"
        : $"{broken.Arguments[0]}指定してください。";

    private void Check(FixtureAccount account, string path)
    {
        Require(IsDigits(account.Branch, 3), $"{path}.branch", "3桁の数字にしてください。");
        Require(IsDigits(account.Number, 7), $"{path}.number", "7桁の数字にしてください。");
        OneOf(account.Kind, ["普通", "当座"], $"{path}.kind");
        Limits(account.Limits, AccountLimitKeys, account.Ceilings, AccountDailyLimits.MaxDigits, $"{path}.limits");
        var total = account.Limits.GetValueOrDefault("total");
        Require(account.Limits.Values.All(limit => limit <= total), $"{path}.limits", "都度指定と事前登録は合計以下にしてください。");
    }

    private void Limits(
        Dictionary<string, long> limits, IReadOnlyList<string> keys, Dictionary<string, long>? ceilings, int maxDigits, string path)
    {
        var most = (long)Math.Pow(10, maxDigits) - 1;
        foreach (var (key, amount) in limits.Concat(ceilings ?? []))
        {
            OneOf(key, keys, path);
            Require(amount >= 0 && amount <= most, $"{path}.{key}", $"0以上{maxDigits}桁以内の整数にしてください。");
        }

        foreach (var (key, amount) in ceilings is null ? [] : limits)
        {
            Require(amount <= ceilings!.GetValueOrDefault(key), $"{path}.{key}", "契約上限（ceilings）以下にしてください。");
        }
    }

    private void Name(string? typed, int maxLength, string path)
    {
        var name = JapaneseText.Widen(typed);
        Require(name.Length > 0 && JapaneseText.Length(name) <= maxLength, path, $"1文字以上{maxLength}文字以内にしてください。");
        Require(JapaneseText.Refused(name, _ => true) is [], path, "見えない文字など、使えない文字が含まれています。");
    }

    private void Kana(string typed, string path)
    {
        var refused = BankKana.Refused(BankKana.Of(typed));
        Require(refused.Count == 0, path, $"カナに使えない文字（{string.Join('、', refused)}）が含まれています。");
        Require(BankKana.Of(typed).Length <= KanaMaxLength, path, $"{KanaMaxLength}文字以内にしてください。");
    }

    // Where a list or a member of one is missing, nothing below it can be looked at.
    private static List<string> FindNulls(FixtureDocument document) => NullsIn(JsonSerializer.SerializeToNode(document, Json), "").ToList();

    private static IEnumerable<string> NullsIn(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.Where(member => member.Value is not null || Lists.Contains(member.Key))
            .SelectMany(member => member.Value is null
                ? [$"{path}.{member.Key}: null にはできません。省くか、値を入れてください。".TrimStart('.')]
                : NullsIn(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, i) => item is null
            ? [$"{path}[{i}]: null にはできません。".TrimStart('.')] : NullsIn(item, $"{path}[{i}]")),
        _ => [],
    };

    private void Unique(IEnumerable<(string? Value, string Path)> values)
    {
        foreach (var again in values.GroupBy(v => v.Value).SelectMany(group => group.Skip(1)))
        {
            errors.Add($"{again.Path}: 「{again.Value}」が2回使われています。");
        }
    }

    private void OneOf(string value, IEnumerable<string> choices, string path) =>
        Require(choices.Contains(value), path, $"「{value}」は使えません。使えるのは {string.Join(", ", choices)} です。");

    private void Require(bool condition, string path, string message)
    {
        if (!condition)
        {
            errors.Add($"{path}: {message}");
        }
    }

    private static bool IsDigits(string? text, int length) => text?.Length == length && text.All(char.IsAsciiDigit);
}
