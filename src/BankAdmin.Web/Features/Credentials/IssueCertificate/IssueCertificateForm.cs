using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Web.Forms;
using FluentValidation;

namespace BankAdmin.Web.Features.Credentials.IssueCertificate;

/// <summary>証明書発行: nothing needs to be typed.</summary>
public sealed record IssueCertificateForm
{
    /// <summary>A request of the user's own (CSR, PEM); empty: the key is made here.</summary>
    public string? Csr { get; set; }

    public bool HasCsr => !string.IsNullOrWhiteSpace(Csr);

    /// <summary>Without what is longer than any request is; it stays too long.</summary>
    public IssueCertificateForm Cut() =>
        Csr?.Length > SigningRequests.MaxLength ? this with { Csr = Csr[..(SigningRequests.MaxLength + 1)] } : this;

    public sealed class Validator : AbstractValidator<IssueCertificateForm>
    {
        public Validator() => RuleFor(form => form).FollowsRule(Check);

        private static IReadOnlyList<Violation> Check(IssueCertificateForm form) =>
            !form.HasCsr ? []
            : form.Csr!.Length > SigningRequests.MaxLength
                ? [new Violation(ErrorCodes.TooLong, "csr", $"{SigningRequests.MaxLength:N0}文字")]
            : SigningRequests.ReadKey(form.Csr) is null ? [new Violation(ErrorCodes.WrongForm, "csr")]
            : [];
    }
}
