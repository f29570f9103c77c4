using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Integrity;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Import;

/// <summary>DOMAIN 10: a firm's own records come in whole, once, and only as they should.</summary>
public sealed class ImportTests
{
    internal static async Task<ImportReport> Take(TestHouse house, ImportFile file, ImportChoice? choice = null)
    {
        var done = await house.As(Role.Supervisor).Ask((ImportDesk desk) => desk.Run(file, choice ?? new(), house.Request));
        Assert.True(done.Ok, string.Join("; ", done.Problems));
        return done.Value;
    }

    internal static async Task Sound(TestHouse house) =>
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck check) => check.Run()));

    [Theory, BothDatabases]
    public async Task A_firms_records_come_in_as_whole_as_live_ones(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);

        var report = await Take(house, Sheets.Firm().File());

        Assert.Empty(report.Faults);
        Assert.Equal([3, 2, 6], report.Sheets.Select(s => s.New));
        await Sound(house);
        var cases = await house.Read(db => db.Cases.Include(c => c.Promises).Include(c => c.Events).AsSplitQuery().ToDictionaryAsync(c => c.Number));
        Assert.Equal(
            [CaseStatus.Closed, CaseStatus.Resolved, CaseStatus.Closed, CaseStatus.InProgress, CaseStatus.Cancelled, CaseStatus.Resolved],
            cases.Values.OrderBy(c => c.Number).Select(c => c.Status));
        Assert.Equal(("leak", null), (cases["F-0001"].Symptom, cases["F-0001"].SymptomText));
        Assert.Equal(("异 响", "异 响"), (cases["F-0004"].SymptomText, cases["F-0004"].SymptomKey));
        Assert.Equal((null, "老张", "李师傅"), (cases["F-0002"].AgentId, cases["F-0002"].AgentText, cases["F-0004"].EngineerText));
        Assert.Equal((People.Agent, People.Engineer), (cases["F-0001"].AgentId!.Value, cases["F-0001"].EngineerId!.Value));
        Assert.Equal(CaseEventKind.Imported, cases["F-0001"].Events.OrderBy(e => e.Id).Last().Kind);
    }

    [Fact]
    public async Task An_arrival_makes_a_work_order_with_its_R3_promise_from_the_intake()
    {
        await using var house = await TestHouse.Open();
        await Take(house, Sheets.Firm().File());

        var promises = await house.Read(db => (from p in db.Promises join c in db.Cases on p.CaseId equals c.Id where p.Kind == PromiseKind.Arrival select new { c.Number, p.Rule, p.Target, p.State, p.StartAt, c.OpenedAt }).OrderBy(x => x.Number).ToListAsync());
        Assert.Equal([("F-0001", "R3", TimeSpan.FromHours(48), PromiseState.Kept), ("F-0004", "R3", TimeSpan.FromHours(72), PromiseState.Late)], promises.Select(p => (p.Number, p.Rule, p.Target, p.State)));
        Assert.All(promises, p => Assert.Equal(p.OpenedAt, p.StartAt));
        Assert.Equal([WorkOrderStatus.Completed, WorkOrderStatus.InProgress], await house.Read(db => db.WorkOrders.OrderBy(o => o.Number).Select(o => o.Status).ToListAsync()));
    }

    /// <summary>Work that is still to be done is done as a new case of its type would be, with its promise of an arrival and no free guidance.</summary>
    [Theory]
    [InlineData("维修", null, null, ServiceMode.OnSite)]
    [InlineData("保养", null, null, ServiceMode.OnSite)]
    [InlineData("咨询", null, null, ServiceMode.Remote)]
    [InlineData("维修", "2026-11-20 09:00", null, ServiceMode.Remote)]
    [InlineData("维修", null, "是", ServiceMode.Remote)]
    public async Task Without_an_arrival_open_work_is_of_its_types_mode_and_what_is_over_was_remote(string type, string? resolved, string? cancelled, ServiceMode mode)
    {
        await using var house = await TestHouse.Open();
        var report = await Take(house, new Sheets()
            .Add("客户", Sheets.CustomerHeads, ["C001", "甲公司", null, null, null, null, "城阳1号", null, 420])
            .Add("设备", Sheets.AssetHeads, ["S-1", "拉丝机", "LH-280", "C001"])
            .Add("服务单", Sheets.CaseHeads, ["F-1", "2026-11-20 08:00", "来电", type, "C001", "S-1", null, "漏油", null, "李敏", "王强", "2026-11-20 08:10", null, resolved, null, cancelled]).File());

        Assert.Empty(report.Faults);
        var c = await house.Read(db => db.Cases.Include(x => x.Promises).SingleAsync());
        Assert.Equal(mode, c.Mode);
        Assert.Equal(mode == ServiceMode.OnSite ? ["R3"] : [], c.Promises.Where(p => p.Kind == PromiseKind.Arrival).Select(p => p.Rule));
        Assert.Equal(mode == ServiceMode.Remote, Core.Warranty.WhoPays.Guidance(c.Mode, sent: false, c.ResolvedAt is not null));
        await Sound(house);
    }

    [Fact]
    public async Task Only_resolved_service_work_gets_its_first_follow_up_and_every_answer_is_kept()
    {
        await using var house = await TestHouse.Open();
        await Take(house, Sheets.Firm().File());

        var calls = await house.Read(db => (from k in db.Callbacks join c in db.Cases on k.CaseId equals c.Id orderby c.Number select new { c.Number, k.Round, k.State }).ToListAsync());
        Assert.Equal([("F-0001", 1, CallbackState.Answered), ("F-0006", 1, CallbackState.Due)], calls.Select(k => (k.Number, k.Round, k.State)));
        var answers = await house.Read(db => (from a in db.SatisfactionAnswers join c in db.Cases on a.CaseId equals c.Id orderby c.Number select new { c.Number, a.Score, a.Source }).ToListAsync());
        Assert.Equal([("F-0001", 5, AnswerSource.Callback), ("F-0003", 2, AnswerSource.Form)], answers.Select(a => (a.Number, a.Score, a.Source)));
    }

    [Fact]
    public async Task A_customer_keeps_what_is_blank_unknown_and_its_leading_zeros()
    {
        await using var house = await TestHouse.Open();
        var report = await Take(house, Sheets.Firm().File());

        var customers = await house.Read(db => db.Customers.Include(c => c.Sites).Include(c => c.Contacts).ThenInclude(c => c.Phones).AsSplitQuery().ToDictionaryAsync(c => c.Code));
        Assert.Null(customers["D001"].FirstContactOn);
        Assert.Null(customers["C002"].FiledOn);
        Assert.Equal(["0532-88881234", "13800138000"], customers["C001"].Contacts.Single().Phones.Select(p => p.Number));
        Assert.Equal("east", customers["C001"].Area);
        Assert.Equal("西域铜业", customers["C002"].Contacts.Single().Name);
        Assert.True(await house.Read(db => db.Areas.AnyAsync(a => a.Code == "新片区")));
        Assert.True(await house.Read(db => db.Assets.AnyAsync(a => a.SerialNo == "000123")));
        Assert.Equal(["Import.AreaCreated", "Import.UnknownPerson", "Import.UnknownPerson"], report.Remarks.Select(r => r.What.Code).Order());
    }

    [Theory, BothDatabases]
    public async Task Importing_twice_changes_nothing(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await Take(house, Sheets.Firm().File());
        var before = await house.Read(db => db.Database.SqlQuery<int>($"""SELECT CAST((SELECT COUNT(*) FROM "CaseEvents") + (SELECT COUNT(*) FROM "AuditEntries") + (SELECT COUNT(*) FROM "SearchKeys") AS INTEGER) AS "Value" """).SingleAsync());

        var again = await Take(house, Sheets.Firm().File());

        Assert.Equal([3, 2, 6], again.Sheets.Select(s => s.Unchanged));
        Assert.Null(again.BatchId);
        Assert.Equal(before, await house.Read(db => db.Database.SqlQuery<int>($"""SELECT CAST((SELECT COUNT(*) FROM "CaseEvents") + (SELECT COUNT(*) FROM "AuditEntries") + (SELECT COUNT(*) FROM "SearchKeys") AS INTEGER) AS "Value" """).SingleAsync()));
    }

    [Fact]
    public async Task A_check_writes_nothing_and_tells_the_same()
    {
        await using var house = await TestHouse.Open();

        var check = await house.As(Role.Administrator).Ask((ImportDesk desk) => desk.Check(Sheets.Firm().File(), new()));

        Assert.Equal([3, 2, 6], check.Value.Sheets.Select(s => s.New));
        Assert.False(await house.Read(db => db.Customers.AnyAsync()));
        Assert.False(await house.Read(db => db.ImportBatches.AnyAsync()));
    }
}
