namespace AfterSales.Tests.Identity;

/// <summary>The rows of <see cref="AccessTests"/>.</summary>
internal static class AccessTable
{
    /// <summary>Operation and the letters of those who may.</summary>
    public static readonly Dictionary<string, string> Rows = new()
    {
    };
}
