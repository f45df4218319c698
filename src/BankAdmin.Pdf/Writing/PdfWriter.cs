using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace BankAdmin.Pdf.Writing;

/// <summary>
/// The objects of a file and how they are laid down: streams one by one, everything else packed into compressed
/// object streams, and a cross-reference stream at the end. The same objects give the same bytes.
/// </summary>
internal sealed class PdfWriter
{
    private const int ObjectsPerStream = 200;

    private readonly List<(string? Dictionary, byte[]? Data)> objects = [default];

    /// <summary>Takes the next object number; its content is set later.</summary>
    public int Reserve()
    {
        objects.Add(default);
        return objects.Count - 1;
    }

    /// <summary>Sets an object that is not a stream.</summary>
    public void Set(int number, string content) => objects[number] = (content, null);

    /// <summary>Adds an object that is not a stream.</summary>
    public int Add(string content)
    {
        objects.Add((content, null));
        return objects.Count - 1;
    }

    /// <summary>Adds a stream; it is compressed here.</summary>
    public int AddStream(ReadOnlySpan<byte> data, string entries = "")
    {
        var packed = Deflate(data);
        objects.Add((StreamDictionary(packed.Length, entries), packed));
        return objects.Count - 1;
    }

    /// <summary>Writes the file.</summary>
    public void WriteTo(Stream output, int catalog, int info)
    {
        var target = new Target(output);
        target.Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        PackObjects(out var homes);
        var crossReference = Reserve();
        var table = new byte[7 * objects.Count];
        table.AsSpan(5, 2).Fill(0xFF);
        for (var number = 1; number < crossReference; number++)
        {
            var inStream = homes.TryGetValue(number, out var home);
            Enter(table, number, inStream ? 2 : 1, inStream ? home.Stream : target.Position, home.Index);
            if (!inStream)
            {
                WriteStream(target, number, objects[number].Dictionary!, objects[number].Data!);
            }
        }

        var start = target.Position;
        Enter(table, crossReference, 1, start, 0);
        var id = target.Hash();
        var packed = Deflate(table);
        WriteStream(target, crossReference, StreamDictionary(packed.Length, string.Create(
            CultureInfo.InvariantCulture,
            $"/Type/XRef/Size {objects.Count}/W[1 4 2]/Root {PdfText.Ref(catalog)}/Info {PdfText.Ref(info)}/ID[<{id}><{id}>]")), packed);
        target.Write(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
    }

    private void PackObjects(out Dictionary<int, (int Stream, int Index)> homes)
    {
        homes = [];
        var plain = Enumerable.Range(1, objects.Count - 1).Where(number => objects[number].Data is null).ToList();
        foreach (var chunk in plain.Chunk(ObjectsPerStream))
        {
            var (directory, body) = (new StringBuilder(), new StringBuilder());
            for (var i = 0; i < chunk.Length; i++)
            {
                directory.Append(CultureInfo.InvariantCulture, $"{chunk[i]} {body.Length} ");
                body.Append(objects[chunk[i]].Dictionary).Append('\n');
                homes.Add(chunk[i], (objects.Count, i));
            }

            AddStream(Encoding.Latin1.GetBytes($"{directory}{body}"), string.Create(
                CultureInfo.InvariantCulture, $"/Type/ObjStm/N {chunk.Length}/First {directory.Length}"));
        }
    }

    private static void Enter(Span<byte> table, int number, int kind, int place, int index)
    {
        var entry = table.Slice(7 * number, 7);
        entry[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(entry[1..], place);
        BinaryPrimitives.WriteUInt16BigEndian(entry[5..], (ushort)index);
    }

    private static string StreamDictionary(int length, string entries) => string.Create(
        CultureInfo.InvariantCulture, $"<</Length {length}/Filter/FlateDecode{entries}>>");

    private static void WriteStream(Target target, int number, string dictionary, byte[] data)
    {
        target.Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{dictionary}stream\n"));
        target.Write(data);
        target.Write("\nendstream\nendobj\n");
    }

    private static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(data);
        }

        return packed.ToArray();
    }

    /// <summary>The output, with the place reached and a hash of what went there, which names the file.</summary>
    private sealed class Target(Stream output)
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public int Position { get; private set; }

        public void Write(string text) => Write(Encoding.Latin1.GetBytes(text));

        public void Write(ReadOnlySpan<byte> data)
        {
            output.Write(data);
            hash.AppendData(data);
            Position += data.Length;
        }

        public string Hash() => Convert.ToHexString(hash.GetCurrentHash().AsSpan(0, 16));
    }
}
