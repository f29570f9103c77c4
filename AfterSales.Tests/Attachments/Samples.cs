using System.IO.Compression;
using System.Text;
using AfterSales.Tests.WorkOrders;

namespace AfterSales.Tests.Attachments;

/// <summary>Small files of every kind.</summary>
internal static class Samples
{
    public static byte[] Png => Jobs.Png;

    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF");

    /// <summary>A zip of empty entries.</summary>
    public static byte[] Zip(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                zip.CreateEntry(entry);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A compound file with these names in its directory.</summary>
    public static byte[] Compound(params string[] names)
    {
        var file = new byte[512 + (128 * (names.Length + 1))];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        foreach (var (name, at) in names.Prepend("Root Entry").Select((n, i) => (n, 512 + (128 * i))))
        {
            var text = Encoding.Unicode.GetBytes(name + "\0");
            text.CopyTo(file, at);
            (file[at + 64], file[at + 66]) = ((byte)text.Length, 2);
        }

        return file;
    }

    /// <summary>A file of a length that begins as a PDF.</summary>
    public static byte[] Big(long bytes)
    {
        var file = new byte[bytes];
        Pdf.CopyTo(file, 0);
        return file;
    }
}
