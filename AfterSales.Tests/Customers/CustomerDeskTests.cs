using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Customers;

public sealed class CustomerDeskTests
{
    [Theory, BothDatabases]
    public async Task R5_a_new_customer_is_filed_by_itself_once_area_number_and_address_are_there(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var agent = house.As(Role.Agent);
        var code = (await agent.Ask((CustomerDesk d) => d.Add(new CustomerForm { Name = "新客户" }, house.Request))).Value;

        var fresh = await Read(house, code);
        Assert.Equal(new DateOnly(2026, 11, 26), fresh.FileDueOn);
        Assert.Equal(["Customers.FileNeedsArea", "Customers.FileNeedsPhone", "Customers.FileNeedsSite"], fresh.Missing.Select(p => p.Code));
        var early = await agent.Ask((CustomerDesk d) => d.File(code, house.Request));
        Assert.Equal(3, early.Problems.Count);

        await agent.Ask((CustomerDesk d) => d.SaveContact(code, null, new ContactForm { Name = "张工", Phones = ["138 0013 8000", "0532-88881234"] }, house.Request));
        await agent.Ask((CustomerDesk d) => d.SaveSite(code, null, new SiteForm { Address = "工业路 1 号", Area = "north", DistanceKm = 640 }, house.Request));

        var filed = await Read(house, code);
        Assert.Equal((new DateOnly(2026, 11, 24), "李敏"), (filed.FiledOn, filed.FiledBy));
        Assert.Equal(2, Assert.Single(filed.Contacts).Phones.Count);
    }

    [Theory, BothDatabases]
    public async Task Who_saves_second_sees_the_first_ones_change_under_its_field_and_keeps_own_typing(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer("旧名称");
        var code = known.Customer.Code;
        var mine = (await Read(house, code)).Form.Copy();
        var theirs = (await Read(house, code)).Form.Copy();
        (theirs.Area, theirs.Name) = ("south", "他改的名称");
        await house.As(Role.Supervisor).Ask((CustomerDesk d) => d.Edit(code, theirs, house.Request));

        mine.Name = "我改的名称";
        var refused = await house.As(Role.Agent).Ask((CustomerDesk d) => d.Edit(code, mine, house.Request));

        Assert.Equal(["Area", "Name"], refused.Problems.Select(p => p.Field).Order());
        Assert.All(refused.Problems, p => Assert.Equal(("Shared.ChangedByOther", "赵军"), (p.Code, p.Args[1])));
        Assert.IsAssignableFrom<INamed>(refused.Problems.Single(p => p.Field == "Area").Args[0]);

        mine.Rebase((await Read(house, code)).Form);
        Assert.Equal(("我改的名称", "south"), (mine.Name, mine.Area));
        Assert.True((await house.As(Role.Agent).Ask((CustomerDesk d) => d.Edit(code, mine, house.Request))).Ok);
        Assert.Equal("我改的名称", (await Read(house, code)).Form.Name);
    }

    [Fact]
    public async Task Every_fault_of_a_contact_is_told_at_once_each_number_under_its_own()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var form = new ContactForm { Name = " ", Role = (ContactRole)99, Phones = ["没有", new string('1', PhoneNumber.MaxLength + 1), new PhoneForm { Kind = PhoneKind.WeChat, Number = "zhang_gong" }, ""] };
        var refused = await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveContact(known.Customer.Code, null, form, house.Request));
        Assert.Equal(
            [("Name", "Shared.Required"), ("Phones[0].Number", "Customers.NotAPhone"), ("Phones[1].Number", "Shared.TooLong"), ("Role", "Shared.NotInList")],
            refused.Problems.Select(p => (p.Field!, p.Code)).Order());

        form = new ContactForm { Name = "李工", Phones = [.. Enumerable.Range(0, ContactForm.MostPhones + 1).Select(i => (PhoneForm)$"138001380{i:00}")] };
        refused = await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveContact(known.Customer.Code, null, form, house.Request));
        Assert.Equal("Customers.TooManyPhones", Assert.Single(refused.Problems).Code);
    }

    [Theory, BothDatabases]
    public async Task A_number_taken_off_a_contact_is_found_no_more(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer(phone: "13912345678");
        var form = (await Read(house, known.Customer.Code)).Contacts[0].Form.Copy();
        form.Phones = ["13700001111"];
        Assert.True((await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveContact(known.Customer.Code, known.Contact.Id, form, house.Request))).Ok);

        Assert.Equal("13700001111", Assert.Single(await house.Read(db => db.ContactPhones.Select(p => p.Number).ToListAsync())));
        Assert.Equal(1, (await Find(house, new() { Text = "13700001111" })).Count);
        Assert.Equal(0, (await Find(house, new() { Text = "13912345678" })).Count);
    }

    [Fact]
    public async Task Those_who_need_not_see_numbers_see_them_masked_and_change_nothing()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer(phone: "13912345678");
        var contact = (await house.As(Role.Manager).Ask((CustomerReader r) => r.Read(known.Customer.Code))).Contacts[0];

        Assert.Equal("139****5678", Assert.Single(contact.Phones).Number);
        Assert.Empty(contact.Form.Phones);
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Manager).Ask((CustomerDesk d) => d.Edit(known.Customer.Code, new CustomerForm(), house.Request)));
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Engineer).Ask((CustomerReader r) => r.Read(known.Customer.Code)));
    }

    private static Task<CustomerView> Read(TestHouse house, string code) => house.As(Role.Agent).Ask((CustomerReader r) => r.Read(code));

    private static Task<Page<CustomerRow>> Find(TestHouse house, CustomerFilter filter) => house.As(Role.Agent).Ask((CustomerList l) => l.Find(filter));
}
