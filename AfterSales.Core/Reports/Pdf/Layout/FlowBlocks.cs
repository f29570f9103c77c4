namespace AfterSales.Core.Reports.Pdf;

/// <summary>Stands whole on one page, unless it is higher than a page.</summary>
internal sealed class ShowEntireBlock(Block content) : Block
{
    public override Slice Take(Room room)
    {
        var slice = content.Take(room);
        return slice.Rest is not null && slice.Rest != Empty && !room.MustPlace ? Slice.Nothing(this) : slice;
    }
}

/// <summary>Begins on the next page where less than so many points are left.</summary>
internal sealed class EnsureSpaceBlock(Block content, float least) : Block
{
    public override Slice Take(Room room) =>
        room.Height < least && !room.MustPlace ? Slice.Nothing(this) : content.Take(room);
}

/// <summary>What follows stands on a new page; on a fresh page, and last of all, it does nothing.</summary>
internal sealed class PageBreakBlock : Block
{
    public override Slice Take(Room room) => Empty.Take(room) with { Rest = room.MustPlace ? null : Empty };
}
