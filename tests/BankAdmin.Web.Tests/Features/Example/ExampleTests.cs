using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Features.Example.ChangeMainMemo;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Wizards;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Features.Example;

/// <summary>The smallest whole wizard: a folder of three files, no controller, no confirm view.</summary>
public sealed class ExampleTests : WebTest
{
    [Fact]
    public async Task It_asks_confirms_and_changes()
    {
        var browser = await LoggedInAsync("sakura01");
        var input = await browser.PostWithTokenAsync("/example/main-memo/start", []);

        var refused = await input.Fill("memo", new string('あ', 100)).SubmitAsync("change");
        var confirm = await refused.Fill("memo", "給与用").SubmitAsync("change");
        var result = await confirm.ExecuteAsync(Demo.ConfirmationPasswordOf("sakura01"));

        refused.ErrorKeys.ShouldBe(["E-COM-005@memo"]);
        confirm.Screen.ShouldBe("BKGK003", confirm.Summary);
        confirm.SheetKeys.ShouldBe(["memo"]);
        result.Screen.ShouldBe("BKGK016", result.Summary);
        (await Bank.NewRecordsAsync()).ShouldContain(record => record.ReceiptNumber == result.ReceiptNumber);
        (await Bank.CompanyAsync()).Accounts[0].Memo.ShouldBe("給与用");
    }

    protected override TestApp StartApp() => new(Bank, services: services =>
    {
        services.AddWizards(typeof(MainMemoWizard).Assembly);
        services.AddControllers().AddApplicationPart(typeof(MainMemoWizard).Assembly);
    });
}
