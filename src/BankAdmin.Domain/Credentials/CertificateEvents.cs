using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain.Credentials;

/// <summary>A certificate was issued.</summary>
/// <param name="Subject">Whose it is.</param>
/// <param name="Serial">Its serial number, hexadecimal.</param>
/// <param name="EndsAtUtc">有効期限, UTC.</param>
public sealed record CertificateIssued(OperationSubject Subject, string Serial, DateTime EndsAtUtc)
    : OperationEvent(OperationCatalogue.IssueCertificate, Subject);

/// <summary>Certificates were revoked.</summary>
/// <param name="Subject">Whose they were.</param>
/// <param name="Serials">Their serial numbers, a blank between them.</param>
public sealed record CertificateRevoked(OperationSubject Subject, string Serials)
    : OperationEvent(OperationCatalogue.RevokeCertificate, Subject);
