using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data.SampleData;
using AfterSales.Core.Data;
using AfterSales.Core.Integrity;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.House;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Data;

public sealed class SampleHistoryTests
{
    [Theory, BothDatabases]
    public async Task The_sample_is_as_large_as_promised_and_sound(StorageProvider provider)
    {
        await using var house = await Sample(provider);

        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck check) => check.Run()));
        await using var db = house.Db();
        Assert.InRange(await db.Customers.CountAsync(), 250, 400);
        Assert.InRange(await db.Assets.CountAsync(), 1000, 2000);
        Assert.Equal(SamplePlan.Development.Cases, await db.Cases.CountAsync());
        var caller = System.Text.RegularExpressions.Regex.Match(Source.Text("README.md"), @"intake\?phone=(\d+)").Groups[1].Value;
        Assert.True(await db.Set<ContactPhone>().AnyAsync(p => p.NumberKey == PhoneNumber.Key(caller)), "the caller of the README's tour");
        Assert.Equal(TestHouse.Zone.DayOf(house.Now), TestHouse.Zone.DayOf(await db.Cases.MaxAsync(c => c.OpenedAt)));
        Assert.Equal(new DateOnly(2026, 5, 25), TestHouse.Zone.DayOf(await db.Cases.MinAsync(c => c.OpenedAt)));
        Assert.False(await db.CaseEvents.AnyAsync(e => e.At > house.Now), "the future has happened");
    }

    /// <summary>What a machine's page says of its components: parts with serials of completed reports are filed by themselves.</summary>
    [Fact]
    public async Task Every_numbered_part_of_a_completed_report_is_a_component_of_its_machine()
    {
        await using var house = await Sample(StorageProvider.Sqlite);
        await using var db = house.Db();
        var parts = await (from r in db.ServiceReports
                           where r.CompletedAt != null
                           join p in db.ReportParts on r.Id equals p.ServiceReportId
                           join c in db.Cases on r.CaseId equals c.Id
                           where c.AssetId != null && p.NewSerial != null
                           select new { c.AssetId, p.OldSerial, p.NewSerial }).ToListAsync();
        Assert.NotEmpty(parts);
        var filed = (await db.Components.Where(c => c.CaseId != null).ToListAsync()).ToLookup(c => (c.AssetId, c.Serial));
        Assert.All(parts, p => Assert.True(filed[(p.AssetId!.Value, p.NewSerial)].Any(c => c.FittedOn != null) && filed[(p.AssetId.Value, p.OldSerial)].Any(c => c.RemovedOn != null && c.ReplacedById != null)));
    }

    /// <summary>A piece sits in one place, and a report replaces it once.</summary>
    [Fact]
    public async Task No_machine_has_a_serial_twice_and_no_report_names_one_twice()
    {
        await using var house = await Sample(StorageProvider.Sqlite);
        await using var db = house.Db();
        Assert.Empty((await db.Components.Where(c => c.RemovedOn == null && c.Serial != null).Select(c => new { c.AssetId, c.Serial }).ToListAsync()).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty((await db.ReportParts.Where(p => p.NewSerial != null).Select(p => new { p.ServiceReportId, p.NewSerial }).ToListAsync()).GroupBy(p => p).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    /// <summary>A report is its order's: its labour is that of all visits.</summary>
    [Fact]
    public async Task The_labour_of_a_report_is_that_of_all_its_visits()
    {
        await using var house = await Sample(StorageProvider.Sqlite);
        await using var db = house.Db();
        var reports = await db.ServiceReports.Where(r => r.LabourMinutes != null && r.WorkOrderId != null).ToListAsync();
        var visits = (await db.Visits.Where(v => v.LeftAt != null && v.ArrivedAt != null).ToListAsync()).ToLookup(v => v.WorkOrderId);
        Assert.Contains(reports, r => visits[r.WorkOrderId!.Value].Count() > 1);
        Assert.All(reports.Where(r => r.CompletedAt != null), r => Assert.Equal(visits[r.WorkOrderId!.Value].Sum(v => (int)(v.LeftAt - v.ArrivedAt)!.Value.TotalMinutes), r.LabourMinutes));
    }

    [Theory, BothDatabases]
    public async Task Good_and_bad_has_happened_and_work_waits_for_everybody(StorageProvider provider)
    {
        await using var house = await Sample(provider);
        await using var db = house.Db();

        Assert.All(
            new (string, IQueryable<object>)[]
            {
                ("on hold", db.Cases.Where(c => c.Status == CaseStatus.OnHold)), ("reopened", db.Cases.Where(c => c.Reopenings > 0)), ("cancelled", db.Cases.Where(c => c.Status == CaseStatus.Cancelled)),
                ("chased", db.Cases.Where(c => c.Chases > 1)), ("repeated", db.Cases.Where(c => c.RepeatOfId != null)), ("late", db.CaseFacts.Where(f => f.ArrivedAt > f.ArrivalDueAt)),
                ("overdue", db.Cases.Where(c => c.NextDueAt < house.Now)), ("at risk", db.Cases.Where(c => c.AtRiskAt < house.Now && c.NextDueAt > house.Now)),
                ("undispatched", db.Cases.Where(c => c.Mode == ServiceMode.OnSite && c.Status == CaseStatus.Replied)), ("unreachable", db.Callbacks.Where(c => c.State == CallbackState.Unreachable)),
                ("to be called", db.Callbacks.Where(c => c.State == CallbackState.Due)), ("dissatisfied", db.SatisfactionAnswers.Where(a => a.Score < 3)), ("follow-on", db.Cases.Where(c => c.ParentId != null)),
                ("open complaints", db.Cases.Where(c => c.Type == CaseType.Complaint && c.ResolvedAt == null)), ("exemption asked", db.Promises.Where(p => p.ExemptionReason != null && p.ExemptionApprovedById == null)),
                ("arrival to confirm", db.Visits.Where(v => v.ArrivalEnteredAt != null && v.ArrivalConfirmedById == null)), ("signature missing", db.ServiceReports.Where(r => r.NoSignatureReason != null && r.NoSignatureApprovedById == null)),
                ("declined", db.WorkOrders.Where(o => o.Status == WorkOrderStatus.Declined)), ("assigned", db.WorkOrders.Where(o => o.EngineerId == People.Engineer && o.Status == WorkOrderStatus.Assigned)),
                ("accepted", db.WorkOrders.Where(o => o.EngineerId == People.Engineer && o.Status == WorkOrderStatus.Accepted)), ("planned", db.ScheduledActions.Where(a => a.State == ActionState.Pending && a.DueAt > house.Now)),
                ("told", db.Notifications.Where(n => n.ReadAt == null)), ("logged", db.ContactLogs.Where(l => l.Incoming)),
            },
            wanted => Assert.True(wanted.Item2.Any(), wanted.Item1));
    }

    [Theory, BothDatabases]
    public async Task The_same_seed_and_instant_tell_the_same_story(StorageProvider provider)
    {
        await using var one = await Sample(provider);
        await using var other = await Sample(StorageProvider.Sqlite);

        Assert.Equal(await Told(one), await Told(other));
    }

    [Theory, BothDatabases]
    public async Task A_database_with_customers_is_left_alone(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.KnownCustomer();
        await using var db = house.Db();

        Assert.False(await SampleHistory.Ensure(db, SamplePlan.Development, house.Clock));
        Assert.Equal(1, await db.Customers.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task What_is_broken_off_leaves_nothing_and_can_be_done_again(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        using var stop = new CancellationTokenSource();
        await using (var db = house.Db())
        {
            await Assert.ThrowsAsync<OperationCanceledException>(() => SampleHistory.Write(db, new SamplePlan(2500), house.Clock, new Stopping(stop), stop.Token));
        }

        await using var after = house.Db();
        Assert.False(await after.Customers.AnyAsync());
        Assert.True(await SampleHistory.Ensure(after, new SamplePlan(60), house.Clock));
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck check) => check.Run()));
    }

    [Theory, BothDatabases(1), BothDatabases(7), BothDatabases(40)]
    public async Task History_is_added_to_what_is_there_in_any_number(StorageProvider provider, int cases)
    {
        await using var house = await TestHouse.Open(provider);
        await house.OpenCase(await house.KnownCustomer());
        await using var db = house.Db();

        await SampleHistory.Write(db, new SamplePlan(cases, 2), house.Clock, null, TestContext.Current.CancellationToken);
        await house.OpenCase(await house.KnownCustomer());

        Assert.Equal(cases + 2, await db.Cases.CountAsync());
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck check) => check.Run()));
    }

    private static async Task<TestHouse> Sample(StorageProvider provider)
    {
        var house = await TestHouse.Open(provider);
        await using var db = house.Db();
        Assert.True(await SampleHistory.Ensure(db, SamplePlan.Development, house.Clock));
        return house;
    }

    private static async Task<IEnumerable<string>> Told(TestHouse house)
    {
        var events = await house.Read(db => db.CaseEvents.OrderBy(e => e.CaseId).ThenBy(e => e.Id).ToListAsync());
        var customers = await house.Read(db => db.Customers.OrderBy(c => c.Id).ToListAsync());
        var scores = await house.Read(db => db.SatisfactionAnswers.OrderBy(a => a.Id).ToListAsync());
        return [.. customers.Select(c => $"{c.Code} {c.Name} {c.FiledOn}"), .. events.Select(e => $"{e.CaseId} {e.At:o} {e.Kind} {e.PersonId} {e.Text} {e.Facts}"), .. scores.Select(a => $"{a.CaseId} {a.Score}")];
    }

    /// <summary>Breaks off after the first cases.</summary>
    private sealed class Stopping(CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value) => stop.Cancel();
    }
}
