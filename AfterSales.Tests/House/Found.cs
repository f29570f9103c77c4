namespace AfterSales.Tests.House;

/// <summary>Says everything that breaks a house rule, not the first five.</summary>
internal static class Found
{
    /// <summary>Fails with one line for each.</summary>
    public static void None<T>(IEnumerable<T> found)
    {
        var lines = found.Select(f => f?.ToString()).Distinct().ToList();
        if (lines.Count > 0)
        {
            Assert.Fail($"{lines.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
        }
    }
}
