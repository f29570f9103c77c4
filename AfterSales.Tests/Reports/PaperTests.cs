using AfterSales.Core.Reports;

namespace AfterSales.Tests.Reports;

public sealed class PaperTests
{
    [Fact]
    public void A_paired_table_is_read_across_and_its_last_row_filled_up()
    {
        var table = new PaperTable("检查", [new("#", 1), new("项", 4)], [.. Enumerable.Range(1, 3).Select(i => new PaperCell[] { $"{i}", $"第 {i} 项" })], "—");

        var paired = table.Paired();

        Assert.Equal(["#", "项", "#", "项"], paired.Columns.Select(c => c.Head));
        Assert.Equal(["1|第 1 项|2|第 2 项", "3|第 3 项||"], paired.Rows.Select(r => string.Join('|', r.Select(c => c.Text))));
        var none = table with { Rows = [] };
        Assert.Same(none, none.Paired());
    }
}
