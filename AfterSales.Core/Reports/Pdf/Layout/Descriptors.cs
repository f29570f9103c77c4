namespace AfterSales.Core.Reports.Pdf;

/// <summary>Items one below the other.</summary>
public sealed class ColumnDescriptor
{
    private readonly TextStyle style;
    private readonly List<(Container Box, bool KeepWithNext)> items = [];
    private float gap;

    internal ColumnDescriptor(TextStyle style) => this.style = style;

    /// <summary>Points between two items.</summary>
    public void Spacing(float points) => gap = points;

    /// <summary>The next item; a heading keeps with the next one, so that it never ends a page.</summary>
    public Container Item(bool keepWithNext = false)
    {
        var box = new Container(style);
        items.Add((box, keepWithNext));
        return box;
    }

    internal ColumnBlock Build() =>
        new(items.Select(item => new ColumnItem(item.Box.Build(), item.KeepWithNext)).ToList(), gap);
}

/// <summary>Items side by side.</summary>
public sealed class RowDescriptor
{
    private readonly TextStyle style;
    private readonly List<(float Fixed, float Share, Container Box)> items = [];
    private float gap;

    internal RowDescriptor(TextStyle style) => this.style = style;

    /// <summary>Points between two items.</summary>
    public void Spacing(float points) => gap = points;

    /// <summary>An item of so many points.</summary>
    public Container ConstantItem(float points) => Add(points, 0);

    /// <summary>An item with its share of what the constant ones leave.</summary>
    public Container RelativeItem(float share = 1) => Add(0, share);

    internal RowBlock Build() =>
        new(items.Select(item => new RowItem(item.Fixed, item.Share, item.Box.Build())).ToList(), gap);

    private Container Add(float points, float share)
    {
        var box = new Container(style);
        items.Add((points, share, box));
        return box;
    }
}
