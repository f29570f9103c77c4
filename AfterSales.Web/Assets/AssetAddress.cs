using AfterSales.Core.Assets;
using AfterSales.Web.Shared;

namespace AfterSales.Web.Assets;

/// <summary>Addresses of machines; a serial number may hold slashes, blanks, percent signs and any script.</summary>
public static class AssetAddress
{
    private const string Root = "assets/";
    private const int Longest = 100;

    /// <summary>The address of a machine's page.</summary>
    public static string Of(string serial) => Root + Uri.EscapeDataString(serial);

    /// <summary>The address of its 车历 or 设备履历, from a place on.</summary>
    public static string History(string serial, string? after = null) => Address.Of("history", ("serial", serial), ("after", after));

    /// <summary>The same to be printed.</summary>
    public static string HistoryPrint(string serial) => Address.Of("history/print", ("serial", serial));

    /// <summary>The same as PDF.</summary>
    public static string HistoryPdf(string serial) => Address.Of("history.pdf", ("serial", serial));

    /// <summary>The serial number in an address relative to the root, unescaped once.</summary>
    public static string Serial(string relative)
    {
        var path = relative.Split('?', '#')[0];
        return path.StartsWith(Root, StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(path[Root.Length..]) : "";
    }

    /// <summary>Reads the words of a list's address.</summary>
    public static AssetFilter Read(string? text, string? line, string? after, string? due = null) =>
        new() { Text = Address.Text(text, Longest), Line = Address.Text(line, Longest), After = Address.Text(after, Longest), Due = due == "true" };

    /// <summary>The address of a list.</summary>
    public static string List(AssetFilter filter) => Address.Of("assets", ("q", filter.Text), ("line", filter.Line), ("due", filter.Due ? "true" : null), ("after", filter.After));
}
