using System.Reflection;
using System.Text;

namespace AfterSales.Core.Search;

/// <summary>
/// Pinyin 拼音 without tones, by a table made from Unihan (Pinyin/make-pinyin.sh): each character with its readings, the
/// commonest first; ü is v, as it is typed.
/// </summary>
public static class Pinyin
{
    /// <summary>So many ways to say one tail are kept: three characters of two readings each give every one.</summary>
    public const int MostWays = 8;

    private const int LeastCharacters = 2;

    private static readonly Lazy<Dictionary<int, string[]>> Table = new(Load);

    /// <summary>The readings of a character; none where it is not Chinese.</summary>
    public static IReadOnlyList<string> Readings(Rune character) => Table.Value.GetValueOrDefault(character.Value) ?? [];

    /// <summary>
    /// How every tail of a name is typed, cut to <paramref name="length"/> letters: in full and by initials (济南机械:
    /// "jinanjixie", "jnjx", "nanjixie", "njx" …), by each reading of its characters (重庆: "cq" and "zq") up to
    /// <see cref="MostWays"/>. A tail begins with a Chinese character or the Latin letters before one, and has two Chinese
    /// characters at least; what is not Chinese stands as it is. By what begins within a firm's legal ending nobody looks for it.
    /// </summary>
    public static IEnumerable<string> Tails(string name, int length)
    {
        var runes = name.EnumerateRunes().ToList();
        var chinese = runes.ConvertAll(r => Readings(r).Count > 0);
        var own = runes.Count - (name.Length - FirmName.Core(name).Length);
        return Enumerable.Range(0, own)
            .Where(i => (chinese[i] || i == 0 || chinese[i - 1]) && chinese.Skip(i).Count(c => c) >= LeastCharacters)
            .SelectMany(i => Ways(runes[i..], length, reading => reading).Concat(Ways(runes[i..], length, reading => reading[..1])))
            .Distinct();
    }

    private static IEnumerable<string> Ways(IEnumerable<Rune> runes, int length, Func<string, string> part)
    {
        var ways = new List<string> { "" };
        foreach (var rune in runes.TakeWhile(_ => ways.Exists(w => w.Length < length)))
        {
            var said = Readings(rune).Select(part).DefaultIfEmpty(rune.ToString()).Distinct();
            ways = [.. said.SelectMany(_ => ways, (next, way) => way + next).Take(MostWays)];
        }

        return ways.Select(w => w.Length > length ? w[..length] : w);
    }

    private static Dictionary<int, string[]> Load()
    {
        using var table = Assembly.GetExecutingAssembly().GetManifestResourceStream("pinyin.txt")!;
        using var lines = new StreamReader(table, Encoding.UTF8);
        var found = new Dictionary<int, string[]>();
        while (lines.ReadLine() is { } line)
        {
            var (readings, characters) = (line[..line.IndexOf('\t', StringComparison.Ordinal)].Split(','), line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
            foreach (var character in characters.EnumerateRunes())
            {
                found[character.Value] = readings;
            }
        }

        return found;
    }
}
