using System.IO.Compression;
using AfterSales.Core.Reports.Excel;

namespace AfterSales.Tests.Reports.Excel;

/// <summary>A workbook is mended as it streams by, wherever a character falls between two blocks.</summary>
public sealed class WholeCharactersTests
{
    [Fact]
    public async Task Wherever_a_block_ends_a_character_becomes_whole_and_the_rest_stays()
    {
        const string Written = "_xD83D__xDE00_a_xD842__xDFB7_ _x000D_ _xD83D_";
        const int Block = 65_536;
        for (var before = Block - 50; before <= Block + 3; before++)
        {
            using var book = Zip(("xl/worksheets/sheet1.xml", new string('x', before) + Written + new string('y', Block)), ("docProps/app.txt", Written));

            await WholeCharacters.Mend(book, TestContext.Current.CancellationToken);

            Assert.Equal(new string('x', before) + "😀a𠮷 _x000D_ _xD83D_" + new string('y', Block), Read(book, "xl/worksheets/sheet1.xml"));
            Assert.Equal(Written, Read(book, "docProps/app.txt"));
        }
    }

    [Fact]
    public async Task A_workbook_without_such_characters_stays_as_it_is()
    {
        using var book = Zip(("xl/worksheets/sheet1.xml", "<t>_x0041_ 中</t>"));
        var before = book.ToArray();

        await WholeCharacters.Mend(book, TestContext.Current.CancellationToken);

        Assert.Equal(before, book.ToArray());
        Assert.Equal(book.Length, book.Position);
    }

    private static MemoryStream Zip(params (string Name, string Text)[] parts)
    {
        var book = new MemoryStream();
        using var zip = new ZipArchive(book, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, text) in parts)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }

        return book;
    }

    private static string Read(Stream book, string name)
    {
        using var zip = new ZipArchive(book, ZipArchiveMode.Read, leaveOpen: true);
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
