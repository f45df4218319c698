using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Evidence;

/// <summary>What is exported.</summary>
/// <param name="ContractNumber">Whose history.</param>
/// <param name="From">First day, in Japan.</param>
/// <param name="To">Last day, in Japan.</param>
public sealed record EvidenceScope(string ContractNumber, DateOnly From, DateOnly To);

/// <summary>
/// Takes the history of a company in a period away as evidence: proved while it is read, signed, and told in that history before the file
/// is there under its name.
/// </summary>
public sealed class EvidenceExport(
    BankAdminDbContext context, HistoryKeys keys, CertificateAuthority authority, Issuer bank, TimeProvider clock)
{
    private const int Version = 1;

    /// <summary>Writes a bundle.</summary>
    /// <param name="scope">What of.</param>
    /// <param name="file">Where; must not be there yet. Where anything goes wrong nothing is.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What the bundle states.</returns>
    /// <exception cref="CannotGoOnException">There is no such company or no record, or one does not hold.</exception>
    public async Task<EvidenceStatement> WriteAsync(EvidenceScope scope, string file, CancellationToken ct)
    {
        var company = await context.Companies.IgnoreAutoIncludes().AsNoTracking().Where(c => c.ContractNumber == scope.ContractNumber)
            .Select(c => new CompanyOfEvidence(c.Id, c.ContractNumber, c.Name)).SingleOrDefaultAsync(ct)
            ?? throw new CannotGoOnException($"契約番号「{scope.ContractNumber}」の企業はありません。");
        var (first, last) = await FindRangeAsync(company.Id, scope, ct);
        var unfinished = OwnerOnly.TemporaryBeside(file);
        try
        {
            EvidenceStatement statement;
            await using (var written = OwnerOnly.CreateNew(unfinished))
            {
                using var bundle = new ZipArchive(written, ZipArchiveMode.Create);
                var (hash, before) = await WriteRecordsAsync(bundle, company.Id, first, last, ct);
                var conditions = $"操作日付「{scope.From.Text()}～{scope.To.Text()}」、{first}件目～{last}件目";
                await context.RecordAsync(
                    new ListExported(OperationCatalogue.ExportEvidence, company.Subject, conditions), Person.System, company.Id, ct);
                var head = await context.ChainHeads.AsNoTracking().SingleAsync(end => end.ChainId == company.Id, ct);
                statement = new EvidenceStatement(
                    Version, bank.Name, company.ContractNumber, company.Name, scope.From, scope.To, clock.GetUtcNow().UtcDateTime, first,
                    last, Convert.ToHexString(before),
                    new AnchoredChain(company.Id, company.ContractNumber, head.Sequence, Convert.ToHexString(head.Seal)));
                Sign(bundle, hash, statement);
            }

            File.Move(unfinished, file, overwrite: false);
            return statement;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task<(long First, long Last)> FindRangeAsync(Guid chain, EvidenceScope scope, CancellationToken ct)
    {
        var (from, before) = (JapanTime.StartUtc(scope.From), JapanTime.EndUtc(scope.To));
        var rows = context.OperationRecords
            .Where(row => row.ChainId == chain && row.OccurredAtUtc >= from && row.OccurredAtUtc < before)
            .Select(row => (long?)row.Sequence);
        return await rows.MinAsync(ct) is { } first && await rows.MaxAsync(ct) is { } last ? (first, last)
            : throw new CannotGoOnException($"契約番号「{scope.ContractNumber}」のこの期間の記録はありません。");
    }

    private async Task<(byte[] Hash, byte[] Before)> WriteRecordsAsync(
        ZipArchive bundle, Guid chain, long first, long last, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var links = new ChainLinks();
        byte[]? before = null;
        await using var records = bundle.CreateEntry(EvidenceFiles.Records).Open();
        await foreach (var row in RecordReader.ReadPagesAsync(context, chain, first - 1, last, ct))
        {
            if (before is null)
            {
                before = row.PreviousSeal;
                links.MoveTo(first - 1, before);
            }

            if ((links.FaultOfLink(row) ?? links.FaultOfSeal(row, keys.Find(row.KeyId))) is { } fault)
            {
                throw new CannotGoOnException($"{fault}正しくない記録は証跡として出力できません。audit verify で検査してください。");
            }

            links.MoveTo(row.Sequence, row.Seal);
            byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(row, EvidenceFiles.Json), (byte)'\n'];
            hash.AppendData(line);
            await records.WriteAsync(line, ct);
        }

        return links.Sequence == last ? (hash.GetHashAndReset(), before!)
            : throw new CannotGoOnException(string.Create(CultureInfo.InvariantCulture, $"{links.Sequence + 1}件目から後の記録がありません。"));
    }

    private void Sign(ZipArchive bundle, byte[] hashOfRecords, EvidenceStatement statement)
    {
        var (stated, explained) = (JsonSerializer.SerializeToUtf8Bytes(statement, EvidenceFiles.Json), EvidenceFiles.ReadExplanation());
        var sums = Encoding.ASCII.GetBytes(
            EvidenceFiles.SumsOf([hashOfRecords, SHA256.HashData(stated), SHA256.HashData(explained)]));
        var signature = EvidenceSignature.Sign(sums, authority, clock.GetUtcNow());
        if (EvidenceSignature.FaultOf(sums, signature, authority.Certificate) is { } fault)
        {
            throw new CannotGoOnException($"この認証局では証跡に署名できません。{fault}");
        }

        foreach (var (name, bytes) in new[]
        {
            (EvidenceFiles.Statement, stated), (EvidenceFiles.Explanation, explained), (EvidenceFiles.Sums, sums),
            (EvidenceFiles.Signature, signature),
        })
        {
            using var entry = bundle.CreateEntry(name).Open();
            entry.Write(bytes);
        }
    }

    private sealed record CompanyOfEvidence(Guid Id, string ContractNumber, string Name)
    {
        public OperationSubject Subject => new(SubjectKind.Company, ContractNumber, Name);
    }
}
