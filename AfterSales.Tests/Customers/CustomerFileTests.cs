using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Customers;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Customers;

/// <summary>DOMAIN 2, 客户档案: contacts with several numbers and roles, what to know before a call, distances.</summary>
public sealed class CustomerFileTests
{
    [Theory, BothDatabases]
    public async Task A_contact_has_numbers_of_several_kinds_a_role_and_is_preferred_alone(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var code = (await house.KnownCustomer()).Customer.Code;
        foreach (var name in new[] { "李总", "王师傅" })
        {
            var form = new ContactForm
            {
                Name = name, Role = ContactRole.DecisionMaker, Preferred = true,
                Phones = ["139 1234 5678", "0532-88881234", new PhoneForm { Kind = PhoneKind.Fax, Number = "0532-88881235" }, new PhoneForm { Kind = PhoneKind.WeChat, Number = "Li_Zong-88" }],
            };
            Assert.True((await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveContact(code, null, form, house.Request))).Ok);
        }

        var contacts = (await Read(house, code)).Contacts;
        Assert.Equal(("王师傅", true, ContactRole.DecisionMaker), (contacts[0].Name, contacts[0].Preferred, contacts[0].Role!.Value));
        Assert.Single(contacts, c => c.Preferred);
        Assert.Equal([PhoneKind.Mobile, PhoneKind.Office, PhoneKind.Fax, PhoneKind.WeChat], contacts[0].Phones.Select(p => p.Kind));
        Assert.Equal([true, true, false, false], contacts[0].Phones.Select(p => p.Dialled));
        Assert.NotEmpty(await house.As(Role.Agent).Ask((SearchService s) => s.Find("li_zong")));
        Assert.Equal(["139 1234 5678", "0532-88881234"], (await house.As(Role.Agent).Ask((CallLookup l) => l.ByCode(code)))!.Caller.Contacts[0].Phones);
    }

    [Theory, BothDatabases]
    public async Task The_same_number_may_be_mobile_and_WeChat_and_a_kind_can_be_changed(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer(phone: "13912345678");
        var form = (await Read(house, known.Customer.Code)).Contacts[0].Form.Copy();
        form.Phones[0].Kind = PhoneKind.Office;
        form.Phones.Add(new PhoneForm { Kind = PhoneKind.WeChat, Number = "13912345678" });
        Assert.True((await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveContact(known.Customer.Code, known.Contact.Id, form, house.Request))).Ok);

        Assert.Equal([PhoneKind.Office, PhoneKind.WeChat], (await Read(house, known.Customer.Code)).Contacts[0].Phones.Select(p => p.Kind));
    }

    [Theory, BothDatabases]
    public async Task R49_wishes_and_the_next_talk_stand_on_the_file_are_audited_and_met_at_intake(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var code = (await house.KnownCustomer()).Customer.Code;
        var form = (await Read(house, code)).Form.Copy();
        (form.Wishes, form.NextTalk, form.NextTalkOn, form.NextTalkTime, form.NextServiceOn, form.Remarks) = ("固定的工程师", "明年的合同", new(2026, 11, 26), new(9, 30), new(2026, 11, 25), "停北门");
        Assert.True((await house.As(Role.Agent).Ask((CustomerDesk d) => d.Edit(code, form, house.Request))).Ok);

        var notes = (await house.As(Role.Agent).Ask((CallLookup l) => l.ByCode(code)))!.Caller.Notes;
        Assert.Equal(("明年的合同", "固定的工程师", new TimeOnly(9, 30)), (notes.NextTalk, notes.Wishes, notes.NextTalkTime!.Value));
        Assert.Equal("停北门", (await Read(house, code)).Form.Remarks);
        var told = (await house.As(Role.Manager).Ask((AuditService a) => a.Find(new AuditFilter { Entity = nameof(Customer), Key = code }))).Rows[0].Changes;
        Assert.Equal("09:30", told.Single(c => c.Field == "NextTalkTime").To);
        var agenda = await house.As(Role.Agent).Ask((CustomerReader r) => r.Agenda(8));
        Assert.Equal([(AgendaKind.Service, new DateOnly(2026, 11, 25)), (AgendaKind.Talk, new DateOnly(2026, 11, 26))], agenda.Select(a => (a.Kind, a.On)));
    }

    [Fact]
    public async Task Every_fault_of_the_file_is_told_at_once()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var form = CustomerForm.Of(known.Customer);
        (form.Wishes, form.NextTalkTime, form.Quiet, form.QuietFrom) = (new string('长', CustomerLimits.Words + 1), new(9, 0), true, new(8, 0));
        var refused = await house.As(Role.Agent).Ask((CustomerDesk d) => d.Edit(known.Customer.Code, form, house.Request));
        Assert.Equal(["NextTalkOn", "QuietTo", "Wishes"], refused.Problems.Select(p => p.Field).Order());
    }

    [Theory]
    [InlineData(null, null, null, "2026-11-24 10:00", true, null)]
    [InlineData("08:00", "10:30", null, "2026-11-24 10:00", true, "2026-11-24 10:30")]
    [InlineData("08:00", "10:30", null, "2026-11-24 10:30", false, "2026-11-24 10:30")]
    [InlineData("22:00", "07:00", null, "2026-11-24 23:00", true, "2026-11-25 07:00")]
    [InlineData("22:00", "07:00", null, "2026-11-24 06:59", true, "2026-11-24 07:00")]
    [InlineData(null, null, "2026-11-26", "2026-11-24 10:00", true, "2026-11-27 00:00")]
    [InlineData(null, null, "2026-11-23", "2026-11-24 10:00", false, "2026-11-24 10:00")]
    [InlineData("22:00", "07:00", "2026-11-24", "2026-11-24 23:00", true, "2026-11-25 00:00")]
    public void R48_quiet_holds_within_its_hours_up_to_its_last_day(string? from, string? to, string? until, string at, bool holds, string? free)
    {
        DateTimeOffset Instant(string text) => TestHouse.Zone.Instant(DateTime.Parse(text, null));
        var quiet = new QuietTime(from is null ? null : TimeOnly.Parse(from, null), to is null ? null : TimeOnly.Parse(to, null), until is null ? null : DateOnly.Parse(until, null), null);

        Assert.Equal(holds, quiet.Holds(Instant(at), TestHouse.Zone));
        Assert.Equal(free is null ? null : Instant(free), quiet.MayCall(Instant(at), TestHouse.Zone));
    }

    [Theory, BothDatabases]
    public async Task A_distance_not_typed_is_the_areas_and_marked_until_somebody_types_one(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var area = AreaForm.Of(await house.Read(db => db.Areas.SingleAsync(a => a.Code == "south")));
        area.DistanceKm = 850;
        house.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await house.As(Role.Administrator).Ask((SettingsService s) => s.Save(area, house.Request))).Ok);
        var code = (await house.KnownCustomer()).Customer.Code;
        await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveSite(code, null, new SiteForm { Address = "新厂", Area = "south" }, house.Request));
        var site = (await Read(house, code)).Sites[1];
        Assert.Equal((850, true, null), (site.DistanceKm, site.DistanceFromArea, site.Form.DistanceKm));

        var form = site.Form.Copy();
        form.DistanceKm = 850;
        await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveSite(code, site.Id, form, house.Request));
        Assert.False((await Read(house, code)).Sites[1].DistanceFromArea);
    }

    [Theory, BothDatabases]
    public async Task R3_a_new_callers_place_is_promised_by_the_areas_distance(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using (var db = house.Db())
        {
            await db.Areas.ExecuteUpdateAsync(set => set.SetProperty(a => a.DistanceKm, 250));
        }

        var form = new IntakeForm
        {
            Type = CaseType.Repair, Impact = Impact.Stopped, Mode = ServiceMode.OnSite, SymptomText = "漏油", Description = "漏油", Phone = "13912345678",
            Customer = new() { Name = "新厂", Area = "north" }, Contact = new() { Name = "张工" }, Site = new() { Address = "一号" },
        };
        var before = await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(form));
        var number = (await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, house.Request))).Value;
        Assert.Equal(250, await house.Read(db => db.Cases.Where(c => c.Number == number).Select(c => c.DistanceKm).SingleAsync()));
        Assert.True(await house.Read(db => db.Sites.Select(s => s.DistanceFromArea).SingleAsync()));
        Assert.Contains(before.Promises, p => p.Kind == Core.Promises.PromiseKind.Arrival);
    }

    [Fact]
    public async Task The_page_takes_numbers_with_their_kinds_and_warns_of_quiet_hours()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var form = CustomerForm.Of(known.Customer);
        (form.Quiet, form.QuietWhy) = (true, "夜班休息");
        await house.As(Role.Agent).Ask((CustomerDesk d) => d.Edit(known.Customer.Code, form, house.Request));
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<CustomerDetails>("customers/" + known.Customer.Code, set => set.Add(p => p.Code, known.Customer.Code));
        Assert.Contains("夜班休息", page.WaitForElement("[data-test=quiet][role=alert]").TextContent, StringComparison.Ordinal);

        page.Find("[data-test=add-contact]").Click();
        page.Find("[data-test=contact-name]").Change("李总");
        page.Find("[data-test=phone-0]").Change("zong_li");
        page.Find("[data-test=contact-form]").Submit();
        page.WaitForElement("[data-test='wrong-Phones[0].Number']");
        page.Find("[data-test=phone-kind-0]").Change("WeChat");
        page.Find("[data-test=contact-form]").Submit();
        page.WaitForAssertion(() => Assert.Contains("zong_li", page.FindAll("[data-test=contact]")[1].TextContent, StringComparison.Ordinal));
    }

    private static Task<CustomerView> Read(TestHouse house, string code) => house.As(Role.Agent).Ask((CustomerReader r) => r.Read(code));
}
