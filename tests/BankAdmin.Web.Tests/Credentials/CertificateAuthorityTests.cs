using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BankAdmin.Domain;
using BankAdmin.Infrastructure;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Credentials;

/// <summary>The authority: what it issues, and who can do nothing with its files.</summary>
public sealed class CertificateAuthorityTests : WebTest
{
    private const string Holder = "ippan001";
    private static readonly TimeSpan ProgramLimit = TimeSpan.FromSeconds(30);

    protected override CompanyBuilder[] Companies =>
        [A.Company("9000000611").WithMaster("kanri001").WithUser(Holder, Domain.Users.UserRole.General).HoldingCertificate()];

    [Fact]
    public async Task A_certificate_names_nobody_and_can_do_nothing_but_prove_its_owner()
    {
        using var certificate = Bank.CertificateOf(Holder);
        var owner = await Bank.UserAsync(Holder);

        certificate.Subject.ShouldBe($"CN={owner.Id:N}");
        certificate.HasPrivateKey.ShouldBeTrue();
        var end = JapanTime.Of(certificate.NotAfter.ToUniversalTime());
        end.ToString("HH:mm:ss", CultureInfo.InvariantCulture).ShouldBe("08:59:59");
        var issued = await Bank.WithDatabaseAsync(context => context.Certificates.AsNoTracking().SingleAsync(c => c.UserId == owner.Id));
        DateOnly.FromDateTime(end.DateTime).ShouldBe(JapanTime.Day(issued.IssuedAtUtc).AddYears(1));
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority.ShouldBeFalse();
        certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages.ShouldBe(X509KeyUsageFlags.DigitalSignature);
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<Oid>().Single().Value
            .ShouldBe("1.3.6.1.5.5.7.3.2");
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.ImportFromPem((await NewBrowser().GetAsync("/pki/ca.crt")).Body);
        chain.Build(certificate).ShouldBeTrue();
    }

    [Fact]
    public void Without_the_master_key_the_folder_opens_nothing()
    {
        var file = File.ReadAllText(Path.Combine(Bank.CaFolder, CertificateAuthority.KeyFile));
        file.ShouldNotContain("PRIVATE KEY");
        var strangers = Directory.CreateTempSubdirectory("bankadmin-test-").FullName;
        try
        {
            KeyFiles.CreateIfMissing(strangers, MasterKeys.Purpose, TimeProvider.System.GetUtcNow());
            Should.Throw<CannotGoOnException>(() => CertificateAuthority.Open(Bank.CaFolder, new MasterKeys(strangers)));
        }
        finally
        {
            Directory.Delete(strangers, recursive: true);
        }
    }

    [Fact]
    public void The_banks_own_authority_serves_as_well_and_what_is_none_is_refused()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Own", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using (var none = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1)))
        {
            Put(none, key);
            Should.Throw<CannotGoOnException>(() => CertificateAuthority.Open(Bank.CaFolder, new MasterKeys(Bank.KeyFolder)));
        }

        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using var own = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        Put(own, key);
        using var authority = CertificateAuthority.Open(Bank.CaFolder, new MasterKeys(Bank.KeyFolder));
        using var user = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issued = authority.Issue(Guid.NewGuid(), new PublicKey(user), now.UtcDateTime, now.UtcDateTime.AddDays(1));
        issued.Issuer.ShouldBe("CN=Own");
        authority.BuildRevocationList([], 1, now.UtcDateTime, now.UtcDateTime.AddDays(7)).Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Another_program_agrees_with_profile_and_revocation_list()
    {
        Programs.SkipWithout("openssl");
        using var certificate = Bank.CertificateOf(Holder);
        var file = Path.Combine(Bank.Folder, "user.crt");
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        (await OpenSslAsync("x509", "-in", file, "-noout", "-text")).ShouldContain("TLS Web Client Authentication");
        var before = await VerifyAsync(file);
        before.ShouldContain("OK");
        var first = await NumberAsync();

        var browser = await LoggedInAsync("kanri001");
        var list = await browser.OpenUsersAsync("BRSK018");
        var confirm = await list.Check($"selected:{Holder}").SubmitAsync("revoke");
        (await confirm.ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK020");

        (await VerifyAsync(file)).ShouldContain("certificate revoked");
        (await NumberAsync()).ShouldBe(first + 1);
        App.Clock.Advance(TimeSpan.FromDays(1));
        (await NumberAsync()).ShouldBe(first + 2, "and every day");
        (await NumberAsync()).ShouldBe(first + 2);
    }

    [Fact]
    public async Task The_demo_certificates_open_with_their_password_and_only_the_valid_ones_are_valid()
    {
        foreach (var (loginId, valid) in new[] { ("aoi00001", true), ("aoi00002", true), ("aoi00003", false) })
        {
            using var certificate = Bank.CertificateOf(loginId, "demo");
            certificate.Subject.ShouldBe($"CN={(await Bank.UserAsync(loginId)).Id:N}");
            (certificate.NotAfter.ToUniversalTime() > App.Clock.GetUtcNow().UtcDateTime).ShouldBe(valid, loginId);
        }
    }

    private void Put(X509Certificate2 certificate, RSA key)
    {
        File.WriteAllText(Path.Combine(Bank.CaFolder, CertificateAuthority.CertificateFile), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(Bank.CaFolder, CertificateAuthority.KeyFile), key.ExportPkcs8PrivateKeyPem());
    }

    private async Task<long> NumberAsync()
    {
        await FetchAsync();
        var list = await File.ReadAllBytesAsync(ListFile, TestContext.Current.CancellationToken);
        CertificateRevocationListBuilder.Load(list, out var number, out _);
        return (long)number;
    }

    private string ListFile => Path.Combine(Bank.Folder, "list.crl");

    private async Task FetchAsync() => await File.WriteAllBytesAsync(
        ListFile, [.. (await NewBrowser().GetAsync("/pki/bankadmin.crl")).Bytes], TestContext.Current.CancellationToken);

    private async Task<string> VerifyAsync(string file)
    {
        await FetchAsync();
        var (ca, list) = (Path.Combine(Bank.CaFolder, CertificateAuthority.CertificateFile), ListFile + ".pem");
        await OpenSslAsync("crl", "-inform", "DER", "-in", ListFile, "-out", list);
        try
        {
            return await OpenSslAsync("verify", "-crl_check", "-CAfile", ca, "-CRLfile", list, file);
        }
        catch (InvalidOperationException refused)
        {
            return refused.Message;
        }
    }

    private static Task<string> OpenSslAsync(params string[] arguments) => Programs.RunAsync("openssl", arguments, ProgramLimit);
}
