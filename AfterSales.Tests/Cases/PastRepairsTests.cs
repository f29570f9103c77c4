using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Cases;

/// <summary>上次怎么修好的: what held, how often of how many, and the parts to bring.</summary>
public sealed class PastRepairsTests
{
    [Theory, BothDatabases]
    public async Task What_held_stands_first_with_how_often_and_its_parts(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (first, second, third) = (await house.KnownCustomer(), await house.KnownCustomer(), await house.KnownCustomer());
        await Repaired(house, first, "maintenance", "拧紧接头", null);
        house.Time.Advance(TimeSpan.FromDays(10));
        var held = await Repaired(house, first, "wear", "更换油封", "油封");
        await Repaired(house, second, "wear", "换新油封并清洗", "油封");
        house.Time.Advance(TimeSpan.FromDays(1));

        var past = (await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(third.Repair()))).Past!;

        Assert.Equal(("SJ-90", 3, true), (past.Model, past.Of, past.Linked));
        Assert.Equal([("wear", 2, 2), ("maintenance", 0, 1)], past.Ways.Select(w => (w.Cause!, w.Held, w.Of)));
        Assert.Equal("换新油封并清洗", past.Ways[0].Remedy);
        Assert.Equal([new PastPart(null, "油封", 2)], past.Parts);
        Assert.NotEqual(held, past.Ways[0].Number);
    }

    [Fact]
    public async Task Of_many_causes_the_first_are_shown_and_how_many_more_there_are()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        foreach (var cause in new[] { "wear", "maintenance", "manufacturing", "material", "misuse" })
        {
            await Repaired(house, await house.KnownCustomer(), cause, "处理", null);
        }

        var past = (await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(known.Repair()))).Past!;
        Assert.Equal((3, 2), (past.Ways.Count, past.MoreWays));
    }

    /// <summary>R30's days: the same fault after them is a new one, and the repair before it held.</summary>
    [Theory, BothDatabases]
    public async Task R30_a_fault_that_comes_back_after_the_days_that_count_is_no_repeat(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (known, other) = (await house.KnownCustomer(), await house.KnownCustomer(name: "乙厂"));
        await Repaired(house, known, "wear", "更换油封", null);
        house.Time.Advance(TimeSpan.FromDays(91));
        await Repaired(house, known, "wear", "再换油封", null);

        var another = (await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(other.Repair()))).Past!;
        Assert.Equal((2, 2), (another.Ways[0].Held, another.Ways[0].Of));

        // Of the machine itself the last repair fails with this very call.
        var itself = (await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(known.Repair()))).Past!;
        Assert.Equal((1, 2, "更换油封"), (itself.Ways[0].Held, itself.Ways[0].Of, itself.Ways[0].Remedy));
    }

    [Theory, BothDatabases]
    public async Task Of_a_model_with_few_the_line_is_asked_and_of_nothing_nothing_is_told(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        await Repaired(house, known, "wear", "更换油封", null);

        Assert.Null((await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(known.Repair()))).Past!.Model);
        var words = known.Repair();
        (words.Symptom, words.SymptomText) = (null, null);
        Assert.Null((await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(words))).Past);
    }

    /// <summary>The case itself is not its own past; an engineer asks for own cases alone and follows no links.</summary>
    [Theory, BothDatabases]
    public async Task For_a_case_on_file_the_others_are_told_to_whom_it_is_open(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await Repaired(house, await house.KnownCustomer(), "wear", "更换油封", "油封");
        var id = await house.OpenCase(await house.KnownCustomer(), mode: ServiceMode.OnSite);
        var number = await house.Read(db => Task.FromResult(db.Cases.Single(c => c.Id == id).Number));
        await Assert.ThrowsAsync<MissingException>(() => house.As(Role.Engineer).Ask((PastRepairs p) => p.OfCase(number)));
        await house.Add(WorkOrder.Assign("WO-20261124-0031", id, "north", People.Engineer, new(AppointmentKind.Time, house.Now.AddHours(2), house.Now.AddHours(4)), null, house.Now));

        var (engineer, supervisor) = (await house.As(Role.Engineer).Ask((PastRepairs p) => p.OfCase(number)), await house.As(Role.Supervisor).Ask((PastRepairs p) => p.OfCase(number)));

        Assert.Equal((1, false, true), (engineer!.Of, engineer.Linked, supervisor!.Linked));
        await house.Resolve(id, report: true);
        Assert.Equal(1, (await house.As(Role.Supervisor).Ask((PastRepairs p) => p.OfCase(number)))!.Of);
        Assert.Empty(await house.Scans(() => house.As(Role.Supervisor).Ask((PastRepairs p) => p.OfCase(number)), "CaseFacts", "Cases", "ServiceReports", "ReportParts"));
    }

    [Theory, BothDatabases]
    public async Task Of_a_case_with_several_reports_the_last_tells_what_helped(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var number = await Repaired(house, known, "wear", "紧固螺栓", null);
        var id = await house.Read(db => Task.FromResult(db.Cases.Single(c => c.Number == number).Id));
        await house.Add(WorkOrder.Assign("WO-20261124-0032", id, "north", People.Engineer, new(AppointmentKind.Time, house.Now.AddHours(2), house.Now.AddHours(4)), null, house.Now));
        var order = await house.Read(db => Task.FromResult(db.WorkOrders.Single().Id));
        await house.Add(new ServiceReport { CaseId = id, WorkOrderId = order, Cause = "wear", Remedy = "更换油封", CompletedAt = house.Now });

        var past = (await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(known.Repair()))).Past!;

        Assert.Equal((1, "更换油封"), (past.Of, past.Ways.Single().Remedy));
    }

    private static async Task<string> Repaired(TestHouse house, Known known, string cause, string remedy, string? part)
    {
        var number = await house.Registered(known.Repair());
        Assert.True((await house.As(Role.Agent).Ask((CaseClosing c) => c.Resolve(number, new ResolveForm { Resolution = remedy, Cause = cause }, Guid.NewGuid()))).Ok);
        if (part is not null)
        {
            await using var db = house.Db();
            db.ServiceReports.Single(r => db.Cases.Any(c => c.Id == r.CaseId && c.Number == number)).Parts.Add(new ReportPart { Name = part });
            await db.SaveChangesAsync();
        }

        return number;
    }
}
