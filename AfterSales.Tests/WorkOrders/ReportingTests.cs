using AfterSales.Core.Assets;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Web.WorkOrders;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.WorkOrders;

public sealed class ReportingTests
{
    [Theory, BothDatabases]
    public async Task What_is_written_is_read_again_part_by_part(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.OnSite();
        await house.Filled(number);

        var job = await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number));

        var expected = Jobs.Findings(job.Report.Form.Version).Freshly();
        Assert.Equivalent(expected, job.Report.Form, strict: true);
        Assert.All(job.Report.Checks, c => Assert.Equal(CheckResult.Passed, c.Result));
        Assert.Equal((5, "很满意", "张工"), (job.Report.Satisfaction.Score!.Value, job.Report.Satisfaction.Comment, job.Report.SignedBy));
        Assert.Equal(Jobs.Png, await house.As(Role.Engineer).Ask((JobReader r) => r.Picture(number, JobPicture.Signature)));
        Assert.Empty(job.Gaps);
    }

    [Theory, BothDatabases]
    public async Task A_job_is_read_without_the_bytes_of_its_pictures_and_with_all_else(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.OnSite();
        await house.Filled(number);
        await using var db = house.Db();
        var order = await db.WorkOrders.SingleAsync(o => o.Number == number);
        var whole = await db.ServiceReports.AsNoTracking().Include(r => r.Parts).Include(r => r.Checks).SingleAsync();

        var seen = (await JobReader.WithoutPictures(db, order.Id, default))!;

        Assert.NotNull(whole.Signature);
        whole.Signature = null;
        Assert.Equivalent(whole, seen, strict: true);
    }

    [Theory, BothDatabases]
    public async Task One_serial_typed_as_old_and_new_is_refused_under_its_field(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.OnSite();
        var form = (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).Report.Form.Copy();
        form.Parts = [new PartForm { Name = "密封圈", OldSerial = "s-1127", NewSerial = " S-1127" }, new PartForm { Name = "油封" }];

        var refused = Assert.Single((await house.As(Role.Engineer).Ask((Reporting r) => r.Save(number, form, house.Request))).Problems);

        Assert.Equal(("WorkOrders.SameSerial", "Parts[0].NewSerial"), (refused.Code, refused.Field));
    }

    [Theory, BothDatabases]
    public async Task A_report_that_names_a_part_twice_is_refused_with_the_other_and_two_pieces_are_two(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.OnSite();
        var serial = await house.Read(db => db.Assets.Select(a => a.SerialNo).SingleAsync());
        Assert.Empty((await house.As(Role.Agent).Ask((ComponentDesk d) => d.Add(serial, new ComponentForm { Name = "减速机", Assembly = "gearbox", Serial = "GB-1" }, house.Request))).Problems);

        Assert.Equal(
            [("WorkOrders.OldSerialTwice", "Parts[1].OldSerial", "s-1", 1), ("WorkOrders.NewSerialTwice", "Parts[2].NewSerial", "N-1", 1)],
            Told(await Save(("S-1", "N-1", null), ("s-1", "N-2", null), ("S-3", "N-1", null))));
        Assert.Equal([("WorkOrders.SameComponent", "Parts[1].OldSerial", "减速机 GB-1", 1)], Told(await Save(("gb-1", "N-1", null), (null, "N-2", "gearbox"))));
        Assert.Empty((await Save(("GB-1", "N-1", "gearbox"), ("GB-9", "N-2", "gearbox"), (null, null, null), (null, null, null))).Problems);

        async Task<Result> Save(params (string? Old, string? Fresh, string? Assembly)[] parts)
        {
            var form = (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).Report.Form.Copy();
            form.Parts = [.. parts.Select(p => new PartForm { Name = "减速机", OldSerial = p.Old, NewSerial = p.Fresh, Assembly = p.Assembly })];
            return await house.As(Role.Engineer).Ask((Reporting r) => r.Save(number, form, house.Request));
        }

        static IEnumerable<(string, string?, string?, int)> Told(Result refused) => refused.Problems.Select(p => (p.Code, p.Field, p.Args[0] as string, (int)p.Args[1]!));
    }

    [Fact]
    public async Task Signed_again_the_signature_has_another_address()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Engineer);
        var number = await house.OnSite();
        await house.Filled(number);
        var page = pages.Open<JobPage>($"work/{number}?part=Customer", set => set.Add(p => p.Number, number));
        var before = page.WaitForElement("[data-test=signed]").GetAttribute("src");

        house.Time.Advance(TimeSpan.FromMinutes(1));
        await house.Mine((Reporting r) => r.Sign(number, "李工", Jobs.Png, house.Request));

        page.WaitForAssertion(() => Assert.NotEqual(before, page.Find("[data-test=signed]").GetAttribute("src")));
    }

    [Theory, BothDatabases]
    public async Task The_second_who_saves_sees_the_firsts_change_under_each_field(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.OnSite();
        await house.Mine((Reporting r) => r.Save(number, Jobs.Findings(), house.Request));
        var (first, second) = (Jobs.Findings(version: 1), Jobs.Findings(version: 1));
        (first.Remedy, second.Remedy, second.Parts[0].NewSerial) = ("换油封", "紧固螺栓", "S-9999");

        await house.Mine((Reporting r) => r.Save(number, first, house.Request));
        var refused = await house.As(Role.Engineer).Ask((Reporting r) => r.Save(number, second, house.Request));

        Assert.Equal(["Remedy", "Parts"], refused.Problems.Select(p => p.Field));
        Assert.All(refused.Problems, p => Assert.Equal("Shared.ChangedByOther", p.Code));
        Assert.Equal(["换油封", "王强"], refused.Problems[0].Args);
    }

    /// <summary>Own typing is nobody else's change.</summary>
    [Theory, BothDatabases]
    public async Task Only_what_another_changed_is_told(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.OnSite();
        await house.Mine((Reporting r) => r.Save(number, Jobs.Findings(), house.Request));
        var mine = (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).Report.Form.Copy();
        var theirs = mine.Copy();
        (mine.Remedy, theirs.Hours) = ("紧固螺栓", 4);

        await house.Mine((Reporting r) => r.Save(number, theirs.Sent(), house.Request));
        var refused = await house.As(Role.Engineer).Ask((Reporting r) => r.Save(number, mine.Sent(), house.Request));

        Assert.Equal("Hours", Assert.Single(refused.Problems).Field);
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_began_the_report_at_once_the_second_is_told_too(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.OnSite();
        var second = Jobs.Findings();
        second.Remedy = "紧固螺栓";

        await house.Mine((Reporting r) => r.Save(number, Jobs.Findings(), house.Request));
        var refused = await house.As(Role.Engineer).Ask((Reporting r) => r.Save(number, second, house.Request));

        Assert.Equal(["Remedy"], refused.Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task Every_fault_of_a_report_stands_under_its_field()
    {
        await using var house = await TestHouse.Open();
        var number = await house.OnSite();
        var form = new ReportForm { Cause = "magic", Remedy = "a\ud800", Hours = -1, Parts = [new() { Quantity = 0 }] };

        var refused = await house.As(Role.Engineer).Ask((Reporting r) => r.Save(number, form, house.Request));

        Assert.Equal(["Cause", "Remedy", "Hours", "Parts[0].Name", "Parts[0].Quantity"], refused.Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task A_signature_is_a_png_by_its_content_and_of_a_stated_size()
    {
        await using var house = await TestHouse.Open();
        var number = await house.OnSite();
        var big = new byte[ServiceReport.MaxSignatureBytes + 1];

        var text = await house.As(Role.Engineer).Ask((Reporting r) => r.Sign(number, "张工", "<svg onload=alert(1)>"u8.ToArray(), house.Request));
        var huge = await house.As(Role.Engineer).Ask((Reporting r) => r.Sign(number, "张工", big, house.Request));

        Assert.Equal(["WorkOrders.NotAPicture"], text.Codes());
        Assert.Equal(["WorkOrders.PictureTooBig", "WorkOrders.NotAPicture"], huge.Codes());
    }

    [Theory, BothDatabases]
    public async Task Nobody_to_sign_needs_a_reason_a_picture_and_the_supervisor_R31(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.OnSite();
        await house.Mine((Reporting r) => r.Save(number, Jobs.Findings(), house.Request));
        var checks = await house.AllPassed(number);
        await house.Mine((Reporting r) => r.SaveChecks(number, checks, house.Request));

        var bare = await house.As(Role.Engineer).Ask((Reporting r) => r.WithoutSignature(number, null, [], house.Request));
        await house.Mine((Reporting r) => r.WithoutSignature(number, "absent", Jobs.Png, house.Request));
        var early = await house.As(Role.Engineer).Ask((JobEnding e) => e.Complete(number, null, house.Request));
        Assert.True((await house.As(Role.Supervisor).Ask((Approvals a) => a.ApproveNoSignature(number, house.Request))).Ok);
        await house.Mine((JobEnding e) => e.Complete(number, null, house.Request));

        Assert.Equal(["Reason", "Picture"], bare.Problems.Select(p => p.Field));
        Assert.Equal(["WorkOrders.GapApproval"], early.Codes());
        Assert.Empty(await house.Read(db => db.SatisfactionAnswers.ToListAsync()));
    }

    [Fact]
    public async Task A_refused_missing_signature_is_due_again()
    {
        await using var house = await TestHouse.Open();
        var number = await house.OnSite();
        await house.Mine((Reporting r) => r.WithoutSignature(number, "absent", Jobs.Png, house.Request));

        Assert.True((await house.As(Role.Supervisor).Ask((Approvals a) => a.Refuse(ApprovalKind.Signature, number, 0, "用户在厂，请补签", house.Request))).Ok);

        Assert.Contains("WorkOrders.GapSignature", (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).Gaps.Select(g => g.Code));
    }

    [Fact]
    public async Task The_call_to_headquarters_is_confirmed_there_and_never_blocks_R32()
    {
        await using var house = await TestHouse.Open();
        var number = await house.OnSite();
        await house.Filled(number);
        await house.Mine((Reporting r) => r.CalledHeadquarters(number, null, house.Request));
        Assert.True((await house.As(Role.Agent).Ask((Approvals a) => a.ConfirmHeadquarters(number, house.Request))).Ok);
        var order = await house.Read(db => db.WorkOrders.SingleAsync());
        Assert.Equal((house.Now, People.Agent), (order.HeadquartersCalledAt!.Value, order.HeadquartersConfirmedById!.Value));

        var silent = await house.OnSite();
        await house.Filled(silent);
        await house.Mine((JobEnding e) => e.Complete(silent, null, house.Request));
    }

    [Fact]
    public async Task Nothing_is_reported_before_the_arrival()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Dispatched();

        Assert.Equal(["WorkOrders.NotOnSite"], (await house.As(Role.Engineer).Ask((Reporting r) => r.Save(number, Jobs.Findings(), house.Request))).Codes());
    }
}
