using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BankAdmin.Infrastructure.Operations;

namespace BankAdmin.Infrastructure.Evidence;

/// <summary>What a bundle of evidence holds, as the bundle says it.</summary>
/// <param name="Version">Form of the bundle: 1.</param>
/// <param name="Bank">The bank that made it.</param>
/// <param name="ContractNumber">契約番号.</param>
/// <param name="CompanyName">The company's name when it was made.</param>
/// <param name="From">First day asked for, in Japan.</param>
/// <param name="To">Last day asked for, in Japan.</param>
/// <param name="ExportedAtUtc">When it was made, UTC.</param>
/// <param name="FirstSequence">Place in the chain of the first record.</param>
/// <param name="LastSequence">Place in the chain of the last record; all between are there.</param>
/// <param name="PreviousSeal">Seal of the record before the first, hexadecimal.</param>
/// <param name="Head">Where the chain ended when it was made, to be compared with anchors.</param>
public sealed record EvidenceStatement(
    int Version, string Bank, string ContractNumber, string CompanyName, DateOnly From, DateOnly To, DateTime ExportedAtUtc,
    long FirstSequence, long LastSequence, string PreviousSeal, AnchoredChain Head)
{
    /// <summary>How many records there are.</summary>
    [JsonIgnore]
    public long Records => LastSequence - FirstSequence + 1;
}

/// <summary>
/// The files of a bundle of evidence, a ZIP: the records as they are sealed, what they are, how to prove them, and a signature over the
/// sums of all three.
/// </summary>
public static class EvidenceFiles
{
    /// <summary>The records, one a line as JSON, in the order of the chain.</summary>
    public const string Records = "records.jsonl";

    /// <summary>The <see cref="EvidenceStatement"/>.</summary>
    public const string Statement = "statement.json";

    /// <summary>How it is proved, for people.</summary>
    public const string Explanation = "README.txt";

    /// <summary>SHA-256 of the three above, as <c>sha256sum</c> writes and checks it.</summary>
    public const string Sums = "SHA256SUMS";

    /// <summary>The signature over <see cref="Sums"/>: CMS, detached, DER.</summary>
    public const string Signature = "SHA256SUMS.p7s";

    /// <summary>What <see cref="Sums"/> lists, in its order.</summary>
    public static readonly IReadOnlyList<string> Listed = [Records, Statement, Explanation];

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The sums of files in the order of <see cref="Listed"/>.</summary>
    public static string SumsOf(IEnumerable<byte[]> hashes) =>
        string.Concat(Listed.Zip(hashes, (name, hash) => $"{Convert.ToHexStringLower(hash)}  {name}\n"));

    /// <summary>The explanation, UTF-8.</summary>
    public static byte[] ReadExplanation()
    {
        using var text = typeof(EvidenceFiles).Assembly.GetManifestResourceStream("evidence.txt")!;
        using var bytes = new MemoryStream();
        text.CopyTo(bytes);
        return bytes.ToArray();
    }
}
