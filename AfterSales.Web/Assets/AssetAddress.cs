namespace AfterSales.Web.Assets;

/// <summary>Addresses of machines; a serial number may hold slashes, blanks, percent signs and any script.</summary>
public static class AssetAddress
{
    private const string Root = "assets/";

    /// <summary>The address of a machine's page.</summary>
    public static string Of(string serial) => Root + Uri.EscapeDataString(serial);

    /// <summary>The serial number in an address relative to the root, unescaped once.</summary>
    public static string Serial(string relative)
    {
        var path = relative.Split('?', '#')[0];
        return path.StartsWith(Root, StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(path[Root.Length..]) : "";
    }
}
