using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;

namespace BankAdmin.Infrastructure.Evidence;

/// <summary>What was found out about a bundle of evidence.</summary>
/// <param name="Statement">What it states; null: that could not be proved.</param>
/// <param name="Fault">What is wrong with it; null: nothing.</param>
/// <param name="UnknownKeys">Keys that sealed some of its records and are not here, so that these seals were not proved.</param>
public sealed record EvidenceVerdict(EvidenceStatement? Statement, string? Fault, IReadOnlyCollection<string> UnknownKeys);

/// <summary>
/// Proves a bundle of evidence: the signature with the authority's certificate alone, the seals with the history keys that are there.
/// </summary>
/// <param name="authority">The certificate of the authority.</param>
/// <param name="keys">The history keys; null: there are none here.</param>
public sealed class EvidenceVerification(X509Certificate2 authority, HistoryKeys? keys)
{
    // Of the files other than the records; what is longer was not written by an export.
    private const int MostBytes = 65_536;

    private const string NoBundle = "操作履歴の証跡として読めません。";

    /// <summary>Proves one.</summary>
    /// <param name="file">The bundle.</param>
    public EvidenceVerdict Verify(Stream file)
    {
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        try
        {
            using var bundle = new ZipArchive(file, ZipArchiveMode.Read);
            var names = EvidenceFiles.Listed.Append(EvidenceFiles.Sums).Append(EvidenceFiles.Signature).Order(StringComparer.Ordinal);
            if (!bundle.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal).SequenceEqual(names))
            {
                return new EvidenceVerdict(null, $"{NoBundle}中のファイルが違います。", []);
            }

            if (FaultOfSignature(bundle) is { } fault)
            {
                return new EvidenceVerdict(null, fault, []);
            }

            var statement = JsonSerializer.Deserialize<EvidenceStatement>(Bytes(bundle, EvidenceFiles.Statement), EvidenceFiles.Json)!;
            return new EvidenceVerdict(statement, FaultOfRecords(bundle, statement, unknown), unknown);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or JsonException or EndOfStreamException or FormatException)
        {
            return new EvidenceVerdict(null, NoBundle, []);
        }
    }

    private static byte[] Bytes(ZipArchive bundle, string name)
    {
        using var entry = bundle.GetEntry(name)!.Open();
        var bytes = new byte[MostBytes + 1];
        var read = entry.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read <= MostBytes ? bytes[..read] : throw new InvalidDataException($"{name} is too long.");
    }

    private static byte[] HashOf(ZipArchive bundle, string name)
    {
        using var entry = bundle.GetEntry(name)!.Open();
        return SHA256.HashData(entry);
    }

    private string? FaultOfSignature(ZipArchive bundle)
    {
        var sums = Bytes(bundle, EvidenceFiles.Sums);
        return EvidenceSignature.FaultOf(sums, Bytes(bundle, EvidenceFiles.Signature), authority)
            ?? (Encoding.ASCII.GetString(sums) == EvidenceFiles.SumsOf(EvidenceFiles.Listed.Select(name => HashOf(bundle, name))) ? null
                : "中のファイルが、署名された時の内容と違います。");
    }

    private string? FaultOfRecords(ZipArchive bundle, EvidenceStatement statement, SortedSet<string> unknown)
    {
        var links = new ChainLinks();
        links.MoveTo(statement.FirstSequence - 1, Convert.FromHexString(statement.PreviousSeal));
        using var records = new StreamReader(bundle.GetEntry(EvidenceFiles.Records)!.Open(), Encoding.UTF8);
        while (records.ReadLine() is { } line)
        {
            var row = JsonSerializer.Deserialize<OperationRecord>(line, EvidenceFiles.Json)!;
            var key = keys?.Find(row.KeyId);
            if (key is null)
            {
                unknown.Add(row.KeyId);
            }

            var fault = links.FaultOfLink(row) ?? (key is null ? null : links.FaultOfSeal(row, key))
                ?? (row.ChainId == statement.Head.ChainId ? null : $"{ChainLinks.NameOf(row)}は別の企業の記録です。");
            if (fault is not null)
            {
                return fault;
            }

            links.MoveTo(row.Sequence, row.Seal);
        }

        return links.Sequence == statement.LastSequence ? null : $"{links.Sequence + 1}件目から後の記録がありません。";
    }
}
