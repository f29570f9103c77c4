using System.Globalization;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Attachments;

/// <summary>A file's name as it is shown: no path, nothing that writes backwards or breaks a line, the ending of what it really is.</summary>
public static class FileName
{
    private const string Forbidden = "/\\:*?\"<>|";

    /// <summary>The name to show; a file without one is called by its kind.</summary>
    public static string Shown(string? name, FileKind kind)
    {
        var last = (name ?? "")[((name ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(TextRule.Compatible(last).Where(c => !Forbidden.Contains(c, StringComparison.Ordinal) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))).Trim(' ', '.');
        var ending = kind.Ending();
        var fits = clean.EndsWith(ending, StringComparison.OrdinalIgnoreCase) || (kind == FileKind.Jpg && clean.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase));
        var stem = fits ? clean[..clean.LastIndexOf('.')] : clean;
        ending = fits ? clean[stem.Length..] : ending;
        return (TextRule.Cut(stem.Length == 0 ? kind.ToString().ToLowerInvariant() : stem, AttachmentLimits.Name - ending.Length) ?? "") + ending;
    }
}
