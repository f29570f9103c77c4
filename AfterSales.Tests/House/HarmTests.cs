using System.Text.RegularExpressions;

namespace AfterSales.Tests.House;

/// <summary>Nothing that a person types can become markup or script, and nothing of the maker's machine is in the files.</summary>
public sealed partial class HarmTests
{
    private static readonly string[] Own = ["localhost", "127.0.0.1", "schemas.microsoft.com", "www.w3.org", "dot.net", "schemas.openxmlformats.org", "scripts.sil.org", "openfontlicense.org", "github.com", "json-schema.org", "example.com", "uri.amap.com"];

    [Fact]
    public void No_page_shows_raw_markup() =>
        Found.None(Source.Files("AfterSales.Web", ".razor", ".cs").Where(f => Source.Text(f).Contains("MarkupString", StringComparison.Ordinal) || Source.Text(f).Contains("AddMarkupContent", StringComparison.Ordinal)));

    [Fact]
    public void No_page_has_script_of_its_own() =>
        Found.None(Source.Files("AfterSales.Web", ".razor", ".html", ".cshtml").Where(f => InlineScript().IsMatch(Source.Text(f))));

    [Fact]
    public void No_warning_is_silenced_without_a_reason_on_its_line() =>
        Found.None(
            from file in Source.Code()
            from line in Source.Lines(file)
            where Silenced().IsMatch(line)
            select $"{file}: {line.Trim()}");

    [Fact]
    public void Nothing_is_left_to_be_done() =>
        Found.None(
            from file in Source.Files("", ".cs", ".razor", ".sh", ".md", ".js", ".css")
            from line in Source.Lines(file)
            where Undone().IsMatch(line)
            select $"{file}: {line.Trim()}");

    [Fact]
    public void No_file_names_a_path_or_host_of_the_makers_machine() =>
        Found.None(
            from file in Source.Files("", ".cs", ".razor", ".sh", ".md", ".js", ".css", ".json", ".props", ".csproj", ".config", ".resx", ".yml")
            let text = Source.Text(file)
            from found in MachinePath().Matches(text).Select(m => m.Value)
                .Concat(Host().Matches(text).Select(m => m.Groups[1].Value).Where(h => !Own.Contains(h)))
            select $"{file}: {found}");

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|\son[a-z]+=|javascript:")]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"#pragma warning disable(?!.*//)|SuppressMessage\((?!.*Justification)")]
    private static partial Regex Silenced();

    [GeneratedRegex(@"\b(TOD[O]|FIXM[E]|HAC[K])\b|NotImplementedExceptio[n]")]
    private static partial Regex Undone();

    [GeneratedRegex(@"(?<![\w$}])/(?:tmp|root|home/\w+|mnt|workspace|work/(?:shared|main|wt-\w+))/")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"https?://([A-Za-z0-9.-]+)")]
    private static partial Regex Host();
}
