using AfterSales.Core.Settings;

namespace AfterSales.Core.Import;

/// <summary>Remarks about names of lists, each name told once: an area that nobody knows is made, what has ended is kept as history.</summary>
internal static class ListRemarks
{
    public static void Tell(IEnumerable<ImportRow> rows, SheetKind kind, ListBook book)
    {
        var columns = Columns.Of(kind).Where(c => c.Type is FieldType.Area or FieldType.Line or FieldType.Warranty).ToList();
        foreach (var (row, column, code) in rows.Where(r => r.State is RowState.New or RowState.Changed)
            .SelectMany(r => columns.Where(c => r.Text(c.Index) is not null && r.Says(c.Index)).Select(c => (r, c, Code: r.Text(c.Index)!))).DistinctBy(x => (x.c, x.Code)))
        {
            var (offered, ever) = Lists(column.Type, book);
            var last = ever.FirstOrDefault(x => x.Code == code);
            if (last is null && kind == SheetKind.Customers)
            {
                row.Remark(column.Index, "Import.AreaCreated", code);
            }
            else if (last is not null && offered.All(x => x.Code != code))
            {
                row.Remark(column.Index, "Import.Ended", last);
            }
        }
    }

    /// <summary>What may be chosen now, and with it all that ever could.</summary>
    public static (IReadOnlyList<Named> Offered, IReadOnlyList<Named> Ever) Lists(FieldType type, ListBook book) => type switch
    {
        FieldType.Area => (book.Areas, book.EveryArea),
        FieldType.Line => (book.Lines, book.EveryLine),
        _ => (book.Warranties, book.EveryWarranty),
    };
}
