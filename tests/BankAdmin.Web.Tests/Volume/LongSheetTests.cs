using System.Globalization;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
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

        var confirm = await browser.PostWithTokenAsync($"/{LongSheetController.Path}/start", []);
        Rows(confirm).ShouldBe(LongSheetWizard.Rows);
        var result = await confirm.ExecuteAsync(Demo.ConfirmationPasswordOf("sakura01"));

        result.Screen.ShouldBe("BKGK004", result.Summary);
        Rows(result).ShouldBe(LongSheetWizard.Rows);
        (await result.ClickAsync("print")).ContentType.ShouldBe("application/pdf");
    }

    protected override TestApp StartApp() => new(Bank, services: services =>
    {
        services.AddScoped<LongSheetWizard>();
        services.AddControllers().AddApplicationPart(typeof(LongSheetController).Assembly);
    });

    private static int Rows(Page page) => page.Document.QuerySelectorAll("[data-testid^='sheet:']").Length;
}

/// <summary>Nothing is typed.</summary>
public sealed record LongSheetForm;

/// <summary>A wizard without input whose sheet is long.</summary>
public sealed class LongSheetWizard(BankAdminDbContext context) : Wizard<LongSheetForm>
{
    public const int Rows = 5_000;

    public override string Name => "long-sheet";

    public override Operation Operation => OperationCatalogue.ChangeCompany;

    public override IReadOnlyList<InputStep<LongSheetForm>> Steps => [];

    public override Screen ConfirmScreen => ScreenCatalogue.ChangeCompanyConfirm;

    public override Screen ResultScreen => ScreenCatalogue.ChangeCompanyResult;

    public override string Done => "";

    public override Task<Subject<LongSheetForm>?> LoadAsync(string subject, CancellationToken ct) =>
        Task.FromResult<Subject<LongSheetForm>?>(new Subject<LongSheetForm>(new LongSheetForm()));

    public override IEnumerable<Described> Describe(LongSheetForm input) => Enumerable.Range(0, Rows)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{i}")).Select(i => new Described("行", $"rows[{i}]", i, i));

    public override Sheet Compare(LongSheetForm before, LongSheetForm after) => Sheets.Of(Describe(after));

    public override Task ApplyAsync(LongSheetForm input, CancellationToken ct)
    {
        context.Record(new SheetPrinted(Operation, null));
        return Task.CompletedTask;
    }
}

/// <summary>Its pages, at an address that only this test's program has.</summary>
[Area("Companies")]
[Route(Path)]
[AdministratorsOnly]
public sealed class LongSheetController(LongSheetWizard wizard, WizardEngines engines, ReceiptStore receipts, CurrentSession session)
    : WizardController<LongSheetForm>(wizard, engines.For(wizard), receipts, session)
{
    public const string Path = "long-sheet";
}
