using System.Text.RegularExpressions;
using AfterSales.Core;
using AfterSales.Web.Shared;

namespace AfterSales.Tests.House;

/// <summary>Both languages are complete, and Core has no display text.</summary>
public sealed partial class LanguageTests
{
    /// <summary>Where Chinese in code is data: sample data and shipped defaults, which carry both languages, what people write into numbers, and how firms' names end, the heads and words of the firm's workbook.</summary>
    private static readonly string[] DataFiles = ["/SampleData/", "/Settings/Defaults", "/Customers/PhoneNumber.cs", "/Customers/PhoneShape.cs", "/Assets/PlateRule.cs", "/Search/FirmName.cs", "/Messages/", "/Import/"];

    [Fact]
    public void Both_languages_have_the_same_keys() =>
        Found.None(ResxPair.All.SelectMany(p => p.Chinese.Keys.Except(p.English.Keys).Concat(p.English.Keys.Except(p.Chinese.Keys))));

    [Fact]
    public void A_text_has_the_same_holes_in_both() =>
        Found.None(
            from pair in ResxPair.All
            from key in pair.Chinese.Keys.Intersect(pair.English.Keys)
            where !ResxPair.Holes(pair.Chinese[key]).SequenceEqual(ResxPair.Holes(pair.English[key]))
            select key);

    [Fact]
    public void No_text_is_blank_and_a_key_begins_with_its_folder() =>
        Found.None(
            from pair in ResxPair.All
            from text in pair.Chinese.Concat(pair.English)
            where string.IsNullOrWhiteSpace(text.Value) || !text.Key.StartsWith(pair.Folder + ".", StringComparison.Ordinal)
            select text.Key);

    [Fact]
    public void English_is_written_in_English() =>
        Found.None(ResxPair.All.SelectMany(p => p.English).Where(t => Cjk().IsMatch(t.Value) && !t.Key.Contains(".Language.", StringComparison.Ordinal)));

    [Fact]
    public void Chinese_is_punctuated_in_full_width() =>
        Found.None(
            (from pair in ResxPair.All
             from text in pair.Chinese
             where HalfWidth().IsMatch(text.Value)
             select $"{text.Key}: {text.Value}").Concat(
             from file in Source.Files("AfterSales.Core", ".cs")
             where DataFiles.Any(d => file.Contains(d, StringComparison.Ordinal)) && !file.Contains("/Customers/Phone", StringComparison.Ordinal) && !file.Contains("/Messages/", StringComparison.Ordinal)
             from line in Source.Lines(file)
             from Match literal in Literal().Matches(Comment().Replace(line, ""))
             where HalfWidth().IsMatch(literal.Value)
             select $"{file}: {literal.Value}"));

    [Fact]
    public void Every_text_is_used()
    {
        var code = string.Concat(Source.Files("AfterSales.Core", ".cs").Concat(Source.Files("AfterSales.Web", ".cs", ".razor")).Select(Source.Text));
        var whole = Word().Matches(code).Select(m => m.Groups[1].Value).ToHashSet();
        var begun = Begun().Matches(code).Select(m => m.Groups[1].Value).ToHashSet();
        var enums = typeof(CoreServices).Assembly.GetTypes().Concat(typeof(ResourceTexts).Assembly.GetTypes()).Where(t => t.IsEnum)
            .SelectMany(t => Enum.GetNames(t).Select(n => $"{t.Namespace!.Split('.')[^1]}.{t.Name}.{n}")).ToHashSet();
        Found.None(ResxPair.All.SelectMany(p => p.Chinese.Keys).Where(k => !whole.Contains(k) && !enums.Contains(k) && !begun.Any(b => k.StartsWith(b, StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_key_in_the_code_has_its_text()
    {
        var folders = ResxPair.All.Select(p => p.Folder).ToHashSet();
        Found.None(
            (from file in Source.Files("AfterSales.Core", ".cs").Concat(Source.Files("AfterSales.Web", ".cs", ".razor"))
             from Match key in Key().Matches(Source.Text(file))
             where folders.Contains(key.Groups[1].Value.Split('.')[0]) && !ResxPair.Complete.Contains(key.Groups[1].Value)
             select $"{key.Groups[1].Value} in {file}").Distinct());
    }

    [Fact]
    public void Every_key_that_the_code_begins_is_the_beginning_of_a_text() =>
        Found.None(
            (from file in Source.Files("AfterSales.Core", ".cs").Concat(Source.Files("AfterSales.Web", ".cs", ".razor"))
             from Match key in Begun().Matches(Source.Text(file))
             let begun = key.Groups[1].Value
             where ResxPair.All.Any(p => begun.StartsWith(p.Folder + ".", StringComparison.Ordinal)) && !ResxPair.Complete.Any(k => k.StartsWith(begun, StringComparison.Ordinal))
             select $"{begun} in {file}").Distinct());

    [Fact]
    public void Every_refusal_has_its_text() =>
        Found.None(
            (from file in Source.Files("AfterSales.Core", ".cs").Concat(Source.Files("AfterSales.Web", ".cs", ".razor"))
             from Match code in ProblemCode().Matches(Source.Text(file))
             where !ResxPair.Complete.Contains(code.Groups[1].Value)
             select $"{code.Groups[1].Value} in {file}").Distinct());

    [Fact]
    public void Every_member_of_a_shown_enum_has_its_text()
    {
        var core = typeof(CoreServices).Assembly;
        var shown = ShownEnums.In(core, core).Union(ShownEnums.In(typeof(ResourceTexts).Assembly, core));
        Found.None(
            from type in shown
            from name in Enum.GetNames(type)
            let key = $"{type.Namespace!.Split('.')[^1]}.{type.Name}.{name}"
            where !ResxPair.Complete.Contains(key)
            select key);
    }

    [Fact]
    public void Core_has_no_display_text() =>
        Found.None(
            from file in Source.Files("AfterSales.Core", ".cs")
            where !DataFiles.Any(d => file.Contains(d, StringComparison.Ordinal))
            from line in Source.Lines(file)
            where Cjk().IsMatch(Comment().Replace(line, ""))
            select $"{file}: {line.Trim()}");

    [Fact]
    public void Pages_have_no_text_of_their_own() =>
        Found.None(
            from file in Source.Files("AfterSales.Web", ".cs", ".razor")
            from line in RazorComment().Replace(Source.Text(file), "").Split('\n')
            where Cjk().IsMatch(Comment().Replace(line, ""))
            select $"{file}: {line.Trim()}");

    [GeneratedRegex(@"[\u3400-\u9fff\uf900-\ufaff]")]
    private static partial Regex Cjk();

    [GeneratedRegex(@"[\u3400-\u9fff\uf900-\ufaff）》”}][,;:?!](?=.*[\u3400-\u9fff])|[\u3400-\u9fff\uf900-\ufaff）》”][,;:?!]")]
    private static partial Regex HalfWidth();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Literal();

    /// <summary>A key that stands whole in the code.</summary>
    [GeneratedRegex("\"([A-Z][A-Za-z]+(?:\\.[A-Za-z0-9-]+)+)\"")]
    private static partial Regex Word();

    /// <summary>The beginning of keys that the code composes: "Cases.Event." + kind, $"Audit.Fields.{name}", $"Cases.Words.{verb}Help".</summary>
    [GeneratedRegex("\"([A-Z][A-Za-z]+\\.(?:[A-Za-z]+\\.)+(?=\")|[A-Z][A-Za-z]+\\.[A-Za-z.]+(?=\\{))")]
    private static partial Regex Begun();

    [GeneratedRegex(@"(?<!:)//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex("\"([A-Z][A-Za-z]+(?:\\.[A-Z][A-Za-z0-9]*)+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("(?:Problem|Add)\\(\\s*\"([A-Za-z.]+)\"")]
    private static partial Regex ProblemCode();
}
