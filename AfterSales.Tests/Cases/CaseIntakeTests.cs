using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Cases;

public sealed class CaseIntakeTests
{
    [Theory, BothDatabases]
    public async Task The_same_request_sent_twice_makes_one_case(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (form, request) = ((await house.KnownCustomer()).Repair(), Guid.NewGuid());
        var first = await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, request));
        var second = await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, request));
        Assert.Equal(first.Value, second.Value);
        Assert.Equal(1, await house.Read(db => db.Cases.CountAsync()));
        Assert.Equal(1, await house.Read(db => db.ContactLogs.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task R1_R2_R3_promises_run_from_the_intake(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Registered((await house.KnownCustomer(distanceKm: 640)).Repair());
        Assert.Equal("SC-20261124-0001", number);
        var page = await house.Page(number);
        Assert.Equal(
            [(PromiseKind.FirstReply, "R2", house.Now + Hours(24)), (PromiseKind.Arrival, "R3", house.Now + Hours(48)), (PromiseKind.Handling, "R1", house.Now + Hours(96))],
            page.Promises.Select(p => (p.Kind, p.Rule, p.DueAt)));
        Assert.Equal((Priority.Urgent, ServiceMode.OnSite), (page.Head.Priority, page.Head.Mode));
    }

    [Theory]
    [InlineData(300, 24)]
    [InlineData(301, 48)]
    [InlineData(1000, 48)]
    [InlineData(1001, 72)]
    public async Task R3_arrival_follows_the_distance_of_the_site(int km, int hours)
    {
        await using var house = await TestHouse.Open();
        var page = await house.Page(await house.Registered((await house.KnownCustomer(distanceKm: km)).Repair()));
        Assert.Equal(house.Now + Hours(hours), page.Promises.Single(p => p.Kind == PromiseKind.Arrival).DueAt);
    }

    [Fact]
    public async Task R3_an_unknown_distance_promises_no_arrival()
    {
        await using var house = await TestHouse.Open();
        var page = await house.Page(await house.Registered((await house.KnownCustomer(distanceKm: null)).Repair()));
        Assert.DoesNotContain(page.Promises, p => p.Kind == PromiseKind.Arrival);
    }

    [Theory, BothDatabases]
    public async Task R2_the_customers_own_time_goes_before_the_distance_and_says_who_set_it(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var form = (await house.KnownCustomer()).Repair();
        form.CustomerTime = new DateTime(2026, 11, 27, 8, 30, 0);
        var page = await house.Page(await house.Registered(form));
        var arrival = page.Promises.Single(p => p.Kind == PromiseKind.Arrival);
        Assert.Equal(("R2", At("2026-11-27 08:30")), (arrival.Rule, arrival.DueAt));
        Assert.Equal(("李敏", house.Now), (page.Head.CustomerTimeBy, page.Head.CustomerTimeSetAt));
    }

    [Fact]
    public async Task R4_a_complaint_not_met_on_the_spot_is_to_be_reported_within_two_days()
    {
        await using var house = await TestHouse.Open();
        var form = (await house.KnownCustomer()).Repair();
        (form.Type, form.Severity) = (CaseType.Complaint, Core.Complaints.Severity.Major);
        var page = await house.Page(await house.Registered(form));
        Assert.Equal(house.Now + Hours(48), page.Promises.Single(p => p.Kind == PromiseKind.ComplaintReport).DueAt);
        Assert.Equal(Core.Complaints.Severity.Major, page.Complaint!.Severity);
    }

    [Fact]
    public async Task R4_a_complaint_met_on_the_spot_owes_no_report()
    {
        await using var house = await TestHouse.Open();
        var form = (await house.KnownCustomer()).Repair();
        (form.Type, form.ResolveOnSpot, form.Resolution) = (CaseType.Complaint, true, "已道歉并补寄资料。");
        var page = await house.Page(await house.Registered(form));
        Assert.DoesNotContain(page.Promises, p => p.Kind == PromiseKind.ComplaintReport || p.State == PromiseState.Open);
        Assert.True(page.Complaint!.AnsweredOnSpot);
    }

    [Fact]
    public async Task R11_out_of_warranty_the_quote_comes_first_and_R3_runs_from_its_acceptance()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer(acceptedOn: Day("2025-11-24"))).Repair());
        var before = await house.Page(number);
        Assert.True(before.Head.QuoteFirst);
        Assert.Equal([PromiseKind.Arrival, PromiseKind.Handling], before.Promises.Where(p => p.Paused).Select(p => p.Kind));
        house.Time.Advance(Hours(5));
        Assert.True((await house.As(Role.Agent).Ask((CaseEditing e) => e.AcceptQuote(number, Guid.NewGuid()))).Ok);
        var after = (await house.Page(number)).Promises;
        Assert.Equal(house.Now + Hours(48), after.Single(p => p.Kind == PromiseKind.Arrival).DueAt);
        Assert.Equal(house.Now + Hours(96), after.Single(p => p.Kind == PromiseKind.Handling).DueAt);
    }

    [Theory, BothDatabases]
    public async Task What_is_answered_in_the_call_is_resolved_with_its_report_and_follow_up(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var form = (await house.KnownCustomer()).Repair();
        (form.ResolveOnSpot, form.Resolution, form.Cause) = (true, "电话指导紧固接头。", "wear");
        var page = await house.Page(await house.Registered(form));
        Assert.Equal((CaseStatus.Resolved, true), (page.Head.Status, page.Head.ResolvedOnSpot));
        Assert.Equal("wear", Assert.Single(page.Reports).Cause);
        Assert.Equal(1, Assert.Single(page.Callbacks).Round);
        Assert.All(page.Promises, p => Assert.Equal(PromiseState.Kept, p.State));
    }

    [Theory, BothDatabases]
    public async Task A_new_customer_typed_on_the_same_screen_is_filed_when_nothing_is_missing(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var form = New();
        var page = await house.Page(await house.Registered(form));
        var customer = await house.Read(db => db.Customers.SingleAsync(c => c.Id == page.Customer.Id));
        Assert.Equal((Day("2026-11-24"), Day("2026-11-24"), (long?)People.Agent), (customer.FirstContactOn!.Value, customer.FiledOn!.Value, customer.FiledById));
        Assert.Equal(("新星线缆", "A-77", 88), (page.Customer.Name, page.Machine!.SerialNo, page.Site!.DistanceKm));
        Assert.Equal(page.Customer.Id, Assert.Single((await house.As(Role.Agent).Ask((CallLookup l) => l.ByPhone("0532 8888 1234"))).Callers).CustomerId);
    }

    [Fact]
    public async Task R5_a_customer_without_address_is_not_filed_until_it_is_there()
    {
        await using var house = await TestHouse.Open();
        var form = New();
        (form.Site.Address, form.Mode, form.Asset.SerialNo) = (null, ServiceMode.Remote, null);
        var code = (await house.Page(await house.Registered(form))).Customer.Code;
        var view = await house.As(Role.Agent).Ask((CustomerReader r) => r.Read(code));
        Assert.Null(view.FiledOn);
        Assert.Equal(Day("2026-11-26"), view.FileDueOn);
        Assert.Equal("Customers.FileNeedsSite", Assert.Single(view.Missing).Code);
        Assert.Contains((await house.As(Role.Agent).Ask((CustomerDesk d) => d.File(code, Guid.NewGuid()))).Problems, p => p.Code == "Customers.FileNeedsSite");
        await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveSite(code, null, new SiteForm { Address = "青岛市江山路 88 号", DistanceKm = 640 }, Guid.NewGuid()));
        Assert.Equal(Day("2026-11-24"), (await house.As(Role.Agent).Ask((CustomerReader r) => r.Read(code))).FiledOn);
    }

    [Fact]
    public async Task A_new_number_at_a_known_customer_stays_with_the_person_who_called()
    {
        await using var house = await TestHouse.Open();
        var form = (await house.KnownCustomer()).Repair();
        form.Phone = "+86 139-0000-1111";
        await house.Registered(form);
        var caller = Assert.Single((await house.As(Role.Agent).Ask((CallLookup l) => l.ByPhone("13900001111"))).Callers);
        Assert.Equal(form.ContactId, caller.ContactId);
        Assert.Contains((await house.As(Role.Agent).Ask((Core.Search.SearchService s) => s.Find("00001111"))), h => h.CustomerId == form.CustomerId);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_under_its_field()
    {
        await using var house = await TestHouse.Open();
        var form = new IntakeForm { Description = "\0", CustomerTime = new DateTime(2026, 11, 24, 9, 59, 0), Symptom = "no such" };
        form.Site.Address = new string('长', 301);
        var problems = (await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, Guid.NewGuid()))).Problems;
        Assert.Equal(
            ["Type:Shared.Required", "Impact:Shared.Required", "Symptom:Shared.NotInList", "Description:Shared.BadCharacter", "CustomerTime:Cases.TimePast", "Customer.Name:Shared.Required", "Contact.Name:Shared.Required", "Site.Address:Shared.TooLong"],
            problems.Select(p => $"{p.Field}:{p.Code}"));
    }

    [Fact]
    public async Task R30_the_same_fault_within_90_days_is_linked_and_after_them_it_is_not()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var first = await house.Registered(known.Repair());
        await house.As(Role.Agent).Ask((CaseClosing c) => c.Resolve(first, new ResolveForm { Resolution = "换油封", Cause = "wear" }, Guid.NewGuid()));
        house.Time.Advance(TimeSpan.FromDays(90));
        var outlook = await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(known.Repair()));
        Assert.Equal((first, 90, 1), (outlook.Like.Repeat!.Number, outlook.Like.Repeat.Days, outlook.Like.Repeat.Times));
        var second = await house.Page(await house.Registered(known.Repair()));
        Assert.Equal(first, second.Links.Single(l => l.Kind == CaseLinkKind.RepeatOf).Number);
        house.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null((await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(known.Repair()))).Like.Repeat);
    }

    [Fact]
    public async Task The_promise_read_aloud_is_the_promise_saved()
    {
        await using var house = await TestHouse.Open();
        var form = (await house.KnownCustomer(distanceKm: 640)).Repair();
        var said = (await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(form))).Promises;
        var saved = (await house.Page(await house.Registered(form))).Promises;
        Assert.Equal(said.Select(p => (p.Kind, p.Rule, p.DueAt)), saved.Select(p => (p.Kind, p.Rule, (DateTimeOffset?)p.DueAt)));
        Assert.Equal((300, 1000), (said[1].FromKm, said[1].ToKm));
    }

    [Theory, BothDatabases]
    public async Task Hostile_text_is_stored_as_typed(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var form = (await house.KnownCustomer()).Repair();
        form.Description = "=1+1 <script>alert(1)</script> _x0041_ 😀 \u202Eabc\u202C";
        Assert.Equal(form.Description, (await house.Page(await house.Registered(form))).Head.Description);
    }

    [Fact]
    public async Task Any_text_is_stored_as_typed_or_refused_with_a_word()
    {
        await using var house = await TestHouse.Open();
        var form = (await house.KnownCustomer()).Repair();
        var bad = new[] { "a\0b", "\ud800", "x\udc00", "\u0007" };
        foreach (var text in bad)
        {
            form.Description = text;
            Assert.Equal("Shared.BadCharacter", Assert.Single((await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, Guid.NewGuid()))).Problems).Code);
        }
    }

    [Fact]
    public async Task Only_those_who_take_calls_may_register()
    {
        await using var house = await TestHouse.Open();
        var form = (await house.KnownCustomer()).Repair();
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Engineer).Ask((CaseIntake i) => i.Register(form, Guid.NewGuid())));
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Manager).Ask((CaseIntake i) => i.Register(form, Guid.NewGuid())));
    }

    [Fact]
    public async Task R42_a_call_that_is_no_case_is_logged()
    {
        await using var house = await TestHouse.Open();
        Assert.Contains((await house.As(Role.Agent).Ask((NoCaseCall c) => c.Log(new NoCaseForm(), Guid.NewGuid()))).Problems, p => p.Field == "Reason");
        Assert.True((await house.As(Role.Agent).Ask((NoCaseCall c) => c.Log(new NoCaseForm { Reason = "wrong", Phone = "10086" }, Guid.NewGuid()))).Ok);
        Assert.Equal("wrong", await house.Read(db => db.ContactLogs.Select(l => l.NoCaseReason).SingleAsync()));
    }

    private static IntakeForm New()
    {
        var form = new IntakeForm { Phone = "0532-88881234", Type = CaseType.Repair, Impact = Impact.Impaired, SymptomText = "张力 不稳", Description = "张力跳动" };
        (form.Customer.Name, form.Customer.Area) = ("新星线缆", "north");
        form.Contact.Name = "刘工";
        (form.Site.Address, form.Site.DistanceKm) = ("潍坊市东风街 1 号", 88);
        (form.Asset.SerialNo, form.Asset.ProductLine, form.Asset.Model) = ("A-77", "extruder", "SJ-65");
        return form;
    }
}
