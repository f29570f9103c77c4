using AfterSales.Core.Audit;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Audit;

public sealed class AuditServiceTests
{
    [Theory, BothDatabases]
    public async Task The_trail_tells_who_changed_what_from_what_to_what(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer("旧名称");
        await house.As(Role.Agent).Ask((Writer w) => w.Run(house.Request, async write =>
        {
            (await write.Db.Customers.SingleAsync(c => c.Id == known.Customer.Id)).Name = "新名称";
            return Result.Done;
        }));

        var row = (await Find(house, Role.Administrator, new AuditFilter { Entity = nameof(Customer), Key = known.Customer.Code }))[0];

        Assert.Equal(("李敏", AuditAction.Changed, house.Now), (row.Person, row.Action, row.At));
        Assert.Equal(new FieldChange("Name", "旧名称", "新名称"), Assert.Single(row.Changes));
    }

    [Fact]
    public async Task Phones_are_masked_for_those_who_need_not_see_them()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer(phone: "13812345678");

        var row = (await Find(house, Role.Manager, new AuditFilter { Entity = nameof(ContactPhone) }))[0];

        Assert.Equal("138****5678", row.Changes.Single(c => c.Field == "Number").To);
    }

    /// <summary>Whatever stands in the trail, its page opens.</summary>
    [Theory]
    [InlineData("not a key")]
    [InlineData("99999999999999999999999")]
    [InlineData("")]
    public async Task A_stored_key_that_is_none_is_shown_as_it_stands(string stored)
    {
        await using var house = await TestHouse.Open();
        await house.Add(new AuditEntry { At = house.Now, Entity = "ServiceCase", EntityKey = "SC-1", Action = AuditAction.Changed, Changes = $$"""[{"Field":"OwnerId","From":"{{stored}}","To":"-1"}]""" });

        var row = (await Find(house, Role.Administrator, new AuditFilter { Entity = "ServiceCase", Key = "SC-1" }))[0];

        Assert.Equal(new FieldChange("OwnerId", stored, "-1"), Assert.Single(row.Changes));
    }

    [Theory, BothDatabases]
    public async Task Filters_narrow_and_pages_follow_each_other_without_gap(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        for (var i = 0; i < 30; i++)
        {
            await house.KnownCustomer();
        }

        var first = await Find(house, Role.Administrator, new AuditFilter { From = new(2026, 11, 24), To = new(2026, 11, 24) });
        var second = await Find(house, Role.Administrator, new AuditFilter { After = new(TextRule.Invariant(first[^1].At.ToUnixTimeMilliseconds()), first[^1].Id) });

        Assert.Equal(new AuditFilter().Size, first.Count);
        Assert.True(second[0].Id < first[^1].Id);
        Assert.Empty(await Find(house, Role.Administrator, new AuditFilter { To = new(2026, 11, 23) }));
    }

    [Fact]
    public async Task Agents_and_engineers_do_not_read_the_trail()
    {
        await using var house = await TestHouse.Open();
        foreach (var role in new[] { Role.Agent, Role.Engineer, Role.Supervisor })
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => Find(house, role, new AuditFilter()));
        }
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_audited_row_and_field_has_a_name(string culture)
    {
        using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
        var texts = new ResourceTexts(CultureInfo.GetCultureInfo(culture));
        var audited = db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IAudited))).ToList();
        var keys = audited.Select(e => $"Audit.Entity.{e.ClrType.Name}")
            .Concat(audited.SelectMany(e => e.GetProperties()).Where(AuditTrail.IsKept).Select(p => $"Audit.Fields.{p.Name}"));

        Assert.DoesNotContain(keys.Distinct(), k => texts[k] == k);
    }

    private static async Task<IReadOnlyList<AuditRow>> Find(TestHouse house, Role role, AuditFilter filter) =>
        (await house.As(role).Ask((AuditService a) => a.Find(filter))).Rows;
}
