using System.Text;
using AfterSales.Core.Attachments;

namespace AfterSales.Tests.Attachments;

public sealed class FileContentTests
{
    private static readonly Dictionary<string, byte[]> Kept = new()
    {
        ["Jpg"] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0], ["Png"] = Samples.Png, ["Webp"] = [.. "RIFF"u8, 1, 0, 0, 0, .. "WEBPVP8 "u8], ["Gif"] = [.. "GIF89a"u8, 0], ["Pdf"] = Samples.Pdf,
        ["Docx"] = Samples.Zip("[Content_Types].xml", "word/document.xml"), ["Xlsx"] = Samples.Zip("[Content_Types].xml", "xl/workbook.xml"), ["Pptx"] = Samples.Zip("[Content_Types].xml", "ppt/presentation.xml"),
        ["Doc"] = Samples.Compound("WordDocument", "1Table"), ["Xls"] = Samples.Compound("Workbook"), ["Ppt"] = Samples.Compound("PowerPoint Document"),
    };

    private static readonly Dictionary<string, byte[]> Refused = new()
    {
        ["nothing"] = [], ["a program"] = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0], ["an ELF program"] = [0x7F, .. "ELF"u8, 2, 1, 1], ["a page"] = Encoding.UTF8.GetBytes("<!DOCTYPE html><script>alert(1)</script>"),
        ["a drawing"] = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), ["a script"] = Encoding.UTF8.GetBytes("#!/bin/sh\nrm -rf /"), ["any zip"] = Samples.Zip("a.txt"),
        ["endlessly many parts"] = Samples.Zip(["[Content_Types].xml", "word/document.xml", .. Enumerable.Range(0, 12_000).Select(i => $"word/media/picture-with-a-long-name-{i}.png")]), ["a jar"] = Samples.Zip("META-INF/MANIFEST.MF", "word/document.xml"), ["half a zip"] = [.. Samples.Zip("[Content_Types].xml", "word/document.xml").Take(40)], ["an installer"] = Samples.Compound("SummaryInformation"), ["half a picture"] = [0x89, (byte)'P', (byte)'N'],
    };

    private static readonly Dictionary<string, byte[]> Programs = new()
    {
        ["docm"] = Samples.Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), ["xlsm"] = Samples.Zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"),
        ["controls"] = Samples.Zip("[Content_Types].xml", "word/document.xml", "word/activeX/activeX1.bin"), ["sheets of macros"] = Samples.Zip("[Content_Types].xml", "xl/workbook.xml", "xl/macrosheets/sheet1.xml"), ["old word"] = Samples.Compound("WordDocument", "Macros"), ["old excel"] = Samples.Compound("Workbook", "_VBA_PROJECT_CUR"),
    };

    [Fact]
    public void Pictures_PDF_and_Office_are_known_by_their_content() =>
        Assert.Equal(Kept.Keys, Kept.Values.Select(bytes => Of(bytes).Kind?.ToString()));

    [Fact]
    public void Every_kind_that_may_be_kept_is_tried() => Assert.Equal(Enum.GetNames<FileKind>(), Kept.Keys);

    [Fact]
    public void Nothing_else_is() => Assert.All(Refused, file => Assert.Equal((file.Key, null), (file.Key, Of(file.Value).Kind)));

    [Fact]
    public void An_Office_file_with_a_program_in_it_is_told() => Assert.All(Programs, file => Assert.True(Of(file.Value).Macros, file.Key));

    [Theory]
    [InlineData("泄漏.png", FileKind.Png, "泄漏.png")]
    [InlineData("IMG_1.JPEG", FileKind.Jpg, "IMG_1.JPEG")]
    [InlineData("../../etc/passwd", FileKind.Pdf, "passwd.pdf")]
    [InlineData("C:\\temp\\report.exe", FileKind.Docx, "report.exe.docx")]
    [InlineData("a\u202Egnp.exe", FileKind.Png, "agnp.exe.png")]
    [InlineData("a\r\nb\0\"<c>.pdf", FileKind.Pdf, "abc.pdf")]
    [InlineData("...", FileKind.Pdf, "pdf.pdf")]
    [InlineData(null, FileKind.Gif, "gif.gif")]
    public void A_name_is_only_shown(string? name, FileKind kind, string shown) => Assert.Equal(shown, FileName.Shown(name, kind));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var shown = FileName.Shown(new string('长', 300) + ".pdf", FileKind.Pdf);
        Assert.Equal((AttachmentLimits.Name, true), (shown.Length, shown.EndsWith("长.pdf", StringComparison.Ordinal)));
    }

    private static FileContent Of(byte[] bytes) => FileContent.Of(new MemoryStream(bytes));
}
