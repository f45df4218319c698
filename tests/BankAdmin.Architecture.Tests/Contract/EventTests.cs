using System.Text.RegularExpressions;
using BankAdmin.Architecture.Tests.Engines;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Architecture.Tests.Contract;

/// <summary>Payloads alone tell the whole history, for ever.</summary>
public sealed partial class EventTests
{
    private static readonly OperationSubject Hanako = new(SubjectKind.Person, "1", "鈴木　花子", "sakura02");

    [Fact]
    public void Two_types_never_give_the_same_payload_and_neither_do_two_subjects()
    {
        EventSamples.Types.Count.ShouldBeGreaterThan(15);
        var payloads = EventSamples.Types.Select(type => Written(EventSamples.Of(type, Hanako))).ToList();
        payloads.ShouldBeUnique();
        EventSamples.Types.Select(type => Written(EventSamples.Of(type, Hanako with { Key = "2" }))).Intersect(payloads).ShouldBeEmpty();
        EventSamples.Types.Select(type => EventSamples.Of(type).EventName).ShouldAllBe(name => Kebab().IsMatch(name));
    }

    [Fact]
    public void Every_event_is_told_by_who_did_it_and_an_unknown_one_is_not_guessed()
    {
        EventSamples.Types.Select(type => EventSamples.Tell(EventSamples.Of(type)))
            .ShouldAllBe(told => told.StartsWith("佐藤　太郎（sakura01）", StringComparison.Ordinal));
        Should.Throw<InvalidOperationException>(() => EventSamples.Tell(new SomethingNew())).Message.ShouldContain("something-new");
    }

    [Fact]
    public void A_payload_is_read_back_as_it_was_written()
    {
        var receipt = new Receipt(
            "BRSK017", "停止・解除結果", "20261122-000001", new DateTime(2026, 11, 22, 6, 0, 0, DateTimeKind.Utc), "", "", "", "",
            new Sheet(Compares: true, []), null);
        var payload = OperationPayload.Read(OperationPayload.Of(
            new OperationRefused(OperationCatalogue.SuspendUsers, Hanako, ["E-RSK-005"]), EventSamples.Somebody, receipt).Write());
        (payload.Version, payload.Event, payload.Operation, payload.Outcome)
            .ShouldBe((2, "operation-refused", "user.suspend", OperationOutcome.Refused));
        (payload.Subject, payload.By, payload.Receipt!.Number).ShouldBe((Hanako, new PayloadOperator("sakura01", "佐藤　太郎"), receipt.Number));
        payload.ErrorCodes.ShouldBe(["E-RSK-005"]);
    }

    [Fact]
    public void Payloads_of_the_first_version_are_read_and_told_with_their_rows()
    {
        var change = Row(OperationCatalogue.ChangeCompany, OperationOutcome.Succeeded, """
            {"event":{},"receipt":{"screenId":"BKGK004","title":"企業情報変更結果","number":"20261122-000001","atUtc":"2026-11-22T06:00:00Z",
            "companyName":"さくら","operatorName":"佐藤　太郎","operatorLoginId":"sakura01","message":"",
            "sheet":{"compares":true,"sections":[{"title":"限度額","rows":[{"key":"companyLimits.bonus","label":"賞与","value":"1円",
            "before":"2円","kind":"Amount","muted":false,"changed":true}]}],"rows":[],"changedCount":1}}}
            """);
        var payload = OperationPayload.Of(change);
        payload.Receipt!.Sheet.Rows.ShouldHaveSingleItem()
            .ShouldBe(new SheetRow("companyLimits.bonus", "賞与", "1円", "2円", Kind: ValueKind.Amount));
        OperationSentence.Tell(payload).ShouldBe("佐藤　太郎（sakura01）が企業情報変更を行いました（受付番号 20261122-000001）。");
        OperationSentence.Tell(OperationPayload.Of(
            Row(OperationCatalogue.LogIn, OperationOutcome.Refused, """{"event":{"code":"E-AUTH-001"}}""", "E-AUTH-001")))
            .ShouldBe("佐藤　太郎（sakura01）のログインを拒否しました（E-AUTH-001）。");
    }

    [Fact]
    public async Task People_who_are_stopped_and_released_in_one_commit_are_told_apart()
    {
        await using var bank = await TestDatabase.OpenAsync(DatabaseProvider.Sqlite);
        await using var context = bank.OpenFor((await bank.CompanyAsync("1000000001")).Id);
        var users = await context.Users.Where(user => user.Role == Domain.Users.UserRole.General)
            .OrderBy(user => user.LoginIdKey).Take(2).ToListAsync(Ct);
        var master = Domain.Person.Of(
            await context.Users.AsNoTracking().SingleAsync(user => user.Role == Domain.Users.UserRole.Master, Ct), "");
        users.ForEach(user => user.Stop(master));
        users.ForEach(user => user.Release(master));
        var receipt = await context.SaveWithReceiptAsync(
            new OperationCompleted(OperationCatalogue.SuspendUsers, null),
            (number, at) => new Receipt("BRSK017", "", number, at, "", "", "", "", new Sheet(Compares: true, []), null), Ct);

        var rows = await context.OperationRecords.AsNoTracking().OrderByDescending(row => row.Sequence).Take(5).ToListAsync(Ct);

        rows.Reverse();
        rows.Select(row => OperationSentence.Tell(OperationPayload.Read(row.Payload))).ShouldBe(
        [
            $"佐藤　太郎（sakura01）が利用者停止・解除を実行しました（受付番号 {receipt.Number}）。",
            .. users.SelectMany(user => new[] { "サービス利用を停止しました", "利用停止を解除しました" }
                .Select(what => $"佐藤　太郎（sakura01）が{user.Name}（{user.LoginId}）の{what}（受付番号 {receipt.Number}）。")),
        ]);
        rows.Select(row => row.Payload).ShouldBeUnique();
    }

    [Fact]
    public async Task The_history_of_the_demo_is_told_from_its_payloads()
    {
        await using var bank = await TestDatabase.OpenAsync(DatabaseProvider.Sqlite);
        await using var context = bank.Open();
        var names = await context.Companies.IgnoreAutoIncludes()
            .ToDictionaryAsync(company => company.Id, company => company.ContractNumber, Ct);
        var rows = await context.OperationRecords.AsNoTracking()
            .OrderBy(row => row.Sequence).Select(row => new { row.ChainId, row.Payload }).ToListAsync(Ct);
        var payloads =
            rows.Select(row => (Chain: names.GetValueOrDefault(row.ChainId, "金融機関"), Payload: OperationPayload.Read(row.Payload))).ToList();

        payloads.ShouldAllBe(row => row.Payload.Version == 2);
        ContractFile.ShouldBe("demo-history.md", ContractFile.Table(
            "History of the demo", "What the history of the demo data says, each sentence once, as it is told from the payloads alone.",
            ["chain", "sentence"],
            payloads.Select(row => (row.Chain, Told: OperationSentence.Tell(row.Payload))).Distinct()
                .OrderBy(row => row.Chain, StringComparer.Ordinal).ThenBy(row => row.Told, StringComparer.Ordinal)
                .Select(row => new[] { row.Chain, row.Told })));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Written(OperationEvent happened) => OperationPayload.Of(happened, EventSamples.Somebody).Write();

    private static OperationRecord Row(Operation operation, OperationOutcome outcome, string payload, string codes = "") => new()
    {
        OperatorLoginId = "sakura01",
        OperatorName = "佐藤　太郎",
        Code = operation.Code,
        Outcome = outcome,
        ErrorCodes = codes,
        Payload = payload,
    };

    private sealed record SomethingNew() : OperationEvent(OperationCatalogue.LogIn, null);

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$")]
    private static partial Regex Kebab();
}
