using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Assets;

/// <summary>Readings taken on the machine's page, at intake and on the engineer's report.</summary>
public sealed class MeterDeskTests
{
    [Theory, BothDatabases]
    public async Task A_reading_that_falls_is_refused_with_the_one_it_contradicts_or_begins_a_new_meter(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var serial = await Metered(house);
        await Take(house, serial, "2026-06-01", 5000);
        await Take(house, serial, "2026-09-01", 7000);

        Told("Assets.MeterBelow", "Value", 7000, await Ask(house, serial, "2026-10-01", 6900));
        Told("Assets.MeterAbove", "Value", 7000, await Ask(house, serial, "2026-08-01", 7100));
        Told("Assets.MeterBelow", "OldValue", 7000, await Ask(house, serial, "2026-10-01", 20, replaced: true, old: 6999));
        Told("Assets.ReplacedBeforeLater", "Replaced", 7000, await Ask(house, serial, "2026-08-01", 20, replaced: true));
        await Take(house, serial, "2026-07-01", 5600);
        await Take(house, serial, "2026-10-01", 20, replaced: true, old: 7300);
        await Take(house, serial, "2026-11-01", 900);

        Assert.Equal([(900, 8200), (20, 7320), (7000, 7000), (5600, 5600), (5000, 5000)], (await Lines(house, serial)).Select(l => (l.Value, l.Total)));
    }

    [Theory, BothDatabases]
    public async Task A_correction_carries_the_later_readings_of_its_meter_along_and_none_may_fall(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var serial = await Metered(house);
        await Take(house, serial, "2026-06-01", 5000);
        await Take(house, serial, "2026-10-01", 20, replaced: true, old: 7300);
        await Take(house, serial, "2026-11-01", 900);
        var lines = await Lines(house, serial);
        var agent = house.As(Role.Agent);

        var higher = lines[2].Form.Copy();
        higher.Value = 7301;
        Assert.Equal("Assets.MeterAbove", (await agent.Ask((MeterDesk d) => d.Correct(serial, lines[2].Id, higher, house.Request))).Problems[0].Code);
        Assert.Equal("Assets.MeterNeeded", (await agent.Ask((MeterDesk d) => d.Remove(serial, lines[1].Id, house.Request))).Problems[0].Code);

        var meter = lines[1].Form.Copy();
        Assert.Equal(7300, meter.OldValue);
        meter.OldValue = 6000;
        Assert.Empty((await agent.Ask((MeterDesk d) => d.Correct(serial, lines[1].Id, meter, house.Request))).Problems);
        Assert.Equal([6900, 6020, 5000], (await Lines(house, serial)).Select(l => l.Total));

        Assert.Empty((await agent.Ask((MeterDesk d) => d.Remove(serial, lines[0].Id, house.Request))).Problems);
        Assert.Equal([6020, 5000], (await Lines(house, serial)).Select(l => l.Total));
    }

    [Theory, BothDatabases]
    public async Task A_second_new_meter_follows_a_correction_of_the_first_and_the_audit_tells_it(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var serial = await Metered(house);
        await Take(house, serial, "2026-06-01", 5000);
        await Take(house, serial, "2026-08-01", 20, replaced: true, old: 7300);
        await Take(house, serial, "2026-10-01", 10, replaced: true, old: 800);
        var first = (await Lines(house, serial))[1];
        var form = first.Form.Copy();
        form.OldValue = 6000;

        Assert.Empty((await house.As(Role.Agent).Ask((MeterDesk d) => d.Correct(serial, first.Id, form, house.Request))).Problems);

        var lines = await Lines(house, serial);
        Assert.Equal([(6810, 800), (6020, 6000), (5000, null)], lines.Select(l => (l.Total, l.Form.OldValue)));
        var told = await house.Read(db => db.AuditEntries.Where(e => e.Entity == nameof(MeterReading)).Select(e => e.Changes).ToListAsync());
        Assert.Contains(told, c => c.Contains("""{"Field":"Before","From":"7300","To":"6000"}""", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Of_one_who_takes_a_new_meter_off_and_one_who_reads_it_at_once_the_second_is_refused(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using var other = house.Neighbour();
        var serial = await Metered(house);
        await Take(house, serial, "2026-06-01", 5000);
        for (var n = 0; n < 8; n++)
        {
            await Take(house, serial, "2026-08-01", 20, replaced: true, old: 5000);
            var id = (await Lines(house, serial))[0].Id;
            var both = await Task.WhenAll(
                Task.Run(() => house.As(Role.Agent).Ask((MeterDesk d) => d.Remove(serial, id, house.Request))), Task.Run(() => Ask(other, serial, "2026-09-01", 50)));
            Assert.Single(both, r => r.Ok);
            foreach (var line in (await Lines(house, serial)).SkipLast(1))
            {
                Assert.Empty((await house.As(Role.Agent).Ask((MeterDesk d) => d.Remove(serial, line.Id, house.Request))).Problems);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Of_one_who_reads_and_one_who_says_that_it_was_delivered_later_at_once_the_second_is_refused(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using var other = house.Neighbour();
        var serial = await Metered(house);
        async Task Delivered(DateOnly day) => await house.Read(db => db.Assets.Where(a => a.SerialNo == serial).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.DeliveredOn, day).SetProperty(a => a.InstalledOn, (DateOnly?)null).SetProperty(a => a.AcceptedOn, (DateOnly?)null)));
        for (var n = 0; n < 8; n++)
        {
            await Delivered(new(2026, 3, 1));
            var late = (await house.As(Role.Agent).Ask((AssetDesk d) => d.Read(serial))).Form.Copy();
            late.DeliveredOn = new(2026, 6, 2);
            var both = await Task.WhenAll(
                Task.Run(() => house.As(Role.Agent).Ask((AssetDesk d) => d.Edit(serial, late, house.Request))), Task.Run(() => Ask(other, serial, "2026-06-01", 50)));
            Assert.Single(both, r => r.Ok);
            Assert.Contains(both.SelectMany(r => r.Problems).Single().Code, new[] { "Assets.DeliveredAfterReading", "Assets.ReadBeforeDelivery" });
            await house.Read(db => db.MeterReadings.ExecuteDeleteAsync());
        }
    }

    [Fact]
    public async Task Who_corrects_what_somebody_else_corrected_is_told_the_others_value()
    {
        await using var house = await TestHouse.Open();
        var serial = await Metered(house);
        await Take(house, serial, "2026-06-01", 5000);
        var line = Assert.Single(await Lines(house, serial));
        var (mine, theirs) = (line.Form.Copy(), line.Form.Copy());
        (mine.Value, theirs.Value) = (5100, 5200);
        await house.As(Role.Supervisor).Ask((MeterDesk d) => d.Correct(serial, line.Id, theirs, house.Request));

        var refused = Assert.Single((await house.As(Role.Agent).Ask((MeterDesk d) => d.Correct(serial, line.Id, mine, house.Request))).Problems);

        Assert.Equal(("Shared.ChangedByOther", "Value", 5200), (refused.Code, refused.Field, (int)refused.Args[0]!));
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_read_at_once_the_second_is_measured_by_the_first(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using var other = house.Neighbour();
        var serial = await Metered(house);
        for (var day = 1; day <= 5; day++)
        {
            var on = $"2026-10-{day:00}";
            await Task.WhenAll(Task.Run(() => Ask(house, serial, on, day * 100)), Task.Run(() => Ask(other, serial, on, day * 100 - 50)));
        }

        var totals = (await Lines(house, serial)).Select(l => l.Total).ToList();
        Assert.Equal(totals.OrderDescending(), totals);
        Assert.InRange(totals.Count, 5, 10);
    }

    [Theory, BothDatabases]
    public async Task The_caller_reads_it_off_at_intake_and_a_wrong_one_is_told_before_anything_is_saved(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        await Unit(house, known.Asset.SerialNo);
        await Take(house, known.Asset.SerialNo, "2026-06-01", 5000);
        var form = known.Repair();

        form.Meter.Value = 4000;
        var refused = Assert.Single((await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, house.Request))).Problems);
        Assert.Equal(("Assets.MeterBelow", "Meter.Value"), (refused.Code, refused.Field));
        Assert.Equal(0, await house.Read(db => db.Cases.CountAsync()));

        form.Meter.Value = 6000;
        var number = (await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, house.Request))).Value;
        Assert.Equal((6000, house.Clock.Today, number), (await Lines(house, known.Asset.SerialNo))[0] is { } l ? (l.Value, l.ReadOn, l.CaseNumber!) : default);
    }

    [Theory, BothDatabases]
    public async Task The_engineers_reading_is_told_on_the_report_and_kept_once_the_job_is_done(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var order = await house.OnSite();
        var serial = await house.Read(db => db.Assets.Select(a => a.SerialNo).SingleAsync());
        await Unit(house, serial);
        await Take(house, serial, "2026-06-01", 5000);
        await house.Filled(order);
        var form = (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(order))).Report.Form.Copy();

        form.MeterValue = 4800;
        Told("Assets.MeterBelow", "MeterValue", 5000, await house.As(Role.Engineer).Ask((Reporting r) => r.Save(order, form, house.Request)));
        form.MeterValue = 5800;
        await house.Mine((Reporting r) => r.Save(order, form, house.Request));
        Assert.Single(await Lines(house, serial));

        await Take(house, serial, "2026-11-24", 6000);
        Told("Assets.MeterBelow", "Findings", 6000, await house.As(Role.Engineer).Ask((JobEnding e) => e.Complete(order, null, house.Request)));
        var taken = await Lines(house, serial);
        Assert.Empty((await house.As(Role.Agent).Ask((MeterDesk d) => d.Remove(serial, taken[0].Id, house.Request))).Problems);
        var request = house.Request;
        await house.Mine((JobEnding e) => e.Complete(order, null, request));
        await house.Mine((JobEnding e) => e.Complete(order, null, request));

        Assert.Equal([5800, 5000], (await Lines(house, serial)).Select(l => l.Value));
        Assert.NotNull((await Lines(house, serial))[0].CaseNumber);
    }

    [Fact]
    public async Task A_machine_without_a_meter_takes_no_reading()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();

        Assert.Equal("Assets.HasNoMeter", Assert.Single((await Ask(house, known.Asset.SerialNo, "2026-06-01", 5)).Problems).Code);
        Assert.Null(await house.As(Role.Agent).Ask((MeterDesk d) => d.Read(known.Asset.SerialNo)));
    }

    private static void Told(string code, string field, int other, Result refused)
    {
        var told = Assert.Single(refused.Problems);
        Assert.Equal((code, field, other), (told.Code, told.Field, (int)told.Args[0]!));
    }

    private static async Task<string> Metered(TestHouse house)
    {
        var known = await house.KnownCustomer();
        await Unit(house, known.Asset.SerialNo);
        return known.Asset.SerialNo;
    }

    private static Task Unit(TestHouse house, string serial) =>
        house.Read(db => db.Assets.Where(a => a.SerialNo == serial).ExecuteUpdateAsync(set => set.SetProperty(a => a.MeterUnit, MeterUnit.Hours)));

    private static Task<Result> Ask(TestHouse house, string serial, string day, int value, bool replaced = false, int? old = null) =>
        house.As(Role.Agent).Ask((MeterDesk d) => d.Take(serial, new ReadingForm { ReadOn = DateOnly.Parse(day, null), Value = value, Replaced = replaced, OldValue = old }, house.Request));

    private static async Task Take(TestHouse house, string serial, string day, int value, bool replaced = false, int? old = null) =>
        Assert.Empty((await Ask(house, serial, day, value, replaced, old)).Problems);

    private static async Task<IReadOnlyList<MeterLine>> Lines(TestHouse house, string serial) => (await house.As(Role.Agent).Ask((MeterDesk d) => d.Read(serial)))!.Lines;
}
