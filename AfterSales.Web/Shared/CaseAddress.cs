namespace AfterSales.Web.Shared;

/// <summary>Addresses of cases; a number that came in from a firm's own records may hold slashes, blanks and signs.</summary>
public static class CaseAddress
{
    private const string Slash = "%2F";

    /// <summary>The address of a case's page.</summary>
    public static string Of(string number) => "cases/" + Uri.EscapeDataString(number);

    /// <summary>The number in an address: a server leaves an escaped slash as it is.</summary>
    public static string Number(string segment) => segment.Replace(Slash, "/", StringComparison.OrdinalIgnoreCase);
}
