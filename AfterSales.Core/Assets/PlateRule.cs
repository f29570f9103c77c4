using System.Text.RegularExpressions;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Assets;

/// <summary>车牌 after GA 36: province, letter and five characters, six of a new-energy vehicle. Pure.</summary>
public static partial class PlateRule
{
    /// <summary>As it is kept and compared, however it was typed: capitals, a dot behind the first two, nothing else between; blank is null, what is no plate stays as typed.</summary>
    public static string? Kept(string? typed)
    {
        var bare = string.Concat(TextRule.Compatible(typed ?? "").Where(c => !char.IsWhiteSpace(c) && !"·•・.-—".Contains(c, StringComparison.Ordinal))).ToUpperInvariant();
        return bare.Length == 0 ? null : Formed().IsMatch(bare) ? bare[..2] + "·" + bare[2..] : TextRule.Kept(typed);
    }

    /// <summary>True for a kept one of the right form.</summary>
    public static bool IsFormed(string kept) => kept.Length > 2 && kept[2] == '·' && Formed().IsMatch(kept.Remove(2, 1));

    /// <summary>The last character of a trailer's, a learner's, the police's … is a word; new-energy plates name the drive in the third (small) or last (large) place.</summary>
    [GeneratedRegex("^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z](?=.*[0-9])([A-HJ-NP-Z0-9]{5}|[A-HJ-NP-Z0-9]{4}[挂学警港澳领试超]|[A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK])$")]
    private static partial Regex Formed();
}
