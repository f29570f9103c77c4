using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using AfterSales.Tests.Support;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Cases;

/// <summary>What a case's page asks of the services beside the case itself.</summary>
public sealed class CasePageServiceTests
{
    [Theory, BothDatabases]
    public async Task An_impact_that_nobody_was_asked_is_none_said(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var form = (await house.KnownCustomer()).Repair();
        (form.Type, form.Impact) = (CaseType.Enquiry, null);
        var head = (await house.Page(await house.Registered(form))).Head;
        Assert.Equal((null, Priority.Normal), (head.Impact, head.Priority));
    }

    [Theory, BothDatabases]
    public async Task A_chase_or_a_note_since_is_no_conflict_for_somebody_who_edits(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        var mine = await house.As(Role.Agent).Ask((CaseEditing e) => e.FormOf(number));
        await house.As(People.Actor(People.OtherAgent)).Ask((CaseDesk d) => d.Chase(number, null, house.Request));
        mine.Priority = Priority.Low;
        Assert.True((await house.As(Role.Agent).Ask((CaseEditing e) => e.Edit(number, mine, house.Request))).Ok);
        Assert.Equal((Priority.Low, 1), ((await house.Page(number)).Head.Priority, (await house.Page(number)).Head.Chases));
    }

    [Theory, BothDatabases]
    public async Task The_form_offers_what_belongs_to_the_customer_and_who_may_own_a_case(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        await house.KnownCustomer();
        var number = await house.Registered(known.Repair());
        var offered = await house.As(Role.Agent).Ask((CaseEditing e) => e.Choices(number));
        Assert.Equal((known.Contact.Id, known.Site.Id, known.Asset.Id), (Assert.Single(offered.Contacts).Id, Assert.Single(offered.Sites).Id, Assert.Single(offered.Machines).Id));
        Assert.Equal([People.Agent, People.Supervisor, People.OtherAgent], offered.Owners.Select(o => o.Id).Order());
        Assert.Equal(["customer", "festival", "part"], (await house.As(Role.Agent).Ask((CaseHolds h) => h.Pausing(number))).Order(StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task What_the_machine_had_before_is_told_newest_first_and_to_an_engineer_only_own_cases(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var numbers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            numbers.Add(await house.Registered(known.Repair()));
            house.Time.Advance(Hours(1));
        }

        await house.Registered((await house.KnownCustomer()).Repair());
        Assert.Equal([numbers[2], numbers[0]], (await house.As(Role.Agent).Ask((CaseReader r) => r.Others(numbers[1]))).Select(o => o.Number));
        await Assert.ThrowsAsync<MissingException>(() => house.As(Role.Engineer).Ask((CaseReader r) => r.Others(numbers[1])));
    }

    [Fact]
    public async Task The_warranty_is_that_of_the_day_of_the_intake()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer(acceptedOn: Day("2025-11-25"))).Repair());
        house.Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(WarrantyCover.In, (await house.Page(number)).Machine!.Warranty.Cover);
    }

    [Theory, BothDatabases]
    public async Task A_complaint_is_not_resolved_past_its_steps_and_its_report_names_the_supervisor(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var parent = await house.Registered((await house.KnownCustomer()).Repair());
        var form = new ComplaintForm { ParentNumber = parent, Words = "来得太晚" };
        var number = (await house.As(Role.Agent).Ask((ComplaintDesk d) => d.Open(form, house.Request))).Value;
        Assert.Equal("Cases.ComplaintHasSteps", Assert.Single((await house.As(Role.Agent).Ask((CaseClosing c) => c.Resolve(number, new ResolveForm { Resolution = "道歉" }, house.Request))).Problems).Code);
        await house.As(Role.Agent).Ask((ComplaintDesk d) => d.Report(number, new ComplaintReportForm(), house.Request));
        Assert.Equal("赵军", (await house.Page(number)).Timeline.Single(l => l.Kind == CaseEventKind.ComplaintReported).Facts["to"]);
    }

    [Fact]
    public async Task Names_for_filters_are_for_those_who_read_every_case()
    {
        await using var house = await TestHouse.Open();
        Assert.Equal(["刘洋", "王强"], (await house.As(Role.Manager).Ask((CaseList l) => l.People(null, true))).Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(People.Rows.Count - 2, (await house.As(Role.Manager).Ask((CaseList l) => l.People(null, false))).Count);
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Engineer).Ask((CaseList l) => l.People(null, true)));
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Engineer).Ask((CaseList l) => l.Person(People.Agent)));
    }
}
