using BankAdmin.Web.Forms;
using FluentValidation;

namespace BankAdmin.Web.Features.Companies.ChangeMemos;

/// <summary>Memos as typed, in the order of the contract.</summary>
public sealed record MemosForm
{
    public List<string?> Memos { get; set; } = [];

    public sealed class Validator : AbstractValidator<MemosForm>
    {
        public Validator(int maxLength) => RuleForEach(form => form.Memos).Memo(maxLength);
    }
}
