using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>A table: its columns, its head, and its cells from left to right and from top to bottom.</summary>
public sealed class TableDescriptor
{
    private readonly List<(float Fixed, float Share)> columns = [];
    private readonly TableCells head;
    private readonly TableCells body;
    private (float Width, SKColor Color) grid;

    internal TableDescriptor(TextStyle style) => (head, body) = (new TableCells(style), new TableCells(style));

    /// <summary>A column of so many points.</summary>
    public void ConstantColumn(float points) => columns.Add((points, 0));

    /// <summary>A column with its share of what the constant ones leave.</summary>
    public void RelativeColumn(float share = 1) => columns.Add((0, share));

    /// <summary>Lines around every cell, as on a form.</summary>
    public void Grid(float width, SKColor color) => grid = (width, color);

    /// <summary>The head; it stands again on every page of the table.</summary>
    public void Header(Action<TableCells> compose) => compose(head);

    /// <summary>The next cell.</summary>
    public Container Cell(int columnSpan = 1) => body.Cell(columnSpan);

    internal TableBlock Build() =>
        new(new TableShape(columns, head.Rows(columns.Count), grid.Width, grid.Color), body.Rows(columns.Count));
}

/// <summary>Cells that fill rows from left to right.</summary>
public sealed class TableCells
{
    private readonly TextStyle style;
    private readonly List<(Container Box, int Span)> cells = [];

    internal TableCells(TextStyle style) => this.style = style;

    /// <summary>The next cell, over one or more columns.</summary>
    public Container Cell(int columnSpan = 1)
    {
        var box = new Container(style);
        cells.Add((box, columnSpan));
        return box;
    }

    internal List<TableRow> Rows(int columns)
    {
        var rows = new List<TableRow>();
        var row = new List<TableCell>();
        var used = 0;
        foreach (var (box, span) in cells)
        {
            if (used + span > columns)
                End();
            row.Add(new TableCell(box.Build(), span));
            used += span;
        }
        if (used > 0)
            End();
        return rows;

        void End()
        {
            if (used < columns)
                row.Add(new TableCell(Block.Empty, columns - used));
            rows.Add(new TableRow(row));
            (row, used) = ([], 0);
        }
    }
}
