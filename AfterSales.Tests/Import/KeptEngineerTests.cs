using System.Globalization;
using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Reports.Pdf;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Import;

/// <summary>Who went and has no account is known by name: wherever the visit is told, the name kept on the case is.</summary>
public sealed class KeptEngineerTests
{
    [Theory, BothDatabases]
    public async Task The_kept_name_stands_on_order_visit_report_and_histories(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await ImportTests.Take(house, Firm().File());
        var agent = house.As(Role.Agent);
        var order = Assert.Single((await agent.Ask((CaseReader r) => r.Read("F-1"))).Orders);
        var history = await agent.Ask((MachineHistory h) => h.Read("S-1", null));

        Assert.Equal(("李师傅", "李师傅"), (order.Engineer, Assert.Single(order.Visits).Engineer));
        Assert.Equal("李师傅", (await house.As(Role.Supervisor).Ask((JobReader r) => r.Job(order.Number))).Engineer);
        Assert.Equal("李师傅", Assert.Single((await agent.Ask((OrderList l) => l.Find(new OrderFilter { Shelf = OrderShelf.Completed }))).Rows).Engineer);
        Assert.Equal("李师傅", Assert.Single((await agent.Ask((CaseList l) => l.Find(new CaseFilter { Span = CaseSpan.All }))).Rows).Engineer);
        Assert.Equal("李师傅", Assert.Single(history.Lines.OfType<VisitLine>()).Engineer);
        Assert.Equal("李师傅", Assert.Single((await agent.Ask((CustomerHistory h) => h.Read("C001", new()))).Lines, l => l.Kind == Core.Customers.HistoryKind.Visit).Person);
    }

    [Theory, BothDatabases]
    public async Task The_kept_name_stands_beside_whatever_waits_for_a_decision(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await ImportTests.Take(house, Firm().File());
        await house.Read(db => db.WorkOrders.ExecuteUpdateAsync(set => set.SetProperty(o => o.HeadquartersCalledAt, house.Now)));
        await house.Read(db => db.Visits.ExecuteUpdateAsync(set => set.SetProperty(v => v.ArrivalEnteredAt, house.Now)));
        await house.Read(db => db.ServiceReports.ExecuteUpdateAsync(set => set.SetProperty(r => r.NoSignatureReason, "absent")));
        await house.Read(db => db.Promises.ExecuteUpdateAsync(set => set.SetProperty(p => p.ExemptionReason, "weather").SetProperty(p => p.State, PromiseState.Late)));

        var waiting = (await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read())).Approvals;

        Assert.Equal(Enum.GetValues<ApprovalKind>().Order(), waiting.Select(a => a.Kind).Distinct().Order());
        Assert.All(waiting, a => Assert.Equal("李师傅", a.Engineer));
    }

    [Theory, BothDatabases]
    public async Task A_number_in_the_kept_name_is_masked_for_who_sees_none_whole(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await ImportTests.Take(house, Firm("李师傅 13800138000").File());

        Assert.Equal("李师傅 138****8000", Assert.Single((await house.As(Role.Administrator).Ask((MachineHistory h) => h.Read("S-1", null))).Lines.OfType<VisitLine>()).Engineer);
    }

    [Fact]
    public async Task The_kept_name_is_printed()
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, Firm().File());
        var (texts, agent, book) = (new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN")), house.As(Role.Agent), await house.Get<Lists>().Book());
        var (machine, history) = (await agent.Ask((AssetDesk d) => d.Read("S-1")), await agent.Ask((MachineHistory h) => h.Read("S-1", null)));
        var reports = await agent.Ask((ServiceReportReader r) => r.Read("F-1"));

        Assert.Equal(3, string.Concat(PdfProbe.Pages(new ServiceReportPdf(texts, TestHouse.Zone, "华源").Write(reports))).Split("李师傅").Length);
        Assert.Contains("李师傅", string.Concat(PdfProbe.Pages(new HistoryPdf(texts, TestHouse.Zone, "华源").Write(machine, history, [], book, house.Now))), StringComparison.Ordinal);
    }

    private static Sheets Firm(string engineer = "李师傅") => new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", "甲公司"])
        .Add("设备", Sheets.AssetHeads, ["S-1", "拉丝机", "LH-280", "C001"])
        .Add("服务单", Sheets.CaseHeads, ["F-1", "2026-10-05 09:00", "来电", "维修", "C001", "S-1", null, "漏油", null, null, engineer, null, "2026-10-05 10:00", "2026-10-06 09:00"]);
}
