using System.Globalization;
using AfterSales.Core.Assets;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Integrity;
using AfterSales.Core.Reports;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using AfterSales.Web.WorkOrders;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.WorkOrders;

/// <summary>A report that replaces an assembly says what becomes of the parts in it: they go with the old one, or are kept by a tick.</summary>
public sealed class InnerPartsTests
{
    [Theory, BothDatabases(false), BothDatabases(true)]
    public async Task The_parts_in_it_go_with_the_old_one_or_stay_in_the_new_one(StorageProvider provider, bool keeps)
    {
        await using var house = await TestHouse.Open(provider);
        var (order, serial) = await Gearbox(house);
        await Report(house, order, keeps, ("GB-1", "GB-2"));

        var told = Assert.Single((await house.As(Role.Engineer).Ask((JobReader r) => r.Job(order))).WithInner);
        Assert.Equal((keeps ? InnerPlace.Fresh : InnerPlace.TakenOut, "减速机 GB-1"), (told.Fate.Place, told.Old.Name));
        Assert.Equal(["轴承 BR-7", "油封"], told.Fate.Parts.OrderByDescending(n => n.Length));
        await house.Mine((JobEnding e) => e.Complete(order, null, house.Request));

        var rows = await Rows(house, serial);
        var fresh = Assert.Single(rows, r => r.Form.Serial == "GB-2");
        var bearing = Assert.Single(rows, r => r.Form.Serial == "BR-7");
        Assert.Equal((keeps ? null : house.Clock.Today, keeps), (bearing.Form.RemovedOn, bearing.Form.WithinId == fresh.Id));
        Assert.Equal(bearing.Id, Assert.Single(rows, r => r.Form.Name == "油封").Form.WithinId);
        var fate = Assert.Single((await Sheet(house)).Inner.Values);
        Assert.Equal(keeps ? InnerPlace.Fresh : InnerPlace.TakenOut, fate.Place);
        Assert.Equal(keeps ? [] : ["轴承 BR-7", "油封"], fate.Parts.OrderByDescending(n => n.Length));
    }

    /// <summary>No new serial is named: what is kept stays in what the old one sat in, and what is not is told as long as the report is read.</summary>
    [Theory]
    [BothDatabases("GB-1", false, InnerPlace.TakenOut, null, "一并拆下：")]
    [BothDatabases("GB-1", true, InnerPlace.Machine, null, "其中部件留在整机上")]
    [BothDatabases("BR-7", true, InnerPlace.Outer, "减速机 GB-1", "其中部件留在“减速机 GB-1”中")]
    public async Task A_part_that_nothing_takes_the_place_of_says_where_the_parts_in_it_went(StorageProvider provider, string old, bool keeps, InnerPlace place, string? outer, string words)
    {
        await using var house = await TestHouse.Open(provider);
        var (order, serial) = await Gearbox(house);
        await Report(house, order, keeps, (old, null));
        var draft = await Sheet(house);
        await house.Mine((JobEnding e) => e.Complete(order, null, house.Request));
        var done = await Sheet(house);

        Assert.All(new[] { draft, done }, s => Assert.Equal((place, words), (Assert.Single(s.Inner.Values).Place, Assert.Single(Said(s), w => w.StartsWith(words, StringComparison.Ordinal))[..words.Length])));
        Assert.Equal(keeps ? outer : null, Assert.Single(done.Inner.Values).Outer);
        var rows = await Rows(house, serial);
        var seal = Assert.Single(rows, r => r.Form.Name == "油封").Form;
        Assert.Equal(keeps, seal.RemovedOn is null);
        Assert.Equal(place == InnerPlace.Outer, seal.WithinId == Assert.Single(rows, r => r.Form.Serial == "GB-1").Id);
    }

    /// <summary>A tick that was set while another serial stood there goes as the report is saved; one that outlived its parts goes on completing.</summary>
    [Theory, BothDatabases("XX-1"), BothDatabases("SE-1")]
    public async Task A_tick_where_nothing_sits_in_the_part_is_dropped_and_never_printed(StorageProvider provider, string old)
    {
        await using var house = await TestHouse.Open(provider);
        var (order, serial) = await Gearbox(house);
        await Add(house, serial, new ComponentForm { Name = "密封件", Serial = "SE-1" });
        await Report(house, order, true, (old, "SE-2"));
        Assert.False(await house.Read(db => db.ReportParts.Select(p => p.KeepsInner).SingleAsync()));

        await house.Read(db => db.ReportParts.ExecuteUpdateAsync(set => set.SetProperty(p => p.KeepsInner, true)));
        Assert.Empty((await Sheet(house)).Inner);
        await house.Mine((JobEnding e) => e.Complete(order, null, house.Request));

        Assert.False(await house.Read(db => db.ReportParts.Select(p => p.KeepsInner).SingleAsync()));
        Assert.Empty((await Sheet(house)).Inner);
    }

    /// <summary>What the same report fitted is not taken out with what it was fitted into.</summary>
    [Fact]
    public async Task A_part_replaced_together_with_its_assembly_sits_in_the_new_one()
    {
        await using var house = await TestHouse.Open();
        var (order, serial) = await Gearbox(house);
        await Report(house, order, false, ("GB-1", "GB-2"), ("BR-7", "BR-8"));
        await house.Mine((JobEnding e) => e.Complete(order, null, house.Request));

        var rows = await Rows(house, serial);
        var fresh = Assert.Single(rows, r => r.Form.Serial == "GB-2");
        var bearing = Assert.Single(rows, r => r.Form.Serial == "BR-8");
        Assert.Equal((null, fresh.Id), (bearing.Form.RemovedOn, bearing.Form.WithinId!.Value));
        Assert.Equal("BR-8", Assert.Single(rows, r => r.Form.Serial == "BR-7").ReplacedBy);
    }

    [Fact]
    public async Task What_was_fitted_since_the_report_was_saved_is_replaced_once_too()
    {
        await using var house = await TestHouse.Open();
        var (order, _) = await Gearbox(house);
        await Report(house, order, false, ("GB-1", "GB-2"), ("XX-1", "GB-3"));
        await house.Read(db => db.ReportParts.Where(p => p.OldSerial == "XX-1").ExecuteUpdateAsync(set => set.SetProperty(p => p.OldSerial, (string?)null).SetProperty(p => p.Assembly, "gearbox")));

        var refused = Assert.Single((await house.As(Role.Engineer).Ask((JobEnding e) => e.Complete(order, null, house.Request))).Problems);

        Assert.Equal(("WorkOrders.SameComponent", false), (refused.Code, ReportGaps.IsGap(refused)));
    }

    /// <summary>Inside the old one, beside it, and the old one's own inner part that the same report replaces.</summary>
    [Theory]
    [BothDatabases("BR-7", true, 1), BothDatabases("br-7", false, 1), BothDatabases("SE-1", true, 1), BothDatabases("BR-7", false, 2)]
    public async Task A_new_serial_that_is_in_the_machine_already_is_refused_with_what_has_it(StorageProvider provider, string fresh, bool keeps, int parts)
    {
        await using var house = await TestHouse.Open(provider);
        var (order, serial) = await Gearbox(house);
        await Add(house, serial, new ComponentForm { Name = "密封件", Serial = "SE-1" });
        var refusal = ("WorkOrders.NewSerialFitted", "Parts[0].NewSerial", $"1, {fresh}, {(fresh == "SE-1" ? "密封件 SE-1" : "轴承 BR-7")}");
        var named = new (string, string?)[] { ("GB-1", fresh), ("BR-7", "BR-8") }[..parts];

        Assert.Equal(refusal, Told(await Saved(house, order, keeps, named)));
        await Report(house, order, keeps, [("GB-1", "GB-2"), .. named[1..]]);
        await house.Read(db => db.ReportParts.Where(p => p.NewSerial == "GB-2").ExecuteUpdateAsync(set => set.SetProperty(p => p.NewSerial, fresh)));
        Assert.Equal(refusal, Told(await house.As(Role.Engineer).Ask((JobEnding e) => e.Complete(order, null, house.Request))));
        Assert.All(await Rows(house, serial), r => Assert.Null(r.Form.RemovedOn));

        static (string, string?, string) Told(Result refused) => refused.Problems.Select(p => (p.Code, p.Field, string.Join(", ", p.Args))).Single();
    }

    /// <summary>Whatever gets past the refusal, the machine's file stays a tree.</summary>
    [Theory, InlineData("BR-7"), InlineData("OS-1")]
    public async Task What_takes_the_place_of_what_it_sits_in_never_sits_in_itself(string fresh)
    {
        await using var house = await TestHouse.Open();
        var (_, serial) = await Gearbox(house);
        await Add(house, serial, new ComponentForm { Name = "油封", Serial = "OS-1", WithinId = Assert.Single(await Rows(house, serial), r => r.Form.Serial == "BR-7").Id });

        Assert.True((await house.As(Role.Engineer).Write(async write =>
        {
            await ComponentFile.Replace(write, await write.Db.Assets.SingleAsync(), [new ReportPart { Name = "减速机", OldSerial = "GB-1", NewSerial = fresh, KeepsInner = true }], await write.Db.Cases.Select(c => c.Id).SingleAsync(), house.Clock.Today);
            return Result.Done;
        })).Ok);

        Assert.Equal([0, 1, 2, 2], (await Rows(house, serial)).Select(r => r.Depth));
        Assert.DoesNotContain(await house.AsSystem().Ask((IntegrityCheck c) => c.Run()), f => f.Invariant == "ComponentInItself");
    }

    [Fact]
    public async Task The_report_asks_under_the_part_and_says_so_before_the_job_is_completed()
    {
        await using var scene = await Scene.Open(Role.Engineer, async house => (await Gearbox(house)).Order);
        var (house, pages, number) = scene;
        var page = pages.Open<JobPage>($"work/{number}?part=Findings", set => set.Add(p => p.Number, number));
        page.WaitForElement("[data-test=add-part]").Click();
        Assert.Empty(page.FindAll("[data-test=inner]"));

        page.Find("[data-test=old-serial]").Change("GB-9");
        Assert.Contains("机上现有部件没有这个编号", page.Find("[data-test=part-line]").TextContent, StringComparison.Ordinal);
        page.Find("[data-test=old-serial]").Change("gb-1");
        Assert.DoesNotContain("机上现有部件没有这个编号", page.Find("[data-test=part-line]").TextContent, StringComparison.Ordinal);

        Assert.Contains("随旧件“减速机 GB-1”一起拆下", page.Find("[data-test=inner]").TextContent, StringComparison.Ordinal);
        page.Find("[data-test=keeps-inner]").Change(true);
        Assert.Contains("留在整机上", page.Find("[data-test=inner]").TextContent, StringComparison.Ordinal);
        page.Find("[data-test=new-serial]").Change("GB-2");
        Assert.Contains("移到新件上", page.Find("[data-test=inner]").TextContent, StringComparison.Ordinal);
        await Report(house, number, true, ("GB-1", "GB-2"));
        var end = pages.Open<JobPage>($"work/{number}?part=Customer", set => set.Add(p => p.Number, number));
        Assert.Contains("轴承 BR-7", end.WaitForElement("[data-test=inner-told]").TextContent, StringComparison.Ordinal);
    }

    internal static async Task<(string Order, string Serial)> Gearbox(TestHouse house)
    {
        var order = await house.OnSite();
        var serial = await house.Read(db => db.Assets.Select(a => a.SerialNo).SingleAsync());
        await Add(house, serial, new ComponentForm { Name = "减速机", Assembly = "gearbox", Serial = "GB-1" });
        await Add(house, serial, new ComponentForm { Name = "轴承", Serial = "BR-7", WithinId = (await Rows(house, serial))[0].Id });
        await Add(house, serial, new ComponentForm { Name = "油封", WithinId = (await Rows(house, serial))[1].Id });
        return (order, serial);
    }

    internal static async Task Report(TestHouse house, string order, bool keeps, params (string Old, string? Fresh)[] parts)
    {
        await house.Filled(order);
        Assert.Empty((await Saved(house, order, keeps, parts)).Problems);
    }

    internal static async Task<Result> Saved(TestHouse house, string order, bool keeps, params (string Old, string? Fresh)[] parts)
    {
        var form = (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(order))).Report.Form.Copy();
        form.Parts = [.. parts.Select(p => new PartForm { Name = p.Old.StartsWith('B') ? "轴承" : "减速机", OldSerial = p.Old, NewSerial = p.Fresh, KeepsInner = keeps })];
        return await house.As(Role.Engineer).Ask((Reporting r) => r.Save(order, form, house.Request));
    }

    private static async Task<ServiceReportView> Sheet(TestHouse house)
    {
        var number = await house.Read(db => db.Cases.Select(c => c.Number).SingleAsync());
        return Assert.Single(await house.As(Role.Supervisor).Ask((ServiceReportReader r) => r.Read(number)));
    }

    /// <summary>What the paper says of the parts, word by word.</summary>
    private static IEnumerable<string> Said(ServiceReportView sheet) =>
        new ServiceReportPaper(new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN")), TestHouse.Zone).Of(sheet).Parts.OfType<PaperTable>().SelectMany(t => t.Rows).SelectMany(r => r).SelectMany(c => c.Text.Split(" · "));

    internal static Task<IReadOnlyList<ComponentRow>> Rows(TestHouse house, string serial) => house.As(Role.Agent).Ask((ComponentDesk d) => d.Read(serial));

    private static async Task Add(TestHouse house, string serial, ComponentForm form) =>
        Assert.Empty((await house.As(Role.Agent).Ask((ComponentDesk d) => d.Add(serial, form, house.Request))).Problems);
}
