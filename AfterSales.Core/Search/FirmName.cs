namespace AfterSales.Core.Search;

/// <summary>What firms' names end in, which tells none of them from another.</summary>
public static class FirmName
{
    private const int LeastLetters = 2;
    private static readonly string[] Legal = ["股份有限公司", "有限责任公司", "有限公司", "公司"];

    /// <summary>The name's comparable form without its legal ending.</summary>
    public static string Core(string key) => Legal.FirstOrDefault(e => key.EndsWith(e, StringComparison.Ordinal)) is { } ending ? key[..^ending.Length] : key;

    /// <summary>The tails by which a firm of this name is on file, whichever ending is written; none where too little is left.</summary>
    public static IReadOnlyList<string> Endings(string key) => Core(SearchTails.Key(key)) is { Length: >= LeastLetters } core
        ? [.. Legal.Prepend("").Select(e => core + e).Select(t => t.Length > SearchKey.MaxLength ? t[..SearchKey.MaxLength] : t).Distinct()]
        : [];
}
