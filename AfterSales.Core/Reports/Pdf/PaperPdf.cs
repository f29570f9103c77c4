namespace AfterSales.Core.Reports.Pdf;

/// <summary>Draws forms: boxes with thin lines, labels shaded, a running head and "page n of m" on every page.</summary>
public sealed class PaperPdf(string company, Func<PageNumber, string> pageOf)
{
    private const float LabelWidth = 76, SignatureHeight = 64;

    /// <summary>The .pdf; every sheet begins on a page of its own.</summary>
    public byte[] Write(DocumentInfo info, IReadOnlyList<Paper> sheets, string foot) => Document.Create(info, document =>
    {
        foreach (var sheet in sheets)
        {
            document.Page(page =>
            {
                page.Margin(42, 34);
                page.DefaultTextStyle(s => s with { Size = 9, LineHeight = 1.4f });
                Head(page.Header(), sheet);
                page.Content().Column(column => Body(column, sheet));
                Foot(page.Footer(), foot);
            });
        }
    }).GeneratePdf();

    private void Head(Container box, Paper sheet) => box.PaddingBottom(8).BorderBottom(1.2f, Palette.Ink).PaddingBottom(5).Row(row =>
    {
        row.RelativeItem(1.5f).AlignBottom().Text(company).FontSize(9).FontColor(Palette.Muted);
        row.RelativeItem(2).AlignCenter().AlignBottom().Text(sheet.Title).Bold().FontSize(15);
        row.RelativeItem(1.5f).AlignRight().AlignBottom().Text(sheet.Number).FontSize(9).Bold();
    });

    private void Foot(Container box, string foot) => box.PaddingTop(6).BorderTop(0.5f, Palette.Rule).PaddingTop(3).Row(row =>
    {
        row.RelativeItem(2).Text(foot).FontSize(7.5f).FontColor(Palette.Muted);
        row.RelativeItem().AlignRight().Text(t => t.PageNumber(pageOf).FontSize(8).FontColor(Palette.Muted));
    });

    private static void Body(ColumnDescriptor column, Paper sheet)
    {
        if (sheet.Remark is { } remark)
        {
            column.Item().PaddingBottom(6).Border(0.8f, Palette.Ink).Padding(6, 3).AlignCenter().Text(remark).Bold();
        }

        foreach (var part in sheet.Parts)
        {
            column.Item(keepWithNext: true).Background(Palette.Shade).Border(0.5f, Palette.Muted).Padding(5, 2.5f).Text(part.Title).Bold().FontSize(9.5f);
            Part(column, part);
            column.Item().Height(6).Text("");
        }
    }

    private static void Part(ColumnDescriptor column, PaperPart part)
    {
        switch (part)
        {
            case PaperFields fields:
                column.Item().Table(table => Fields(table, fields));
                break;
            case PaperTable { Rows.Count: 0 } none:
                column.Item().Border(0.5f, Palette.Muted).Padding(5, 3).Text(none.Nothing).FontColor(Palette.Muted);
                break;
            case PaperTable rows:
                column.Item().Table(table => Rows(table, rows));
                break;
            case PaperSignature signature:
                column.Item().ShowEntire().Border(0.5f, Palette.Muted).Padding(6).Row(row => Signature(row, signature));
                break;
        }
    }

    private static void Fields(TableDescriptor table, PaperFields fields)
    {
        table.Grid(0.5f, Palette.Muted);
        table.ConstantColumn(LabelWidth);
        table.RelativeColumn();
        table.ConstantColumn(LabelWidth);
        table.RelativeColumn();
        foreach (var row in fields.Rows())
        {
            foreach (var field in row)
            {
                table.Cell().Background(Palette.Shade).Padding(5, 3).Text(field.Label).FontSize(8.5f).FontColor(Palette.Muted);
                table.Cell(row.Count == 1 ? 3 : 1).Padding(5, 3).Text(field.Value);
            }
        }
    }

    private static void Rows(TableDescriptor table, PaperTable rows)
    {
        table.Grid(0.5f, Palette.Muted);
        foreach (var column in rows.Columns)
        {
            table.RelativeColumn(column.Share);
        }

        table.Header(head =>
        {
            foreach (var column in rows.Columns)
            {
                Aligned(head.Cell().Background(Palette.Shade).Padding(4, 2.5f), column).Text(column.Head).FontSize(8).FontColor(Palette.Muted);
            }
        });
        foreach (var row in rows.Rows)
        {
            for (var i = 0; i < rows.Columns.Count; i++)
            {
                Aligned(table.Cell().Padding(4, 2.5f), rows.Columns[i]).Text(row[i].Text).FontSize(8.5f).Bold(row[i].Missed);
            }
        }
    }

    private static void Signature(RowDescriptor row, PaperSignature signature)
    {
        row.RelativeItem().AlignMiddle().Text(signature.Caption);
        if (signature.Picture is { } picture)
        {
            row.ConstantItem(220).Height(SignatureHeight).AlignRight().Image(picture);
        }
        else
        {
            row.RelativeItem().MinHeight(SignatureHeight).AlignMiddle().Text(signature.Instead).Bold();
        }
    }

    private static Container Aligned(Container cell, PaperColumn column) => column.Right ? cell.AlignRight() : cell;
}
