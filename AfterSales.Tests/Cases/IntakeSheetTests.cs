using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Cases;
using AfterSales.Web.Shared;
using Microsoft.EntityFrameworkCore;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Cases;

public sealed class IntakeSheetTests
{
    [Fact]
    public async Task A_known_number_chooses_customer_contact_site_and_only_machine()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var sheet = await Sheet(house, "0086 138-0013-8000");
        Assert.True(sheet.Matched);
        Assert.Equal((known.Customer.Id, known.Contact.Id, known.Site.Id, known.Asset.Id), (sheet.Form.CustomerId, sheet.Form.ContactId, sheet.Form.SiteId, sheet.Form.AssetId));
        Assert.Equal("张工", sheet.Speaker);
    }

    [Fact]
    public async Task A_strange_number_at_a_known_customer_is_a_new_persons_and_is_known_the_next_time()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var sheet = await Sheet(house, "13700001111");
        Assert.Null(sheet.Caller);
        sheet.Choose(await house.As(Role.Agent).Ask((CallLookup l) => l.Of(known.Customer.Id)));
        Assert.True(sheet.NewContact);
        (sheet.Form.Contact.Name, sheet.Form.Type, sheet.Form.Description) = ("赵新人", CaseType.Enquiry, "问价");
        Assert.True((await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(sheet.Form, Guid.NewGuid()))).Ok);
        var again = await Sheet(house, "+86 137 0000 1111");
        Assert.Equal("赵新人", again.Speaker);
    }

    [Fact]
    public async Task Another_customers_number_leaves_the_first_and_an_own_choice_stays()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer();
        var sheet = await Sheet(house, "13800138000");
        sheet.Rang(new([], null));
        Assert.Null(sheet.Form.CustomerId);
        Assert.Null(sheet.Form.AssetId);
        sheet.Choose(await house.As(Role.Agent).Ask((CallLookup l) => l.Of(1)));
        sheet.Rang(new([], null));
        Assert.Equal(1, sheet.Form.CustomerId);
    }

    [Fact]
    public async Task Who_was_chosen_by_hand_stays_when_the_lookup_of_the_number_answers_late()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer();
        var other = await house.KnownCustomer(name: "青岛海缆", phone: "13911112222");
        var ringing = await house.As(Role.Agent).Ask((CallLookup l) => l.ByPhone("13800138000"));
        var sheet = await Sheet(house, null);
        sheet.Dial("13800138000");
        sheet.Choose(await house.As(Role.Agent).Ask((CallLookup l) => l.Of(other.Customer.Id)));
        Assert.False(sheet.Rang(ringing));
        Assert.Equal((other.Customer.Id, 1), (sheet.Form.CustomerId, sheet.Callers.Count));
        sheet.Fresh("新客户");
        sheet.Rang(ringing);
        Assert.True(sheet.NewCustomer);
        sheet.Dial("13800138000");
        Assert.True(sheet.Rang(ringing));
    }

    [Fact]
    public async Task A_place_chosen_or_begun_to_be_typed_is_kept_whatever_machine_is_picked()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var second = await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveSite(known.Customer.Code, null, new SiteForm { Address = "二号厂房" }, Guid.NewGuid()));
        Assert.True(second.Ok);
        var sheet = await Sheet(house, "13800138000");
        var (first, other) = (known.Site.Id, sheet.Caller!.Sites.Single(s => s.Id != known.Site.Id).Id);
        Assert.Equal(first, sheet.Form.SiteId);
        sheet.ChooseSite(TextRule.Invariant(other));
        sheet.Pick(null);
        sheet.Pick(known.Asset.Id);
        Assert.Equal(other, sheet.Form.SiteId);
        sheet.ChooseSite(IntakeSheet.New);
        sheet.Pick(known.Asset.Id);
        Assert.Equal((null, true), (sheet.Form.SiteId, sheet.NewSite));
        sheet.ChooseSite("");
        sheet.Pick(known.Asset.Id);
        Assert.Null(sheet.Form.SiteId);
    }

    [Fact]
    public async Task A_draft_put_back_keeps_customer_and_place_though_the_number_is_anothers()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer();
        var other = await house.KnownCustomer(name: "青岛海缆", phone: "13911112222");
        var sheet = await Sheet(house, "13800138000");
        (sheet.Form.CustomerId, sheet.Form.SiteId, sheet.Form.AssetId, sheet.Form.ContactId) = (other.Customer.Id, null, null, 0);
        (sheet.Form.Site.Address, sheet.Form.Contact.Name) = ("新址", "新人");
        sheet.Recall(await house.As(Role.Agent).Ask((CallLookup l) => l.Of(other.Customer.Id)));
        sheet.Rang(await house.As(Role.Agent).Ask((CallLookup l) => l.ByPhone("13800138000")));
        sheet.Pick(other.Asset.Id);
        Assert.Equal((other.Customer.Id, null, null, true, true), (sheet.Form.CustomerId, sheet.Form.SiteId, sheet.Form.ContactId, sheet.NewSite, sheet.NewContact));
    }

    [Fact]
    public async Task A_standing_machine_is_to_be_repaired_unless_something_else_was_said()
    {
        await using var house = await TestHouse.Open();
        var sheet = await Sheet(house, null);
        sheet.Say(Impact.None);
        Assert.Null(sheet.Form.Type);
        sheet.Say(Impact.Stopped);
        Assert.Equal(CaseType.Repair, sheet.Form.Type);
        sheet.Form.Type = CaseType.Complaint;
        sheet.Say(Impact.Impaired);
        Assert.Equal(CaseType.Complaint, sheet.Form.Type);
    }

    [Theory]
    [InlineData("zh-CN", "张工，我们最晚明天 10:00 给您答复；工程师最晚后天（周四）10:00 到达现场；最晚 11 月 28 日（周六）10:00 处理完毕。")]
    [InlineData("en", "张工, here is what we promise: you will hear from us by 10:00 tomorrow; our engineer will be with you by 10:00 on Thu; it will be resolved by 10:00 on Sat 28 Nov.")]
    public async Task The_promise_is_a_sentence_with_the_rule_behind_each_part(string culture, string sentence)
    {
        await using var house = await TestHouse.Open();
        await Says(house, culture, (await house.KnownCustomer(distanceKm: 640)).Repair(), sentence, ["R2", "R3", "R1"]);
    }

    [Theory]
    [InlineData("zh-CN", 640, "张工，我们最晚明天 10:00 给您答复；报价经您确认后，工程师 48 小时内到达现场；自您确认报价起 96 小时内处理完毕。")]
    [InlineData("en", 640, "张工, here is what we promise: you will hear from us by 10:00 tomorrow; once you have accepted the quote, our engineer will be with you within 48 hours; it will be resolved within 96 hours of your accepting the quote.")]
    [InlineData("en", null, "张工, here is what we promise: you will hear from us by 10:00 tomorrow; it will be resolved within 48 hours of your accepting the quote.")]
    public async Task R11_out_of_warranty_the_work_is_promised_for_when_the_quote_is_accepted(string culture, int? km, string sentence)
    {
        await using var house = await TestHouse.Open();
        await Says(house, culture, (await house.KnownCustomer(distanceKm: km, acceptedOn: Day("2025-11-24"))).Repair(), sentence, km is null ? ["R2", "R11"] : ["R2", "R11", "R1"]);
    }

    [Theory]
    [InlineData("zh-CN", "张工，我们最晚明天 10:00 给您答复；只要您在此之前确认报价，工程师按您要求的时间，最晚后天（周四）09:00 到达现场；最晚 11 月 28 日（周六）09:00 处理完毕。")]
    [InlineData("en", "张工, here is what we promise: you will hear from us by 10:00 tomorrow; if you accept the quote before then, our engineer will be with you by 09:00 on Thu, as you asked; it will be resolved by 09:00 on Sat 28 Nov.")]
    public async Task R2_R11_out_of_warranty_the_customers_own_time_is_promised_with_the_quote(string culture, string sentence)
    {
        await using var house = await TestHouse.Open();
        var form = (await house.KnownCustomer(distanceKm: 640, acceptedOn: Day("2025-11-24"))).Repair();
        form.CustomerTime = new DateTime(2026, 11, 26, 9, 0, 0);
        await Says(house, culture, form, sentence, ["R2", "R11", "R1"]);
    }

    private static async Task Says(TestHouse house, string culture, IntakeForm form, string sentence, string[] rules)
    {
        var outlook = await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(form));
        var texts = new ResourceTexts(System.Globalization.CultureInfo.GetCultureInfo(culture));
        var words = new IntakeWords(texts, new Shown(texts, TestHouse.Zone), TestHouse.Zone);
        var parts = outlook.Promises.Select(p => words.Part(p, outlook.At)).Select(p => p.Before + p.When + p.After);
        Assert.Equal(sentence, texts["Cases.Say.Dear", "张工"] + string.Join(texts["Cases.Say.Then"], parts) + texts["Cases.Say.Stop"]);
        Assert.Equal(rules, outlook.Promises.Select(p => words.Why(p, outlook.Promises).Split(' ')[0]));
    }

    /// <summary>A time is written as everywhere else, before ten too.</summary>
    [Theory]
    [InlineData("zh-CN", "明天 09:00")]
    [InlineData("en", "09:00 tomorrow")]
    public void A_time_before_ten_has_two_digits(string culture, string said)
    {
        var texts = new ResourceTexts(System.Globalization.CultureInfo.GetCultureInfo(culture));
        var words = new IntakeWords(texts, new Shown(texts, TestHouse.Zone), TestHouse.Zone);
        Assert.Equal(said, words.When(TestHouse.Start.AddHours(23), TestHouse.Start));
    }

    [Fact]
    public async Task R5_a_new_customer_has_its_first_contact_today_and_the_file_due_in_time()
    {
        await using var house = await TestHouse.Open();
        var outlook = await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(new IntakeForm()));
        Assert.Equal((house.Clock.Today, house.Clock.Today.AddDays(2)), (outlook.FirstContactOn, outlook.FileDueOn));
        var known = await house.KnownCustomer();
        Assert.Null((await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(known.Repair()))).FileDueOn);
    }

    [Fact]
    public async Task Nonsense_is_refused_under_its_field_and_breaks_no_preview()
    {
        await using var house = await TestHouse.Open();
        var form = (await house.KnownCustomer()).Repair();
        (form.Phone, form.OwnerId, form.CustomerTime) = ("abc", null, DateTime.MinValue);
        await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(form));
        var refused = await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, Guid.NewGuid()));
        Assert.Equal(["Phone", "CustomerTime"], refused.Problems.Select(p => p.Field));
        (form.Phone, form.CustomerTime, form.OwnerId) = (null, DateTime.MaxValue, People.Engineer);
        await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(form));
        Assert.Equal(["CustomerTime", "OwnerId"], (await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, Guid.NewGuid()))).Problems.Select(p => p.Field));
    }

    [Theory, BothDatabases]
    public async Task Of_many_customers_with_one_number_those_who_called_last_are_offered_first(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.Case();
        var called = await house.Read(db => db.Cases.Select(c => c.CustomerId).SingleAsync());
        for (var i = 1; i <= CallLookup.MostMatches; i++)
        {
            var customer = new Customer { Code = $"C-A{i}", Name = $"公司 {i}", NameKey = $"公司{i}" };
            await house.Add(customer);
            var contact = new Contact { CustomerId = customer.Id, Name = "王工" };
            await house.Add(contact);
            await house.Add(new ContactPhone { CustomerId = customer.Id, ContactId = contact.Id, Number = "13800138000", NumberKey = PhoneNumber.Key("13800138000") });
        }

        var ringing = await house.As(Role.Agent).Ask((CallLookup l) => l.ByPhone("13800138000"));

        Assert.Equal((CallLookup.MostMatches, called, called), (ringing.Callers.Count, ringing.Callers[0].CustomerId, ringing.Latest!.CustomerId));
    }

    private static async Task<IntakeSheet> Sheet(TestHouse house, string? phone)
    {
        var sheet = new IntakeSheet(await house.Get<Lists>().Book(), "zh-CN");
        sheet.Form.Phone = phone;
        sheet.Rang(await house.As(Role.Agent).Ask((CallLookup l) => l.ByPhone(phone)));
        return sheet;
    }
}
