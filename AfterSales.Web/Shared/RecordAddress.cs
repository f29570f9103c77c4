namespace AfterSales.Web.Shared;

/// <summary>Addresses of cases and customers; a number that came in from a firm's own records may hold slashes, blanks and signs.</summary>
public static class RecordAddress
{
    private const string Slash = "%2F";

    /// <summary>The address of a case's page.</summary>
    public static string Case(string number) => "cases/" + Uri.EscapeDataString(number);

    /// <summary>The address of a customer's page.</summary>
    public static string Customer(string code) => "customers/" + Uri.EscapeDataString(code);

    /// <summary>The number or code in an address: a server leaves an escaped slash as it is.</summary>
    public static string Value(string segment) => segment.Replace(Slash, "/", StringComparison.OrdinalIgnoreCase);
}
