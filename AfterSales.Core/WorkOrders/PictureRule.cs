namespace AfterSales.Core.WorkOrders;

/// <summary>Pictures are judged by their content, never by the name or type that came with them.</summary>
public static class PictureRule
{
    /// <summary>A whole PNG: its signature, its first chunk, its end.</summary>
    public static bool IsPng(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 57 && bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        && bytes.Slice(12, 4).SequenceEqual("IHDR"u8) && bytes[^8..^4].SequenceEqual("IEND"u8);

    /// <summary>A JPEG: start of image and the marker after it.</summary>
    public static bool IsJpeg(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 100 && bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    /// <summary>The media type of a kept picture.</summary>
    public static string MediaType(ReadOnlySpan<byte> bytes) => IsPng(bytes) ? "image/png" : "image/jpeg";
}
