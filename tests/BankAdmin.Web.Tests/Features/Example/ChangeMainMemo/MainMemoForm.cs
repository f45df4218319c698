using BankAdmin.Domain.Companies;
using BankAdmin.Web.Forms;
using FluentValidation;

namespace BankAdmin.Web.Tests.Features.Example.ChangeMainMemo;

/// <summary>The memo as typed.</summary>
public sealed record MainMemoForm
{
    public string? Memo { get; set; }

    public sealed class Validator : AbstractValidator<MainMemoForm>
    {
        public Validator() => RuleFor(form => form.Memo).Memo(BankAccount.MemoMaxLength);
    }
}
