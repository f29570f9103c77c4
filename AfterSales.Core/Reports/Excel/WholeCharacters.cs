using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace AfterSales.Core.Reports.Excel;

/// <summary>
/// Characters that take two units of text, such as U+1F600 or U+20BB7: both libraries escape each half by itself
/// ("_xD83D__xDE00_"), which not every program reads back. In the finished workbook they stand as themselves.
/// </summary>
public static partial class WholeCharacters
{
    private const int Block = 65_536;

    /// <summary>Length of two escaped halves.</summary>
    private const int Pair = 14;

    /// <summary>What a library wrote, with such characters as themselves. What was typed like an escape is none: the library escaped it once more.</summary>
    public static string Of(string written) => Halves().Replace(written, m => new string([Half(m.Groups[1]), Half(m.Groups[2])]));

    /// <summary>Puts a workbook right where it stands, part by part; one without such a character stays as it is. The stream can be read and wound back.</summary>
    public static async Task Mend(Stream book, CancellationToken stop = default)
    {
        if (book.Length > 0 && await Has(book, stop))
        {
            await using var from = Beside();
            book.Position = 0;
            await book.CopyToAsync(from, stop);
            book.SetLength(0);
            await Copy(from, book, stop);
        }

        book.Position = book.Length;
    }

    private static async Task<bool> Has(Stream book, CancellationToken stop)
    {
        using var zip = new ZipArchive(book, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var part in zip.Entries)
        {
            await using var from = part.Open();
            if (IsText(part) && await Pass(from, null, stop))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task Copy(Stream from, Stream to, CancellationToken stop)
    {
        using var old = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
        using var mended = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in old.Entries)
        {
            await using var source = part.Open();
            await using var target = mended.CreateEntry(part.FullName, CompressionLevel.Fastest).Open();
            await (IsText(part) ? Pass(source, target, stop) : source.CopyToAsync(target, stop));
        }
    }

    /// <summary>Copies a part and mends it on the way; with nowhere to copy to it only looks, and answers at the first that is found.</summary>
    private static async Task<bool> Pass(Stream from, Stream? to, CancellationToken stop)
    {
        using var reader = new StreamReader(from, Encoding.UTF8);
        await using var writer = new StreamWriter(to ?? Stream.Null, new UTF8Encoding(false));
        var (block, kept) = (new char[Block], "");
        for (int read; (read = await reader.ReadAsync(block, stop)) > 0;)
        {
            var text = kept + new string(block, 0, read);
            if (to is null && Halves().IsMatch(text))
            {
                return true;
            }

            text = Of(text);
            // A pair may begin in this block and end in the next.
            var whole = Math.Max(0, text.Length - Pair);
            await writer.WriteAsync(text.AsMemory(0, whole), stop);
            kept = text[whole..];
        }

        await writer.WriteAsync(kept.AsMemory(), stop);
        return false;
    }

    private static bool IsText(ZipArchiveEntry part) => part.FullName.EndsWith(".xml", StringComparison.Ordinal);

    private static char Half(Group digits) => (char)int.Parse(digits.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>A file that goes away when it is closed, and that nobody else may look into.</summary>
    private static FileStream Beside()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = Block, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }

    [GeneratedRegex("_x([dD][89abAB][0-9A-Fa-f]{2})__x([dD][c-fC-F][0-9A-Fa-f]{2})_", RegexOptions.CultureInvariant)]
    private static partial Regex Halves();
}
