namespace AfterSales.Core.Search;

/// <summary>What in firms' names tells none of them from another: the legal ending, and what kind of place a place is.</summary>
public static class FirmName
{
    private const int LeastLetters = 2;
    private static readonly string[] Legal = ["集团股份有限公司", "集团有限责任公司", "集团有限公司", "集团公司", "股份有限公司", "有限责任公司", "有限公司", "集团", "公司"];
    private const string PlaceKinds = "省市县区", Brackets = "()[]{}【】〔〕「」";

    /// <summary>The name's comparable form without its legal ending.</summary>
    public static string Core(string key) => Legal.FirstOrDefault(e => key.EndsWith(e, StringComparison.Ordinal)) is { } ending ? key[..^ending.Length] : key;

    /// <summary>The core without brackets, 省, 市, 县 and 区 behind a place's name: 邢台市科信(集团)公司 and 邢台科信集团有限公司 are one.</summary>
    public static string Bare(string key)
    {
        var core = Core(Plain(key));
        var bare = string.Concat(core.Where((c, i) => i < LeastLetters || i > core.Length - 1 - LeastLetters || !PlaceKinds.Contains(c, StringComparison.Ordinal)));
        return bare.Length >= LeastLetters ? bare : core;
    }

    /// <summary>The tails by which a firm of this name is on file, whichever ending is written; none where too little is left.</summary>
    public static IReadOnlyList<string> Endings(string key) => Core(Plain(SearchTails.Key(key))) is { Length: >= LeastLetters } core
        ? [.. Legal.Prepend("").SelectMany(e => new[] { core + e, Bare(core) + e }).Select(t => t.Length > SearchKey.MaxLength ? t[..SearchKey.MaxLength] : t).Distinct()]
        : [];

    /// <summary>The bare name, where the key as it stands is not that with an ending, and so no tail of the key is.</summary>
    public static string? Hidden(string key) => Bare(key) is var bare && Legal.Prepend("").Any(e => key == bare + e) ? null : bare;

    private static string Plain(string key) => string.Concat(key.Where(c => !Brackets.Contains(c, StringComparison.Ordinal)));
}
