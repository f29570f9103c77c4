using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Customers;

/// <summary>What a file refuses, and what the trail calls things.</summary>
public sealed class CustomerRuleTests
{
    [Theory]
    [InlineData("12345", false)]
    [InlineData("8012", false)]
    [InlineData("95588", true)]
    [InlineData("955188", true)]
    [InlineData("10086", true)]
    [InlineData("4008123123", true)]
    [InlineData("800-820-8820", true)]
    [InlineData("2634567", true)]
    [InlineData("0532-88881234 转 803", true)]
    [InlineData("+49 89 1234567", true)]
    [InlineData("8812345、8854321", false)]
    [InlineData("8812345;", true)]
    public void A_contacts_number_can_be_called(string number, bool can)
    {
        Assert.Equal(can, PhoneNumber.CanBeCalled(number));
        var form = new ContactForm { Name = "张工", Phones = [number] };
        Assert.Equal(can ? [] : ["Customers.NotAPhone"], form.Check().Select(p => p.Code));
    }

    [Fact]
    public void A_number_is_kept_in_plain_figures_and_never_longer_than_one_may_be()
    {
        var signs = new string('℡', PhoneNumber.MaxLength - 8) + "88881234";
        Assert.Equal("138 0013-8000", CustomerFile.Phone(1, 1, new PhoneForm { Number = "１３８ ００１３-８０００" }).Number);
        Assert.Equal(signs, CustomerFile.Phone(1, 1, new PhoneForm { Number = signs }).Number);
    }

    [Theory]
    [InlineData("0532-88881234 转 803", "tel:053288881234")]
    [InlineData("１３８ ００１３-８０００", "tel:13800138000")]
    [InlineData("+49 89 1234567", "tel:+49891234567")]
    public void A_link_dials_what_can_be_dialled(string number, string link) => Assert.Equal(link, PhoneNumber.Link(number));

    [Fact]
    public async Task R49_the_next_talk_lies_ahead_and_one_that_passed_may_stand()
    {
        await using var house = await TestHouse.Open();
        var code = (await house.KnownCustomer()).Customer.Code;
        async Task<IReadOnlyList<string?>> Save(Action<CustomerForm> change)
        {
            var form = (await house.As(Role.Agent).Ask((CustomerReader r) => r.Read(code))).Form.Copy();
            change(form);
            return [.. (await house.As(Role.Agent).Ask((CustomerDesk d) => d.Edit(code, form, house.Request))).Problems.Select(p => p.Code)];
        }

        Assert.Equal(["Customers.TalkPast"], await Save(f => (f.NextTalk, f.NextTalkOn) = ("合同", house.Clock.Today.AddDays(-1))));
        Assert.Empty(await Save(f => (f.NextTalk, f.NextTalkOn) = ("合同", house.Clock.Today)));
        house.Time.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await Save(f => f.Remarks = "别的"));
    }

    [Theory, BothDatabases]
    public async Task Further_numbers_of_a_message_belong_to_who_is_named_and_an_inner_line_to_nobody(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var form = known.Repair();
        (form.Phone, form.FurtherPhones) = ("8012", "13911112222、12345");
        var refused = await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, house.Request));
        Assert.Equal(["FurtherPhones"], refused.Problems.Select(p => p.Field));
        form.FurtherPhones = "13911112222，010-62001234";
        await house.Registered(form);
        Assert.Equal(["01062001234", "13800138000", "13911112222"], (await house.Read(db => db.ContactPhones.Select(p => p.Number).ToListAsync())).Select(n => n.Replace("-", "", StringComparison.Ordinal)).Order());
    }

    [Theory, BothDatabases]
    public async Task The_trail_names_what_it_tells_of(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        await house.As(Role.Agent).Ask((SavedViews v) => v.Save("customers", "customers?kind=dealer", new SavedViewForm { Name = "经销商" }, house.Request));
        await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveSite(known.Customer.Code, null, new SiteForm { Address = "新地址" }, house.Request));
        var rows = (await house.As(Role.Administrator).Ask((AuditService a) => a.Find(new()))).Rows;
        Assert.Equal("经销商", rows.First(r => r.Entity == nameof(SavedView)).Called);
        Assert.Equal("新**", rows.First(r => r.Entity == nameof(Site)).Called);
        Assert.All(rows.SelectMany(r => r.Changes).Where(c => c.Field is "FiledById" or "PayerById" or "FiledByBefore"), c => Assert.False(long.TryParse(c.To, out _)));
    }
}
