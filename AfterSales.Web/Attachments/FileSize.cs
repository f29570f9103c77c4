using System.Globalization;

namespace AfterSales.Web.Attachments;

/// <summary>How big a file is, in words.</summary>
internal static class FileSize
{
    private const double Step = 1024;

    /// <summary>"812 B", "14 KB", "3.2 MB".</summary>
    public static string Of(long bytes) => bytes < Step ? string.Create(CultureInfo.InvariantCulture, $"{bytes} B")
        : bytes < Step * Step ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Step:0} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / Step / Step:0.0} MB");
}
