using System.Buffers.Binary;

namespace BankAdmin.Pdf.Fonts;

/// <summary>Font files are big-endian throughout.</summary>
internal static class BigEndian
{
    public static ushort U16(this ReadOnlySpan<byte> data, int offset) =>
        BinaryPrimitives.ReadUInt16BigEndian(data[offset..]);

    public static short S16(this ReadOnlySpan<byte> data, int offset) =>
        BinaryPrimitives.ReadInt16BigEndian(data[offset..]);

    public static int S32(this ReadOnlySpan<byte> data, int offset) =>
        checked((int)BinaryPrimitives.ReadUInt32BigEndian(data[offset..]));

    public static void Put16(this Span<byte> data, int offset, int value) =>
        BinaryPrimitives.WriteUInt16BigEndian(data[offset..], unchecked((ushort)value));

    public static void Put32(this Span<byte> data, int offset, uint value) =>
        BinaryPrimitives.WriteUInt32BigEndian(data[offset..], value);
}
