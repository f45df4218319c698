using BankAdmin.Domain;
using BankAdmin.Domain.Fees;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BankAdmin.Web.Tests.Companies.Fees;

/// <summary>The screens of one fee table (spec screens.md §2), and ways to go through them.</summary>
internal sealed record FeeScreens(string Input, string Result, string Inquiry, FeeTableKind Kind)
{
    private static readonly FeeScreens[] All =
    [
        new("BKGK019", "BKGK020", "BKGK021", FeeTableKind.PayeeTransfer),
        new("BKGK022", "BKGK023", "BKGK024", FeeTableKind.PayeeBulkTransfer),
        new("BKGK025", "BKGK026", "BKGK027", FeeTableKind.PayerBulkTransfer),
    ];

    /// <summary>The input screens, for what holds for every table.</summary>
    public static TheoryData<string> Inputs => [.. All.Select(screens => screens.Input)];

    public string Confirm => Input + "C";

    /// <summary>The screens that begin with an input screen.</summary>
    public static FeeScreens Of(string input) => All.Single(screens => screens.Input == input);

    /// <summary>The keys of a sheet with so many ranges.</summary>
    public IEnumerable<string> SheetKeys(int ranges) =>
    [
        "useStandard", .. Kind.HasMinimum ? ["minimumPayment"] : Array.Empty<string>(),
        .. Kind.HasMethod ? ["method"] : Array.Empty<string>(),
        .. Enumerable.Range(0, ranges).SelectMany(range => (range == 0 ? [] : new[] { $"boundaries[{range - 1}]" }).Concat(FeeKeys(range))),
    ];

    public static string[] FeeKeys(int range) => [$"fees[{range}].sameBranch", $"fees[{range}].sameBank", $"fees[{range}].otherBank"];
}

/// <summary>What people do on fee screens.</summary>
internal static class FeeJourney
{
    /// <summary>Opens a table with the company's own figures to type in, whatever is stored.</summary>
    public static async Task<Page> OpenOwnFiguresAsync(this PageClient browser, string screen)
    {
        var input = await browser.OpenAsync(screen);
        return input.ChosenOf("useStandard") == "false" ? input : await input.Choose("useStandard:false").SubmitAsync("change");
    }

    /// <summary>Logs in and opens a table with the company's own figures to type in.</summary>
    public static async Task<Page> LogInAndOpenOwnFiguresAsync(this PageClient browser, string loginId, string screen)
    {
        await browser.LogInAsync(loginId);
        return await browser.OpenOwnFiguresAsync(screen);
    }

    public static Page FillFees(this Page page, int range, string sameBranch, string sameBank, string otherBank)
    {
        foreach (var (key, value) in FeeScreens.FeeKeys(range).Zip([sameBranch, sameBank, otherBank]))
        {
            page.Fill(key, value);
        }

        return page;
    }

    public static string[] FeesOf(this Page page, int range) => [.. FeeScreens.FeeKeys(range).Select(page.ValueOf)];

    /// <summary>Whether a field is there and cannot be typed into.</summary>
    public static bool IsDisabled(this Page page, string key) =>
        page.Document.QuerySelector($"[data-testid='{key}']")!.HasAttribute("disabled");

    public static IEnumerable<string> Warnings(this Page page) =>
        page.Document.QuerySelectorAll("[data-testid=warnings] [data-warning]").Select(warning => warning.GetAttribute("data-warning")!);

    /// <summary>F, T, A, W and D of a method.</summary>
    public static string TrialOf(this Page page, FeeMethod method) =>
        string.Join(' ', new[] { "F", "T", "A", "W", "D" }.Select(row => page.Text($"trial:{method}:{row}")));

    /// <summary>Fills the trial and presses 試算する.</summary>
    public static Task<Page> TryAsync(this Page page, string payment, string pattern) =>
        page.Fill("trial.payment", payment).Fill("trial.pattern", pattern).SubmitAsync("trial");

    /// <summary>Chooses one's own figures of a table, changes one, and executes.</summary>
    public static async Task<Page> ChangeFeesAsync(
        this PageClient browser, string loginId, string screen, params (string Key, string Value)[] changes)
    {
        var input = await browser.OpenOwnFiguresAsync(screen);
        foreach (var (key, value) in changes)
        {
            input.Fill(key, value);
        }

        return await (await input.SubmitAsync("change")).ExecuteAsync(Demo.ConfirmationPasswordOf(loginId));
    }

    /// <summary>A table as it is stored.</summary>
    public static async Task<FeeTable> FeeTableAsync(this TestBank bank, FeeTableKind kind, string contractNumber = "1000000001")
    {
        var company = (await bank.CompanyAsync(contractNumber)).Id;
        return await bank.WithDatabaseAsync(
            context => context.FeeTables.AsNoTracking().SingleAsync(table => table.CompanyId == company && table.Kind == kind));
    }

    /// <summary>Publishes a standard schedule, as the bank does.</summary>
    public static Task PublishAsync(this TestBank bank, DateOnly from, params FeeBand[] bands) => bank.WithDatabaseAsync(async context =>
    {
        context.Add(StandardFees.Publish(from, new FeeSchedule(bands)));
        return await context.SaveChangesAsync();
    });

    /// <summary>The day of a program, in Japan.</summary>
    public static DateOnly Today(this TestApp app) => JapanTime.Day(app.Clock.GetUtcNow().UtcDateTime);
}
