using System.Text;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Import;

/// <summary>Heads in any order and either language, titles, merged and blank rows, numbers for texts; text files in their encodings.</summary>
public sealed class ReadingTests
{
    [Fact]
    public async Task English_heads_in_any_order_under_a_title_with_merged_and_blank_rows()
    {
        await using var house = await TestHouse.Open();
        var file = new Sheets()
            .Add("Customers", ["Our customers"], [], ["Name*", "Code", "Phone (several by ;)", "Odd"], ["First", 1001, 13800138000, "x"], [], ["Second", "0012", null])
            .Add("Sheet2", ["CustomerCode", "SerialNo", "Model", "ProductLine"], ["1001", "A-1", "M1", "drawing"], [null, "A-2", "M1", "Wire drawing machine"])
            .With(book =>
            {
                book.Worksheet("Customers").Range("A1:D1").Merge();
                book.Worksheet("Sheet2").Range("A2:A3").Merge();
            }).File();

        var report = await ImportTests.Take(house, file);

        Assert.Empty(report.Faults);
        Assert.Equal(["0012", "1001"], await house.Read(db => db.Customers.Select(c => c.Code).Order().ToListAsync()));
        Assert.Equal("13800138000", await house.Read(db => db.ContactPhones.Select(p => p.Number).SingleAsync()));
        Assert.Equal(2, await house.Read(db => db.Assets.CountAsync(a => db.Customers.Any(c => c.Id == a.CustomerId && c.Code == "1001"))));
        Assert.Equal(("Import.UnknownHead", "Odd"), (Assert.Single(report.Remarks).What.Code, report.Remarks[0].Value));
    }

    [Fact]
    public async Task A_head_mapped_by_hand_is_remembered()
    {
        await using var house = await TestHouse.Open();
        Sheets Book() => new Sheets().Add("客户", ["客户编号", "公司抬头", "废话"], ["C1", "甲公司", "?"]);

        var first = await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Check(Book().File(), new()));
        Assert.Equal("Import.MissingColumn", first.Value.Faults[0].What.Code);
        await ImportTests.Take(house, Book().File(), new(Heads: [new(SheetKind.Customers, "公司抬头", "Name"), new(SheetKind.Customers, "废话", null)]));
        var second = await ImportTests.Take(house, Book().File());

        Assert.Equal(1, second.Sheets[0].Unchanged);
        Assert.Empty(second.Remarks);
        Assert.Equal(2, await house.Read(db => db.HeadMemories.CountAsync()));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    public async Task A_text_file_is_read_in_its_encoding(string name, bool mark)
    {
        await using var house = await TestHouse.Open();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        const string Text = "客户编号,客户名称,地址,首次接触日\r\n007,\"镕鑫, \"\"甲\"\" 公司\",\"一行\n二行\",2026年8月3日\r\n\r\n008,乙公司,,20260804\r\n";

        await ImportTests.Take(house, Sheets.Of([.. mark ? Encoding.UTF8.GetPreamble() : [], .. encoding.GetBytes(Text)], "客户.csv"));

        var first = await house.Read(db => db.Customers.Include(c => c.Sites).OrderBy(c => c.Code).FirstAsync());
        Assert.Equal(("007", "镕鑫, \"甲\" 公司", "一行\n二行", new DateOnly(2026, 8, 3)), (first.Code, first.Name, first.Sites[0].Address, first.FirstContactOn!.Value));
    }
}
