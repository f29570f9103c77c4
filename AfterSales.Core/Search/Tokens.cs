using System.Text;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Search;

/// <summary>
/// The words of a text as they are searched, made here and not by the databases, so that both search the same: the
/// comparable form cut into runs of letters and digits, of Chinese each character by itself.
/// </summary>
public static class Tokens
{
    /// <summary>So many words of one text are searched; PostgreSQL counts positions no further than four times as many.</summary>
    public const int Most = 4_000;

    /// <summary>Longest word kept, in characters; a longer one is cut.</summary>
    public const int MaxLength = 40;

    /// <summary>The words in order.</summary>
    public static IEnumerable<string> Of(string? text)
    {
        var word = new StringBuilder();
        foreach (var rune in TextRule.Key(text).EnumerateRunes().Append(new Rune(' ')))
        {
            var (letter, whole) = (Rune.IsLetterOrDigit(rune), IsWhole(rune));
            if (word.Length > 0 && (whole || !letter))
            {
                yield return word.ToString();
                word.Clear();
            }

            if (letter && whole)
            {
                yield return rune.ToString();
            }
            else if (letter && word.Length < MaxLength)
            {
                word.Append(rune.ToString());
            }
        }
    }

    /// <summary>True for a character that is a word by itself: Chinese, kana and what else is written without blanks.</summary>
    public static bool IsWhole(Rune rune) => rune.Value is >= 0x2E80 and <= 0xA4CF or >= 0xF900 and <= 0xFAFF or >= 0x20000;
}
