using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>
/// What is sealed: fields with their lengths before them, so that no two different rows give the same bytes. Put together first and
/// hashed at once, for a hash that is fed piece by piece costs several times as much; used again, for who seals many.
/// </summary>
public sealed class SealMessage
{
    private const int UsualLength = 4_096;
    private const int LongestValue = 64;

    // Tells nothing from an empty text.
    private const int Absent = -1;

    private byte[] bytes = new byte[UsualLength];
    private int length;

    /// <summary>What has been added.</summary>
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    /// <summary>Begins anew.</summary>
    public SealMessage Clear()
    {
        length = 0;
        return this;
    }

    /// <summary>Adds a text; null: there is none.</summary>
    public SealMessage Text(string? text)
    {
        if (text is null)
        {
            return None();
        }

        var room = Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        return Add(Encoding.UTF8.GetBytes(text, room));
    }

    /// <summary>Adds a key, as 32 hexadecimal digits; null: there is none.</summary>
    public SealMessage Key(Guid? key) => key is { } value ? Value(value, "N") : None();

    /// <summary>Adds a number, as decimal digits; null: there is none.</summary>
    public SealMessage Number(long? number) => number is { } value ? Value(value, "") : None();

    /// <summary>Adds bytes as they are.</summary>
    public SealMessage Bytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        return Add(value.Length);
    }

    private SealMessage Value<T>(T value, string format)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(Room(LongestValue), out var written, format, CultureInfo.InvariantCulture);
        return Add(written);
    }

    private SealMessage None()
    {
        Room(0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(length), Absent);
        length += sizeof(int);
        return this;
    }

    private Span<byte> Room(int most)
    {
        var needed = length + sizeof(int) + most;
        if (needed > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(needed, bytes.Length * 2));
        }

        return bytes.AsSpan(length + sizeof(int), most);
    }

    private SealMessage Add(int written)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(length), written);
        length += sizeof(int) + written;
        return this;
    }
}
