namespace AfterSales.Core.Data.SampleData;

/// <summary>R31: what is photographed where nobody signs: the closed gate, drawn in black and white.</summary>
internal static class Snapshot
{
    /// <summary>A few of them.</summary>
    public static readonly byte[][] Pictures = [.. Enumerable.Range(3, 4).Select(bars => Scribble.Picture(dot => Gate(dot, bars)))];

    private static void Gate(Action<int, int> dot, int bars)
    {
        for (var x = 10; x < 150; x++)
        {
            dot(x, 8);
            dot(x, 28);
            dot(x, 50);
        }

        for (var y = 8; y <= 50; y++)
        {
            for (var x = 10; x < 150; x += 140 / (bars * 2))
            {
                dot(x, y);
            }
        }
    }
}
