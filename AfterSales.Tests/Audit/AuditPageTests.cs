using System.Globalization;
using AfterSales.Core.Audit;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Audit;
using AfterSales.Web.Shared;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Audit;

public sealed class AuditPageTests
{
    [Theory]
    [InlineData("zh-CN", "片区：华北片区 → 华南片区", "重点客户：否 → 是", "等级：B", "事件：登录")]
    [InlineData("en", "Area: North China → South China", "VIP: no → yes", "Tier: ", "Event: Signed in")]
    public async Task The_page_speaks_the_readers_language(string culture, params string[] told)
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        await house.As(Role.Agent).Write(async write =>
        {
            var customer = await write.Db.Customers.SingleAsync(c => c.Id == known.Customer.Id);
            (customer.Area, customer.Vip, customer.Tier) = ("south", true, CustomerTier.A);
            return Result.Done;
        });
        await house.Add(new AuditEntry { At = house.Now, PersonId = People.Agent, Entity = nameof(Person), EntityKey = "agent", Action = AuditAction.Event, Changes = AuditEvent.Changes("SignedIn") });

        await using var pages = new PageHouse(house, Role.Administrator, culture);
        var page = pages.Open<AuditPage>("audit");
        page.WaitForElement("[data-test=audit]");

        var text = string.Join(' ', page.FindAll(".words").Select(w => w.TextContent.Trim().ReplaceLineEndings("")));
        Assert.All(told, t => Assert.Contains(t, text, StringComparison.Ordinal));
        Assert.DoesNotContain("south", text, StringComparison.Ordinal);
    }

    /// <summary>Also where an earlier version of the program wrote the account's own person down as who.</summary>
    [Theory]
    [InlineData("zh-CN", null, "未登录者")]
    [InlineData("en", null, "Not signed in")]
    [InlineData("en", People.Agent, "Not signed in")]
    public async Task Who_typed_a_wrong_password_is_not_known(string culture, long? written, string told)
    {
        await using var house = await TestHouse.Open();
        await house.Add(new AuditEntry { At = house.Now, PersonId = written, Entity = nameof(Person), EntityKey = "agent", Action = AuditAction.Event, Changes = AuditEvent.Changes("WrongPassword") });

        await using var pages = new PageHouse(house, Role.Administrator, culture);
        var cells = pages.Open<AuditPage>("audit").WaitForElement("[data-test=audit] tbody tr").QuerySelectorAll("td");

        Assert.Equal(told, cells[1].TextContent);
        Assert.Contains("agent", cells[2].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Customer", "{\"broken", "{\"broken")]
    [InlineData("Customer", "null", "null")]
    [InlineData("Contact", "{\"Name\":\"张三\"}", "{********")]
    [InlineData("ServicePolicy", "[{\"Field\":\"ArrivalTiers\",\"From\":null,\"To\":\"[{\"}]", "[{")]
    [InlineData("Customer", "[{\"Field\":\"Vip\",\"From\":null,\"To\":\"perhaps\"}]", "perhaps")]
    public async Task What_cannot_be_read_is_shown_as_it_stands(string entity, string changes, string told)
    {
        await using var house = await TestHouse.Open();
        await house.Add(new AuditEntry { At = house.Now, Entity = entity, EntityKey = "1", Action = AuditAction.Changed, Changes = changes });

        await using var pages = new PageHouse(house, Role.Administrator);
        var page = pages.Open<AuditPage>("audit");

        Assert.Contains(page.WaitForElement("[data-test=audit]").QuerySelectorAll("ins"), value => value.TextContent == told);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_member_of_an_audited_field_is_told_in_words(string culture)
    {
        await using var house = await TestHouse.Open();
        var words = new AuditWords(new ResourceTexts(CultureInfo.GetCultureInfo(culture)), new Shown(new ResourceTexts(CultureInfo.GetCultureInfo(culture)), TestHouse.Zone), await house.AsSystem().Ask((Lists l) => l.Book()));
        await using var db = house.Db();
        var members =
            from entity in db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IAudited)))
            from property in entity.GetProperties().Where(AuditTrail.IsKept)
            let type = AuditService.TypeOf(entity.ClrType.Name, property.Name)
            where type is { IsEnum: true } || type == typeof(bool)
            from name in type.IsEnum ? Enum.GetNames(type) : ["true", "false"]
            where words.Value(new(1, house.Now, null, entity.ClrType.Name, "", AuditAction.Changed, []), property.Name, name) is var said && (said.Contains('.', StringComparison.Ordinal) || (culture == "zh-CN" && said == name && name.Length > 1))
            select $"{entity.ClrType.Name}.{property.Name}: {name}";
        Assert.Empty(members);
    }

    [Fact]
    public async Task Nonsense_in_the_address_is_as_if_it_were_not_there()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer();
        await using var pages = new PageHouse(house, Role.Administrator);
        var page = pages.Open<AuditPage>("audit?what=nonsense&key=%20&from=0001-01-01&to=9999-12-31&after=-x");
        page.WaitForElement("[data-test=audit]");
        Assert.All(page.FindAll("[data-test=filters] input"), i => Assert.True(string.IsNullOrEmpty(i.GetAttribute("value"))));
        pages.Go("audit?to=2026-11-23");
        page.WaitForElement("[data-test=empty]");
    }

    [Theory, BothDatabases]
    public async Task A_row_that_a_field_points_to_is_named(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer(name: "华强电缆厂");

        var rows = (await house.As(Role.Administrator).Ask((AuditService a) => a.Find(new AuditFilter()))).Rows;

        Assert.Equal("李敏", rows.Single(r => r.Entity == nameof(Customer)).Changes.Single(c => c.Field == "FiledById").To);
        Assert.Equal("华强电缆厂", rows.Single(r => r.Entity == nameof(Contact)).Changes.Single(c => c.Field == "CustomerId").To);
    }
}
