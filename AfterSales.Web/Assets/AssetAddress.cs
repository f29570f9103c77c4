using AfterSales.Core.Shared;

namespace AfterSales.Web.Assets;

/// <summary>Addresses of machines; a serial number may hold slashes, blanks, percent signs and any script.</summary>
public static class AssetAddress
{
    private const string Root = "assets/";

    /// <summary>The address of a machine's page.</summary>
    public static string Of(string serial) => Root + Uri.EscapeDataString(serial);

    /// <summary>The same, open to fill in the day of delivery.</summary>
    public static string FillStart(string serial) => Of(serial) + "?fill=delivered";

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
}
