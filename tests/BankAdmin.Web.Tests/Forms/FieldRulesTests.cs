using BankAdmin.Domain.Rules;
using BankAdmin.Web.Forms;
using FluentValidation;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Forms;

/// <summary>Of each field the first broken rule speaks, whatever becomes of the fields beside it.</summary>
public sealed class FieldRulesTests
{
    [Theory]
    [InlineData("", "E-COM-001")]
    [InlineData("鈴木@", "E-COM-006 半角の英数字と記号以外の文字")]
    [InlineData("a@b.example.jp", "E-COM-005 10文字")]
    [InlineData("a@b", "E-COM-010 5文字")]
    [InlineData("a@b--", "E-COM-011")]
    [InlineData("ａ＠b.jp", "")]
    public void A_field_breaks_one_rule_at_a_time_with_what_its_message_names(string typed, string expected)
    {
        var validator = new InlineValidator<Form>();
        validator.RuleFor(form => form.Address).MailAddress(minLength: 5, maxLength: 10);

        var errors = validator.Validate(new Form { Address = typed }).Errors;

        errors.Select(error => string.Join(' ', [error.ErrorCode, .. (object[])error.CustomState]))
            .ShouldBe(expected.Length > 0 ? [expected] : []);
    }

    [Fact]
    public void Every_wrong_item_and_member_has_its_error_under_its_own_key()
    {
        var validator = new InlineValidator<Form>();
        validator.RuleForEach(form => form.Items).Amount(3);
        validator.RuleForEach(form => form.Members).EachMember(member => member.Amount(3));
        validator.RuleForEach(form => form.Rows).ChildRules(row =>
            row.RuleForEach(members => members).EachMember(member => member.Amount(3)));

        var errors = validator.Validate(new Form
        {
            Items = [null, "1", "x", "1234"],
            Members = new() { ["salary"] = "", ["bonus"] = "1", ["transfer"] = "x" },
            Rows = [new() { ["total"] = "1" }, new() { ["total"] = "x", ["adHoc"] = "1234" }],
        }).Errors;

        errors.Select(error => $"{error.ErrorCode}@{FieldKey.Of(error.PropertyName)}").ShouldBe(
        [
            "E-COM-001@items[0]", "E-COM-002@items[2]", "E-COM-005@items[3]", "E-COM-001@members.salary", "E-COM-002@members.transfer",
            "E-COM-002@rows[1].total", "E-COM-005@rows[1].adHoc",
        ]);
    }

    [Fact]
    public void A_rule_of_the_domain_names_its_fields_itself()
    {
        var validator = new InlineValidator<Form>();
        validator.RuleFor(form => form).FollowsRule(_ => [new Violation(ErrorCodes.OutOfRange, "rows[1].total", "1円")]);

        var error = validator.Validate(new Form()).Errors.ShouldHaveSingleItem();

        (error.ErrorCode, error.PropertyName).ShouldBe((ErrorCodes.OutOfRange, "rows[1].total"));
        error.CustomState.ShouldBe(new object[] { "1円" });
    }

    private sealed record Form
    {
        public string? Address { get; init; }

        public List<string?> Items { get; init; } = [];

        public Dictionary<string, string?> Members { get; init; } = [];

        public List<Dictionary<string, string?>> Rows { get; init; } = [];
    }
}
