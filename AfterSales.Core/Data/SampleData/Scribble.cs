using System.Buffers.Binary;
using System.IO.Compression;

namespace AfterSales.Core.Data.SampleData;

/// <summary>Signatures as a finger draws them: small black-and-white PNG pictures.</summary>
internal static class Scribble
{
    private const int Width = 160;
    private const int Height = 56;

    /// <summary>A few of them.</summary>
    public static readonly byte[][] Pictures = [.. Enumerable.Range(1, 8).Select(Draw)];

    /// <summary>A picture of dots.</summary>
    public static byte[] Picture(Action<Action<int, int>> draw)
    {
        var bytes = new byte[Height * (Width / 8 + 1)];
        Array.Fill(bytes, (byte)0xFF);
        for (var row = 0; row < Height; row++)
        {
            bytes[row * (Width / 8 + 1)] = 0;
        }

        draw((x, y) => Dot(bytes, x, y));
        return Png(bytes);
    }

    private static byte[] Draw(int seed) => Picture(dot =>
    {
        for (var i = 0; i < 1400; i++)
        {
            var at = i / 1400.0;
            var x = (int)(14 + at * 130 + 9 * Math.Sin(at * (17 + seed * 3)));
            var y = (int)(28 + 15 * Math.Sin(at * (11 + seed)) * Math.Cos(at * (23 - seed)) + 5 * Math.Sin(at * 60));
            dot(x, y);
            dot(x + 1, y);
        }
    });

    private static void Dot(byte[] bytes, int x, int y) =>
        bytes[y * (Width / 8 + 1) + 1 + x / 8] &= (byte)~(0x80 >> (x % 8));

    private static byte[] Png(byte[] pixels)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 1;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(pixels);
        }

        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] data)
    {
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        byte[] body = [.. name, .. data];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(body));
        return [.. length, .. body, .. sum];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
