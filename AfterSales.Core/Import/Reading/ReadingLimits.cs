namespace AfterSales.Core.Import;

/// <summary>How much of a file is read at most, so that no file takes the machine.</summary>
public static class ReadingLimits
{
    /// <summary>Largest file, in bytes.</summary>
    public const long File = 200L << 20;

    /// <summary>Largest size of all parts of a workbook together, unpacked.</summary>
    internal const long Unpacked = 800L << 20;

    /// <summary>A part of some size that unpacks to more times its packed size is made to burst.</summary>
    internal const int Ratio = 400;

    internal const long RatioFrom = 20L << 20;

    internal const int Parts = 5_000;

    internal const int Sheets = 200;

    internal const int Columns = 300;

    /// <summary>Rows with something in them, over all sheets.</summary>
    internal const int Rows = 1_000_000;

    internal const int Merges = 200_000;

    /// <summary>All shared texts together, in UTF-16 units.</summary>
    internal const long Texts = 100_000_000;

    internal const int Text = 40_000;
}
