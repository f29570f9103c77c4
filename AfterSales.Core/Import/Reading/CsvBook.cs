using System.Text;

namespace AfterSales.Core.Import;

/// <summary>A text file as one sheet: UTF-8 with or without a mark, UTF-16 with one, else GB18030; cells parted by comma, semicolon or tab.</summary>
internal sealed class CsvBook : SourceBook
{
    private readonly Stream stream;
    private readonly Encoding encoding;

    static CsvBook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public CsvBook(string name, Stream stream)
    {
        (this.stream, encoding) = (stream, EncodingOf(stream));
        Sheets = [new SourceSheet(Path.GetFileNameWithoutExtension(name), Rows())];
    }

    public override IReadOnlyList<SourceSheet> Sheets { get; }

    public override void Dispose() => stream.Dispose();

    private IEnumerable<SourceRow> Rows()
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, true, 1 << 16, leaveOpen: true);
        foreach (var row in CsvText.Rows(reader))
        {
            if (row.Number > ReadingLimits.Rows * 2)
            {
                throw new UnreadableException("Import.TooManyRows", ReadingLimits.Rows);
            }

            yield return row;
        }
    }

    /// <summary>A NUL is in no text: such a file is something else.</summary>
    private static Encoding EncodingOf(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var got = stream.ReadAtLeast(buffer, 2, throwOnEndOfStream: false);
        if (got >= 2 && (buffer[0], buffer[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            return Encoding.Unicode;
        }

        var (decoder, chars, utf8) = (new UTF8Encoding(false, true).GetDecoder(), new char[(1 << 16) + 4], true);
        for (; got > 0; got = stream.Read(buffer))
        {
            if (buffer.AsSpan(0, got).Contains((byte)0))
            {
                throw new UnreadableException("Import.NotAWorkbook");
            }

            utf8 = utf8 && Decodes(decoder, buffer.AsSpan(0, got), chars, false);
        }

        return utf8 && Decodes(decoder, [], chars, true) ? new UTF8Encoding(false) : Encoding.GetEncoding("GB18030");
    }

    private static bool Decodes(Decoder decoder, ReadOnlySpan<byte> bytes, char[] chars, bool last)
    {
        try
        {
            decoder.GetChars(bytes, chars, last);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
