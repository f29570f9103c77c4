namespace AfterSales.Core.Attachments;

/// <summary>What may be attached: pictures, PDF, Office.</summary>
public enum FileKind
{
    /// <summary>JPEG.</summary>
    Jpg = 1,

    /// <summary>PNG.</summary>
    Png = 2,

    /// <summary>WebP.</summary>
    Webp = 3,

    /// <summary>GIF.</summary>
    Gif = 4,

    /// <summary>PDF.</summary>
    Pdf = 5,

    /// <summary>Word.</summary>
    Docx = 6,

    /// <summary>Excel.</summary>
    Xlsx = 7,

    /// <summary>PowerPoint.</summary>
    Pptx = 8,

    /// <summary>Word up to 2003.</summary>
    Doc = 9,

    /// <summary>Excel up to 2003.</summary>
    Xls = 10,

    /// <summary>PowerPoint up to 2003.</summary>
    Ppt = 11,
}

/// <summary>What follows from the kind.</summary>
public static class FileKinds
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    /// <summary>The ending that a name of the kind has.</summary>
    public static string Ending(this FileKind kind) => "." + kind.ToString().ToLowerInvariant();

    /// <summary>True for pictures.</summary>
    public static bool IsPicture(this FileKind kind) => kind is FileKind.Jpg or FileKind.Png or FileKind.Webp or FileKind.Gif;

    /// <summary>True for what a browser shows by itself without running anything of it; the rest is downloaded.</summary>
    public static bool IsShown(this FileKind kind) => kind.IsPicture() || kind == FileKind.Pdf;

    /// <summary>The type that it is served with: that of the content found, never one that came with the file.</summary>
    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Jpg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Webp => "image/webp",
        FileKind.Gif => "image/gif",
        FileKind.Pdf => "application/pdf",
        FileKind.Docx => OpenXml + "wordprocessingml.document",
        FileKind.Xlsx => OpenXml + "spreadsheetml.sheet",
        FileKind.Pptx => OpenXml + "presentationml.presentation",
        FileKind.Doc => "application/msword",
        FileKind.Xls => "application/vnd.ms-excel",
        _ => "application/vnd.ms-powerpoint",
    };
}
