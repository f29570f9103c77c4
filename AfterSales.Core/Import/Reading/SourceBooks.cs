using System.IO.Compression;
using System.Xml;
using AfterSales.Core.Attachments;

namespace AfterSales.Core.Import;

/// <summary>Opens what was handed in by what it holds: a workbook, else text, unless its name says that it is a workbook.</summary>
internal static class SourceBooks
{
    private static readonly byte[] Zip = [0x50, 0x4B];
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly string[] Workbooks = [".xlsx", ".xlsm", ".xls"];

    /// <summary>Throws <see cref="UnreadableException"/> for what can't be read.</summary>
    public static SourceBook Open(ImportFile file)
    {
        var stream = file.Open();
        try
        {
            if (stream.Length > ReadingLimits.File)
            {
                throw new UnreadableException("Import.TooLarge");
            }

            var head = new byte[4];
            var got = stream.ReadAtLeast(head, 4, throwOnEndOfStream: false);
            stream.Position = 0;
            if (got == 0)
            {
                throw new UnreadableException("Import.Empty");
            }

            return head.AsSpan().StartsWith(Compound) ? throw new UnreadableException("Import.Encrypted")
                : head.AsSpan().StartsWith(Zip) ? Guarded(() => new XlsxBook(stream))
                : Workbooks.Contains(Path.GetExtension(file.Name), StringComparer.OrdinalIgnoreCase) || FileContent.Of(stream).Kind is not null ? throw new UnreadableException("Import.NotAWorkbook")
                : new CsvBook(file.Name, Begun(stream));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static Stream Begun(Stream stream)
    {
        stream.Position = 0;
        return stream;
    }

    /// <summary>Whatever a broken workbook makes the libraries throw is one sentence.</summary>
    public static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw new UnreadableException("Import.NotAWorkbook");
        }
    }

    /// <summary>The same row by row.</summary>
    public static IEnumerable<T> Guarded<T>(IEnumerable<T> rows)
    {
        using var at = Guarded(rows.GetEnumerator);
        while (Guarded(at.MoveNext))
        {
            yield return at.Current;
        }
    }

    private static bool IsBroken(Exception e) => e is InvalidDataException or XmlException or IOException or FormatException or ArgumentException or OverflowException
        or NotSupportedException or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException or NullReferenceException;
}
