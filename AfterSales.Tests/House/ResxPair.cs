using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AfterSales.Tests.House;

/// <summary>The texts of one feature folder in both languages.</summary>
internal sealed partial record ResxPair(string Folder, IReadOnlyDictionary<string, string> Chinese, IReadOnlyDictionary<string, string> English)
{
    /// <summary>Every pair of the web room.</summary>
    public static IReadOnlyList<ResxPair> All { get; } =
    [
        .. Source.Files("AfterSales.Web", ".resx")
            .Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal))
            .Select(f => new ResxPair(Path.GetFileNameWithoutExtension(f), Read(f), Read(Path.ChangeExtension(f, ".en.resx")))),
    ];

    /// <summary>Keys of both languages, of every folder.</summary>
    public static IReadOnlySet<string> Complete { get; } = All.SelectMany(p => p.Chinese.Keys.Intersect(p.English.Keys)).ToHashSet();

    /// <summary>The holes of a text, "{0}" and "{1:0.0}" alike.</summary>
    public static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Read(string file) =>
        File.Exists(Path.Combine(Source.Root, file))
            ? XDocument.Load(Path.Combine(Source.Root, file)).Root!.Elements("data").ToDictionary(d => (string)d.Attribute("name")!, d => (string?)d.Element("value") ?? "")
            : [];

    [GeneratedRegex(@"\{(\d+)[^{}]*\}")]
    private static partial Regex Hole();
}
