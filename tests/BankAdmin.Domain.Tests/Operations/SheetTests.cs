using System.Reflection;
using System.Text.Json;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.SignIn;

namespace BankAdmin.Domain.Tests.Operations;

public sealed class SheetTests
{
    private static readonly SheetRow Kept = new("companyName", "企業名", "株式会社さくら商事");
    private static readonly SheetRow Emptied = new("memos[0]", "メモ", "給与", Before: "");
    private static readonly SheetRow Raised = new("companyLimits.salary", "給与振込", "200円", Before: "100円", Kind: ValueKind.Amount);

    [Fact]
    public void A_row_has_changed_when_it_knows_what_it_was_also_when_that_was_nothing()
    {
        Kept.Changed.ShouldBeFalse();
        Emptied.Changed.ShouldBeTrue();
    }

    [Fact]
    public void What_page_and_paper_say_of_an_empty_value_is_not_sealed()
    {
        (Emptied.ShownValue, Emptied.ShownBefore, Kept.ShownBefore).ShouldBe(("給与", "（未設定）", null));
        JsonSerializer.SerializeToElement(Emptied).EnumerateObject().Select(member => member.Name)
            .ShouldNotContain(nameof(SheetRow.ShownBefore));
    }

    [Fact]
    public void A_sheet_lists_and_counts_the_rows_of_all_its_sections_in_order()
    {
        var sheet = new Sheet(Compares: true, [new SheetSection("企業情報", [Kept, Emptied]), new SheetSection("限度額", [Raised])]);
        sheet.Rows.ShouldBe([Kept, Emptied, Raised]);
        sheet.ChangedCount.ShouldBe(2);
        new Sheet(Compares: false, []).ChangedCount.ShouldBe(0);
    }

    [Fact]
    public void A_refused_operation_says_so_and_why()
    {
        var login = new LoginRefused(null, ["E-AUTH-001"]);
        (login.Outcome, login.Operation).ShouldBe((OperationOutcome.Refused, OperationCatalogue.LogIn));
        login.ErrorCodes.ShouldBe(["E-AUTH-001"]);
        var change = new OperationRefused(OperationCatalogue.ChangeCompany, null, ["E-KGK-001", "E-KGK-003"]);
        (change.Outcome, change.ErrorCodes.Count).ShouldBe((OperationOutcome.Refused, 2));
        var done = new LoggedIn(OperationSubject.Of(Person.System));
        (done.Outcome, done.ErrorCodes.Count).ShouldBe((OperationOutcome.Succeeded, 0));
    }

    // What is added here is sealed into the history for ever: think of old records first.
    [Theory]
    [InlineData(typeof(Receipt), "ScreenId Title Number AtUtc CompanyName OperatorName OperatorLoginId Message "
        + "Sheet Issuer Matrix Warnings")]
    [InlineData(typeof(Matrix), "Columns Rows Credentials")]
    [InlineData(typeof(MatrixColumn), "Key Item Name")]
    [InlineData(typeof(MatrixRow), "LoginId Name Role State Held Credentials")]
    public void A_receipt_holds_nothing_but_what_was_shown(Type type, string members) =>
        string.Join(' ', type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(p => p.Name))
            .ShouldBe(members);
}
