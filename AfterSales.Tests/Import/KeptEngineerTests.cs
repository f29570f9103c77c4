using System.Globalization;
using AfterSales.Core.Assets;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
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
        await Undecided(house);

        var waiting = (await house.As(Role.Supervisor).Ask((DispatchBoard b) => b.Read())).Approvals;

        Assert.Equal(Enum.GetValues<ApprovalKind>().Order(), waiting.Select(a => a.Kind).Distinct().Order());
        Assert.All(waiting, a => Assert.Equal("李师傅", a.Engineer));
    }

    /// <summary>What a manager may not ask for is read with the manager's sight too: who may ask for it is another rule, and can change.</summary>
    [Theory, BothDatabases]
    public async Task A_number_in_the_kept_name_is_masked_for_who_sees_none_whole(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await ImportTests.Take(house, Firm("李师傅 13800138000").File());
        await Undecided(house);
        var (manager, supervisor) = (house.As(Role.Manager), house.As(Role.Supervisor).Actor);
        var order = Assert.Single((await manager.Ask((CaseReader r) => r.Read("F-1"))).Orders);
        var callback = await manager.Ask((Sight s) => new CallbackList(s, house.Clock, supervisor).Find(new CallbackFilter { Shelf = CallbackShelf.Done }));
        var repeat = await manager.Ask(async (Sight s) =>
        {
            await using var db = await s.Open(default);
            var (c, at) = (await db.Cases.SingleAsync(), house.Clock.Zone.Instant(new(2026, 10, 10, 9, 0, 0)));
            return await RepeatFault.Find(db, c.AssetId, c.SymptomKey, at, await db.PolicyAt(at, default), house.Clock.Zone, default);
        });
        (string Place, string? Engineer)[] told =
        [
            ("order", order.Engineer), ("visit", Assert.Single(order.Visits).Engineer), ("job", (await manager.Ask((JobReader r) => r.Job(order.Number))).Engineer),
            ("report", Assert.Single(await manager.Ask((ServiceReportReader r) => r.Read("F-1"))).Order!.Engineer),
            ("orders", Assert.Single((await manager.Ask((OrderList l) => l.Find(new OrderFilter { Shelf = OrderShelf.Completed }))).Rows).Engineer),
            ("cases", Assert.Single((await manager.Ask((CaseList l) => l.Find(new CaseFilter { Span = CaseSpan.All }))).Rows).Engineer),
            ("callbacks", Assert.Single(callback.Rows).Engineer), ("repeat", repeat!.Engineer),
            ("machine", Assert.Single((await manager.Ask((MachineHistory h) => h.Read("S-1", null))).Lines.OfType<VisitLine>()).Engineer),
            ("customer", Assert.Single((await manager.Ask((CustomerHistory h) => h.Read("C001", new()))).Lines, l => l.Kind == Core.Customers.HistoryKind.Visit).Person),
            .. (await manager.Ask((Sight s) => new DispatchBoard(s, house.Clock, supervisor).Read())).Approvals.Select(a => ($"{a.Kind}", a.Engineer)),
        ];

        Assert.All(told, t => Assert.Equal((t.Place, "李师傅 138****8000"), t));
        Assert.Equal(10 + Enum.GetValues<ApprovalKind>().Length, told.Select(t => t.Place).Distinct().Count());
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

    /// <summary>One of each that waits for a decision.</summary>
    private static async Task Undecided(TestHouse house)
    {
        await house.Read(db => db.WorkOrders.ExecuteUpdateAsync(set => set.SetProperty(o => o.HeadquartersCalledAt, house.Now)));
        await house.Read(db => db.Visits.ExecuteUpdateAsync(set => set.SetProperty(v => v.ArrivalEnteredAt, house.Now)));
        await house.Read(db => db.ServiceReports.ExecuteUpdateAsync(set => set.SetProperty(r => r.NoSignatureReason, "absent")));
        await house.Read(db => db.Promises.ExecuteUpdateAsync(set => set.SetProperty(p => p.ExemptionReason, "weather").SetProperty(p => p.State, PromiseState.Late)));
    }

    private static Sheets Firm(string engineer = "李师傅") => new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", "甲公司"])
        .Add("设备", Sheets.AssetHeads, ["S-1", "拉丝机", "LH-280", "C001"])
        .Add("服务单", Sheets.CaseHeads, ["F-1", "2026-10-05 09:00", "来电", "维修", "C001", "S-1", "leak", "漏油", null, null, engineer, null, "2026-10-05 10:00", "2026-10-06 09:00"]);
}
