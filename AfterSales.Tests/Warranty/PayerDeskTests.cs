using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Cases;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Warranty;

/// <summary>The payer on a case: by the table of its intake, or as a person decided, the same everywhere.</summary>
public sealed class PayerDeskTests
{
    [Theory, BothDatabases]
    public async Task A_decision_stands_with_its_reason_wherever_the_payer_is_shown_and_can_be_taken_back(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var order = await house.Dispatched();
        var number = await house.Read(db => db.WorkOrders.Where(o => o.Number == order).Join(db.Cases, o => o.CaseId, c => c.Id, (_, c) => c.Number).SingleAsync());

        Assert.True((await Decide(house, number, Payer.Maker, "老客户，厂家承担")).Ok);

        var shown = (await house.As(Role.Agent).Ask((CaseReader r) => r.Read(number))).Pays!;
        Assert.Equal((Payer.Maker, Payer.Open, "老客户，厂家承担"), (shown.Payer, shown.ByTable, shown.Decision!.Reason));
        Assert.Equal(shown, (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(order))).Pays);
        Assert.Equal(Payer.Maker, Assert.Single(await house.As(Role.Agent).Ask((ServiceReportReader r) => r.Read(number))).Pays!.Payer);
        Assert.Contains(await house.Read(db => db.CaseEvents.Where(e => e.Kind == CaseEventKind.PayerDecided).ToListAsync()), e => e.Text == "老客户，厂家承担");
        Assert.Contains(await house.Read(db => db.AuditEntries.ToListAsync()), a => a.Changes.Contains("DecidedPayer", StringComparison.Ordinal));

        Assert.True((await Decide(house, number, null, "误判")).Ok);
        Assert.Null((await house.As(Role.Agent).Ask((CaseReader r) => r.Read(number))).Pays!.Decision);
    }

    /// <summary>R11: guidance by phone is free whatever the machine; what else it would cost is not known without one.</summary>
    [Fact]
    public async Task Guidance_is_free_without_a_machine_too_on_the_form_and_on_the_case()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var agent = house.As(Role.Agent);
        var form = new IntakeForm { CustomerId = known.Customer.Id, ContactId = known.Contact.Id, Type = CaseType.Enquiry, Description = "怎么换润滑油", ResolveOnSpot = true, Resolution = "已告知步骤" };

        Assert.Equal((Payer.Free, "R11"), await Said(form));
        var number = (await agent.Ask((CaseIntake c) => c.Register(form, house.Request))).Value;
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CaseDetails>("cases/" + number, set => set.Add(p => p.Number, number));
        page.WaitForAssertion(() => Assert.Contains("R11", page.Find("[data-test=machine] [data-test=pays]").TextContent, StringComparison.Ordinal));

        foreach (var (type, mode) in new[] { (CaseType.Complaint, ServiceMode.Remote), (CaseType.Repair, ServiceMode.OnSite) })
        {
            Assert.Null(await Said(new IntakeForm { CustomerId = known.Customer.Id, Type = type, Mode = mode, Description = "漏油" }));
        }

        async Task<(Payer, string)?> Said(IntakeForm f) => (await agent.Ask((IntakePreview p) => p.Of(f))).Pays is { } pays ? (pays.Payer, pays.Rules) : null;
    }

    [Fact]
    public async Task A_decision_needs_a_reason_and_somebody()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Case();
        var refused = await Decide(house, number, Payer.Open, null);
        Assert.Equal([("Shared.NotInList", "Payer"), ("Shared.Required", "Reason")], refused.Problems.Select(p => (p.Code, p.Field!)));
    }

    [Fact]
    public async Task A_case_goes_by_the_table_of_its_intake()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Case();
        house.Time.Advance(TimeSpan.FromMinutes(1));
        var form = PayerTableForm.Of(await house.Read(db => db.PayerTables.SingleAsync()));
        form.Rows.ForEach(r => r.Payer = Payer.Maker);
        Assert.True((await house.As(Role.Administrator).Ask((SettingsService s) => s.Save(form, house.Request))).Ok);

        Assert.NotEqual(Payer.Maker, (await house.As(Role.Agent).Ask((CaseReader r) => r.Read(number))).Pays!.Payer);
        var later = await house.Case();
        Assert.Equal(Payer.Maker, (await house.As(Role.Agent).Ask((CaseReader r) => r.Read(later))).Pays!.Payer);
    }

    private static Task<Result> Decide(TestHouse house, string number, Payer? payer, string? reason) =>
        house.As(Role.Supervisor).Ask((PayerDesk desk) => desk.Decide(number, new PayerForm { Payer = payer, Reason = reason }, house.Request));
}
