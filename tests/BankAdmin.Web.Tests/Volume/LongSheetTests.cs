using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Wizards;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Volume;

/// <summary>A sheet of 5,000 rows, longer than any screen has: confirmed, executed, shown and printed.</summary>
public sealed class LongSheetTests : WebTest
{
    [Fact]
    public async Task A_sheet_of_5000_rows_is_confirmed_and_executed()
    {
        var browser = await LoggedInAsync("sakura01");

        var confirm = await browser.PostWithTokenAsync("/long-sheet/start", []);
        Rows(confirm).ShouldBe(LongSheetWizard.Rows);
        var result = await confirm.ExecuteAsync(Demo.ConfirmationPasswordOf("sakura01"));

        result.Screen.ShouldBe("BKGK004", result.Summary);
        Rows(result).ShouldBe(LongSheetWizard.Rows);
        (await result.ClickAsync("print")).ContentType.ShouldBe("application/pdf");
    }

    protected override TestApp StartApp() => new(Bank, services: services => services.AddWizards(typeof(LongSheetWizard).Assembly));

    private static int Rows(Page page) => page.Document.QuerySelectorAll("[data-testid^='sheet:']").Length;
}

/// <summary>Nothing is typed.</summary>
public sealed record LongSheetForm;

/// <summary>Nothing is read.</summary>
public sealed record LongSheetSubject() : Subject<LongSheetForm>(new LongSheetForm());

/// <summary>A wizard without input whose sheet is long, at an address that only this test's program has.</summary>
[Wizard("long-sheet", "/long-sheet", "BKGK003")]
public sealed class LongSheetWizard(BankAdminDbContext context) : Wizard<LongSheetForm, LongSheetSubject>
{
    public const int Rows = 5_000;

    public override Operation Operation => OperationCatalogue.ChangeCompany;

    public override WizardScreens Screens { get; } = new(ScreenCatalogue.ChangeCompanyResult, ScreenCatalogue.ChangeCompanyConfirm);

    public override IReadOnlyList<InputStep<LongSheetForm, LongSheetSubject>> Steps { get; } = [];

    public override WizardWords Words(LongSheetSubject subject) => new("", "");

    public override Task<LongSheetSubject?> LoadAsync(string subjectKey, Person actor, CancellationToken ct) =>
        Task.FromResult<LongSheetSubject?>(new LongSheetSubject());

    public override IEnumerable<Described> Describe(LongSheetSubject subject, LongSheetForm input) => Enumerable.Range(0, Rows)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{i}")).Select(i => new Described("行", $"rows[{i}]", i, i));

    public override Sheet SheetOf(LongSheetSubject subject, LongSheetForm before, LongSheetForm after) =>
        Sheets.Of(Describe(subject, after));

    public override Task ApplyAsync(LongSheetSubject subject, LongSheetForm input, CancellationToken ct)
    {
        context.Record(new SheetInquired(Operation, null));
        return Task.CompletedTask;
    }
}
