using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Cases;
using Bunit;

namespace AfterSales.Tests.Cases;

/// <summary>What a call being typed may be a second telling of.</summary>
public sealed class DuplicatesTests
{
    [Theory, BothDatabases]
    public async Task The_same_fault_still_open_is_told_and_another_case_of_today_apart_from_it(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var other = known.Repair();
        other.AssetId = null;
        var (same, today) = (await house.Registered(known.Repair()), await house.Registered(other));

        var like = await Like(house, known.Repair());

        Assert.Equal((same, today), (Assert.Single(like.Open).Number, Assert.Single(like.Today).Number));
        var words = known.Repair();
        (words.Symptom, words.SymptomText) = (null, "异响");
        Assert.Empty((await Like(house, words)).Open);
        house.Time.Advance(TimeSpan.FromDays(1));
        like = await Like(house, known.Repair());
        Assert.Equal((1, 0), (like.Open.Count, like.Today.Count));
    }

    [Theory]
    [BothDatabases("邢台科信", "邢台市科信电缆有限公司", false)]
    [BothDatabases("邢台科信电缆", "邢台市科信电缆有限公司", true)]
    [BothDatabases("邢台市科信", "邢台科信", true)]
    [BothDatabases("河北省邢台市科信有限公司", "河北邢台科信", true)]
    [BothDatabases("沧州瑞华电缆（集团）有限公司", "沧州瑞华电缆集团有限公司", true)]
    [BothDatabases("沧州市瑞华电缆集团公司", "沧州瑞华电缆（集团）有限公司", true)]
    [BothDatabases("博世中国有限公司", "博世(中国)有限公司", true)]
    public async Task A_firm_is_the_same_whatever_its_place_is_called(StorageProvider provider, string typed, string filed, bool like)
    {
        await using var house = await TestHouse.Open(provider);
        await house.KnownCustomer(filed);
        var form = new IntakeForm { Type = CaseType.Repair };
        form.Customer.Name = typed;
        Assert.Equal(like, (await Like(house, form)).Customers.Count == 1);
    }

    /// <summary>R30: flagged and counted within the recurrence days.</summary>
    [Theory, BothDatabases]
    public async Task R30_a_fault_that_comes_back_is_counted(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        string last = "";
        for (var i = 0; i < 2; i++)
        {
            last = await house.Registered(known.Repair());
            await house.As(Role.Agent).Ask((CaseClosing c) => c.Resolve(last, new ResolveForm { Resolution = "换油封", Cause = "wear" }, Guid.NewGuid()));
            house.Time.Advance(TimeSpan.FromDays(20));
        }

        var like = await Like(house, known.Repair());
        Assert.Equal((last, 20, 2), (like.Repeat!.Number, like.Repeat.Days, like.Repeat.Times));
        house.Time.Advance(TimeSpan.FromDays(60));
        Assert.Equal(1, (await Like(house, known.Repair())).Repeat!.Times);
    }

    [Theory]
    [BothDatabases("青岛海缆有限公司", null, null, true)]
    [BothDatabases(" 青岛 海缆 ", null, "north", true)]
    [BothDatabases("海缆股份有限公司", null, null, true)]
    [BothDatabases("青岛海缆有限公司", null, "south", false)]
    [BothDatabases("青岛海缆设备厂", null, null, false)]
    [BothDatabases("青岛市海缆", null, null, true)]
    [BothDatabases("青岛市市南区海缆有限公司", null, null, false)]
    [BothDatabases("别的名字", "+86 139 1111 2222", "south", true)]
    [BothDatabases("有限公司", null, null, false)]
    public async Task A_customer_typed_anew_is_compared_by_number_and_by_name_and_area(StorageProvider provider, string name, string? phone, string? area, bool told)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer(name: "青岛海缆有限公司", phone: "13911112222");
        await house.KnownCustomer(name: "青岛线缆有限公司");
        var form = new IntakeForm { Phone = phone };
        (form.Customer.Name, form.Customer.Area) = (name, area);

        var found = (await Like(house, form)).Customers;

        Assert.Equal(told ? [(known.Customer.Id, phone is not null)] : [], found.Select(c => (c.CustomerId, c.ByPhone)));
    }

    [Theory, BothDatabases]
    public async Task It_is_read_from_indexes_alone(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var form = new IntakeForm { Phone = "13800138000" };
        form.Customer.Name = known.Customer.Name;
        Assert.Empty(await house.Scans(
            async () =>
            {
                await Like(house, known.Repair());
                await Like(house, form);
            },
            "Cases", "Customers", "ContactPhones", "SearchKeys"));
    }

    /// <summary>With every letter of the name; the key takes the one on file, and what was typed of the person stays.</summary>
    [Fact]
    public async Task A_new_customer_named_as_one_on_file_is_told_so_and_that_one_is_taken_with_a_key()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer(name: "青岛海缆", phone: "13911112222");
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<IntakePage>("intake");
        page.WaitForElement("[data-test=new-customer]").Click();
        page.WaitForElement("[data-test='Contact.Name']").Change("孙工");
        page.Find("[data-test='Customer.Name']").Input("青岛海");
        page.Find("[data-test='Customer.Name']").Input("青岛海缆");

        var take = page.WaitForElement("[data-test=like-customer] [data-key='Alt+s']", TimeSpan.FromSeconds(10));
        Assert.Contains(known.Customer.Code, page.Find("[data-test=like-customer] a").GetAttribute("href"), StringComparison.Ordinal);
        take.Click();

        page.WaitForElement("[data-test=caller-name]", TimeSpan.FromSeconds(10));
        Assert.Equal("孙工", page.Find("[data-test='Contact.Name']").GetAttribute("value"));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=like-customer]")), TimeSpan.FromSeconds(10));
    }

    private static async Task<Duplicates> Like(TestHouse house, IntakeForm form) => (await house.As(Role.Agent).Ask((IntakePreview p) => p.Of(form))).Like;
}
