using System.Globalization;
using System.Text;

namespace AfterSales.Core.Shared;

/// <summary>What any typed text must be, and the forms in which texts are compared.</summary>
public static class TextRule
{
    /// <summary>
    /// False for NUL, control characters but tab, line feed and carriage return, lone surrogates, and U+FFFE and U+FFFF,
    /// which no workbook can hold.
    /// </summary>
    public static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c >= '\ufffe' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r')))
            {
                return false;
            }

            if (!char.IsSurrogate(c))
            {
                continue;
            }

            if (!char.IsSurrogatePair(text, i))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    /// <summary>
    /// The comparable form of a symptom, name or serial: NFKC, case folded, single blanks, trimmed (DOMAIN 4, "the same symptom").
    /// Blank gives "".
    /// </summary>
    public static string Key(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var folded = Compatible(text).ToUpperInvariant().ToLowerInvariant();
        return string.Join(' ', folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>NFKC of any text; what is no character becomes U+FFFD instead of an exception.</summary>
    public static string Compatible(string text) =>
        (IsClean(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\ufffe', '\ufffd')).Normalize(NormalizationForm.FormKC);

    /// <summary>Typed text as it is kept: outer blanks off, line ends as line feeds; blank is null.</summary>
    public static string? Kept(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    /// <summary>The beginning of a text that is too long; no character is cut in two.</summary>
    public static string? Cut(string? text, int most) =>
        text is null || text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>Invariant text of a value, for stored arguments.</summary>
    public static string Invariant(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
