using AfterSales.Core.Assets;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using AfterSales.Tests.Support;
using AfterSales.Web.Assets;
using AfterSales.Web.Shared;
using Bunit;
using Microsoft.EntityFrameworkCore;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Assets;

/// <summary>What is done to components on the machine's page counts in the meter, stands in the history, and loses nothing.</summary>
public sealed class ReplacedByHandTests
{
    private static readonly DateOnly Sold = Day("2026-06-01");

    [Theory, BothDatabases]
    public async Task A_main_part_replaced_for_a_fault_counts_and_for_wear_does_not(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var serial = await Car(house);
        await Fit(house, serial, "E-1");
        await Replaced(house, serial, "E-1", "E-2", RemovalReason.Wear);
        Assert.Equal(0, (await Engine(house, serial)).Counted);

        await Replaced(house, serial, "E-2", "E-3", RemovalReason.Fault);

        var once = await Engine(house, serial);
        Assert.Equal((1, 1, true, null), (once.Counted, once.ByHand, once.Near, once.AroseOn));
        Assert.Empty(once.Cases);
        await Replaced(house, serial, "E-3", "E-4", RemovalReason.Fault);
        Assert.Equal((2, house.Clock.Today), ((await Engine(house, serial)) is var twice ? (twice.Counted, twice.AroseOn!.Value) : default));
        Assert.Equal(1, await house.AsSystem().Ask((WarrantyWatch w) => w.Run()));
    }

    /// <summary>The warranty of a part fitted in a repair is the preset's, whoever entered the repair; what a better one gets is its maker's word.</summary>
    [Theory, BothDatabases]
    public async Task A_part_replaced_by_hand_has_the_presets_warranty_as_one_replaced_by_a_report(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var serial = await Car(house);
        await Fit(house, serial, "E-1");
        foreach (var (old, fresh, why, fitted) in new[] { ("E-1", "E-2", RemovalReason.Upgrade, 0), ("E-2", "E-3", RemovalReason.Wear, 1), ("E-3", "E-4", RemovalReason.Fault, 2) })
        {
            await Replaced(house, serial, old, fresh, why);

            var parts = (await Meter(house, serial)).Parts.Where(p => p.FittedOn is not null).ToList();
            Assert.Equal(fitted, parts.Count);
            Assert.All(parts, p => Assert.Equal(("engine", null, house.Clock.Today, 12), (p.Assembly, p.FittedBy, p.FittedOn!.Value, p.State.Months)));
        }
    }

    [Fact]
    public void What_a_report_and_a_hand_both_tell_is_fitted_once()
    {
        var facts = Warranty.Presets.Facts("2025-01-01", Warranty.Presets.Repair("2025-06-01", 3, replaced: ["engine"])) with { ByHand = [new(Day("2025-06-03"), "engine", Fault: false)] };
        Assert.Equal("SC-2025-06-01", Assert.Single(SanBao.Read(Warranty.Presets.Cars2022, facts, Day("2025-12-01")).Parts, p => p.FittedOn is not null).FittedBy);
    }

    [Fact]
    public async Task A_replacement_after_the_time_of_rights_counts_no_more()
    {
        await using var house = await TestHouse.Open();
        var serial = await Car(house);
        await house.Read(db => db.Assets.ExecuteUpdateAsync(set => set.SetProperty(a => a.DeliveredOn, Day("2023-06-01")).SetProperty(a => a.InstalledOn, (DateOnly?)null).SetProperty(a => a.AcceptedOn, (DateOnly?)null)));
        await Fit(house, serial, "E-1");
        await Replaced(house, serial, "E-1", "E-2", RemovalReason.Fault);
        Assert.Equal(0, (await Engine(house, serial)).Counted);
    }

    [Fact]
    public void What_the_report_of_that_day_replaced_is_not_counted_twice_and_inner_parts_belong_to_their_assembly()
    {
        var facts = Warranty.Presets.Facts("2025-01-01", Warranty.Presets.Repair("2025-06-01", 3, replaced: ["engine"])) with { ByHand = [new(Day("2025-06-03"), "engine")] };
        Assert.Equal(1, SanBao.Read(Warranty.Presets.Cars2022, facts, Day("2025-12-01")).Counts.First(c => c.Right.Trigger == RightTrigger.PartReplaced).Counted);
        var early = facts with { ByHand = [new(Day("2025-01-05"), "engine")] };
        Assert.Contains(SanBao.Read(Warranty.Presets.Cars2022, early, Day("2025-02-01")).Arisen, c => c.Right.Trigger == RightTrigger.EarlyGraveFault && c.ByHand == 1);
    }

    [Theory, BothDatabases]
    public async Task Without_a_reason_or_a_word_on_what_sits_in_it_nothing_is_replaced(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var serial = await Car(house);
        await Fit(house, serial, "E-1");
        var outer = Assert.Single(await Rows(house, serial));
        await Done(house, d => d.Add(serial, new ComponentForm { Name = "活塞", Serial = "P-1", WithinId = outer.Id }, house.Request));
        await Done(house, d => d.Add(serial, new ComponentForm { Name = "喷油嘴", Serial = "N-1", WithinId = outer.Id }, house.Request));
        var form = outer.After.Copy();
        form.Serial = "E-2";

        var refused = await house.As(Role.Agent).Ask((ComponentDesk d) => d.Replace(serial, outer.Id, form, house.Request));

        Assert.Equal([("Shared.Required", "RemovedFor"), ("Assets.InnerAsked", "Inner")], refused.Problems.Select(p => (p.Code, p.Field)));
        Assert.Equal(["喷油嘴", "活塞"], Assert.IsType<List<string>>(refused.Problems[1].Args[0]).Order(StringComparer.Ordinal));
        Assert.Equal(3, (await Rows(house, serial)).Count(r => r.Form.RemovedOn is null));
        (form.RemovedFor, form.Inner) = (RemovalReason.Fault, InnerParts.Keep);
        await Done(house, d => d.Replace(serial, outer.Id, form, house.Request));
        var fresh = Assert.Single(await Rows(house, serial), r => r.Form.Serial == "E-2");
        Assert.All((await Rows(house, serial)).Where(r => r.Form.Serial is "P-1" or "N-1"), r => Assert.Equal((fresh.Id, null), (r.Form.WithinId!.Value, r.Form.RemovedOn)));
        Assert.Equal((RemovalReason.Fault, house.Clock.Today), (await house.Read(db => db.Components.Where(c => c.Serial == "E-1").Select(c => new ValueTuple<RemovalReason?, DateOnly?>(c.RemovedFor, c.RemovedOn)).SingleAsync())));
    }

    [Theory, BothDatabases]
    public async Task Fitting_and_taking_off_by_hand_stand_in_the_history_each_once(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var serial = await Car(house);
        await Fit(house, serial, "E-1");
        await Replaced(house, serial, "E-1", "E-2", RemovalReason.Fault);
        var row = Assert.Single(await Rows(house, serial), r => r.Form.RemovedOn is null);
        var off = row.Form.Copy();
        off.RemovedOn = house.Clock.Today;
        await Done(house, d => d.Edit(serial, row.Id, off, house.Request));

        var lines = (await house.As(Role.Agent).Ask((MachineHistory h) => h.Read(serial, null))).Lines;

        Assert.Equal(
            [("E-2", null, null), ("E-1", "E-2", RemovalReason.Fault)],
            lines.OfType<ComponentLine>().Select(l => (l.Serial!, l.ReplacedBy, l.Why)));
        Assert.Equal("E-1", Assert.Single(lines.OfType<FittedLine>()).Serial);
        Assert.Equal(lines, (await Paged(house, serial)));
    }

    [Fact]
    public async Task The_page_names_what_sits_in_it_and_asks()
    {
        await using var house = await TestHouse.Open();
        var serial = await Car(house);
        await Fit(house, serial, "E-1");
        var outer = Assert.Single(await Rows(house, serial));
        await Done(house, d => d.Add(serial, new ComponentForm { Name = "活塞", WithinId = outer.Id }, house.Request));
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<AssetDetails>(AssetAddress.Of(serial));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-test=replace-component]").Count));

        page.FindAll("[data-test=replace-component]")[0].Click();

        page.WaitForAssertion(() => Assert.Contains("活塞", page.Find("#co-inner").ParentElement!.TextContent, StringComparison.Ordinal));
        Assert.NotNull(page.Find("[data-test=component-why]"));
    }

    private static async Task<IReadOnlyList<HistoryLine>> Paged(TestHouse house, string serial)
    {
        var (all, after) = (new List<HistoryLine>(), (string?)null);
        do
        {
            var page = await house.As(Role.Agent).Ask((MachineHistory h) => h.Read(serial, after, 1));
            all.AddRange(page.Lines);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    private static async Task<string> Car(TestHouse house)
    {
        var serial = (await house.KnownCustomer()).Asset.SerialNo;
        await house.Read(db => db.Assets.Where(a => a.SerialNo == serial).ExecuteUpdateAsync(set => set.SetProperty(a => a.DeliveredOn, Sold).SetProperty(a => a.WarrantyPolicy, "cars").SetProperty(a => a.MeterUnit, MeterUnit.Km)));
        return serial;
    }

    private static Task Fit(TestHouse house, string serial, string engine) =>
        Done(house, d => d.Add(serial, new ComponentForm { Name = "发动机", Assembly = "engine", Serial = engine, FittedOn = Sold }, house.Request));

    private static async Task Replaced(TestHouse house, string serial, string old, string fresh, RemovalReason why)
    {
        var row = Assert.Single(await Rows(house, serial), r => r.Form.Serial == old);
        var form = row.After.Copy();
        (form.Serial, form.RemovedFor) = (fresh, why);
        await Done(house, d => d.Replace(serial, row.Id, form, house.Request));
    }

    private static async Task<RightCount> Engine(TestHouse house, string serial) => (await Meter(house, serial)).Counts.Single(c => c.Right.Trigger == RightTrigger.PartReplaced);

    private static async Task<WarrantyReading> Meter(TestHouse house, string serial)
    {
        await using var db = house.Db();
        var asset = await db.Assets.SingleAsync(a => a.SerialNo == serial);
        return await db.Meter(await house.AsSystem().Ask((Lists l) => l.Book()), asset, house.Clock.Today, TestHouse.Zone, default);
    }

    private static Task<IReadOnlyList<ComponentRow>> Rows(TestHouse house, string serial) => house.As(Role.Agent).Ask((ComponentDesk d) => d.Read(serial));

    private static async Task Done(TestHouse house, Func<ComponentDesk, Task<Result>> what) => Assert.Empty((await house.As(Role.Agent).Ask(what)).Problems);
}
