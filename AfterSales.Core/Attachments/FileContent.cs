using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace AfterSales.Core.Attachments;

/// <summary>What a file is by its content. Its name and the type that came with it say nothing.</summary>
/// <param name="Kind">What it is; null where it is nothing that may be kept.</param>
/// <param name="Macros">True where it is an Office file that carries a program.</param>
public sealed record FileContent(FileKind? Kind, bool Macros = false)
{
    private const int Head = 16, Slot = 128, NameBytes = 64, DirectoryEnd = 22, MostComment = 65_535, MostDirectory = 1 << 20;

    private static readonly FileContent Unknown = new((FileKind?)null);

    /// <summary>Storages of a program within an old Office file.</summary>
    private static readonly string[] OldMacros = ["Macros", "_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA"];

    /// <summary>Folders of controls and of Excel 4's macro sheets within an Office file since 2007.</summary>
    private static readonly string[] Programs = ["/activeX/", "/macrosheets/"];

    /// <summary>Looks at a whole file; the stream is left where it ends.</summary>
    public static FileContent Of(Stream file)
    {
        Span<byte> head = stackalloc byte[Head];
        file.Position = 0;
        head = head[..file.ReadAtLeast(head, Head, throwOnEndOfStream: false)];
        return head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => new(FileKind.Jpg),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => new(FileKind.Png),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => new(FileKind.Webp),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => new(FileKind.Gif),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => new(FileKind.Pdf),
            [(byte)'P', (byte)'K', 3, 4, ..] => Zipped(file),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Compound(file),
            _ => Unknown,
        };
    }

    /// <summary>Office since 2007: a zip with the one main part; only its directory is read.</summary>
    private static FileContent Zipped(Stream file)
    {
        if (DirectoryBytes(file) is not (>= 0 and <= MostDirectory))
        {
            return Unknown;
        }

        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Select(e => e.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
            FileKind? kind = !names.Contains("[Content_Types].xml") ? null
                : names.Contains("word/document.xml") ? FileKind.Docx
                : names.Contains("xl/workbook.xml") ? FileKind.Xlsx
                : names.Contains("ppt/presentation.xml") ? FileKind.Pptx : null;
            return new(kind, kind is not null && names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || Programs.Any(p => n.Contains(p, StringComparison.OrdinalIgnoreCase))));
        }
        catch (InvalidDataException)
        {
            return Unknown;
        }
    }

    /// <summary>
    /// How long a zip's directory is, from where its end record says that it begins to that record; null without one, or where
    /// a larger record (zip64) says it. A document's has some kilobytes; hundreds of thousands of entries would all become objects.
    /// </summary>
    private static long? DirectoryBytes(Stream file)
    {
        var tail = new byte[Math.Min(file.Length, DirectoryEnd + MostComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || tail.Length - at < DirectoryEnd)
        {
            return null;
        }

        var end = tail.AsSpan(at);
        var (disk, entries, begin) = (BinaryPrimitives.ReadUInt16LittleEndian(end[4..]), BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        return disk == ushort.MaxValue || entries == ushort.MaxValue || begin == uint.MaxValue ? null : file.Length - tail.Length + at - begin;
    }

    /// <summary>Office up to 2003: a compound file, told by the names in its directory, whose entries of 128 bytes may lie in any sector.</summary>
    private static FileContent Compound(Stream file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var slot = new byte[Slot];
        file.Position = 512;
        while (file.ReadAtLeast(slot, Slot, throwOnEndOfStream: false) == Slot)
        {
            var length = slot[NameBytes] + (slot[NameBytes + 1] << 8);
            // An entry: an even length with its closing zero, a storage, a stream or the root, one of two colours.
            if (length is >= 4 and <= NameBytes && length % 2 == 0 && slot[66] is 1 or 2 or 5 && slot[67] <= 1)
            {
                names.Add(Encoding.Unicode.GetString(slot, 0, length - 2));
            }
        }

        FileKind? kind = names.Contains("WordDocument") ? FileKind.Doc
            : names.Contains("Workbook") || names.Contains("Book") ? FileKind.Xls
            : names.Contains("PowerPoint Document") ? FileKind.Ppt : null;
        return new(kind, kind is not null && OldMacros.Any(names.Contains));
    }
}
