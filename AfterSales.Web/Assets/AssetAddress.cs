using AfterSales.Core.Assets;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Assets;

/// <summary>Addresses of machines; a serial number may hold slashes, blanks, percent signs and any script.</summary>
public static class AssetAddress
{
    private const string Root = "assets/";
    private const int Longest = 100;

    /// <summary>The address of a machine's page.</summary>
    public static string Of(string serial) => Root + Uri.EscapeDataString(serial);

    /// <summary>The serial number in an address relative to the root, unescaped once.</summary>
    public static string Serial(string relative)
    {
        var path = relative.Split('?', '#')[0];
        return path.StartsWith(Root, StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(path[Root.Length..]) : "";
    }

    /// <summary>Reads the words of a list's address; nonsense doesn't filter.</summary>
    public static AssetFilter Read(string? text, string? line, string? after) => new() { Text = Word(text), Line = Word(line), After = Word(after) };

    /// <summary>The address of a list.</summary>
    public static string List(AssetFilter filter)
    {
        var parts = new (string Name, string? Value)[] { ("q", filter.Text), ("line", filter.Line), ("after", filter.After) };
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "assets" : "assets?" + query;
    }

    private static string? Word(string? text) =>
        TextRule.Kept(text) is { } word && TextRule.IsClean(word) ? word[..Math.Min(word.Length, Longest)] : null;
}
