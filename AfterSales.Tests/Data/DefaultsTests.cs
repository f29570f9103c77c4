using AfterSales.Core.Data;
using AfterSales.Core.Data.SampleData;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace AfterSales.Tests.Data;

public sealed class DefaultsTests
{
    [Theory, BothDatabases]
    public async Task Rows_that_ship_are_added_once_and_leave_what_was_changed_alone(StorageProvider provider)
    {
        await using var house = await TestHouse.OpenEmpty(provider);
        await using var db = house.Db();
        await db.Database.MigrateAsync();
        await Defaults.Ensure(db, house.Now);
        var first = await Count(db);
        var target = await db.Targets.SingleAsync(t => t.Code == "K1");
        target.End(house.Now);
        await db.SaveChangesAsync();

        await using var later = house.Db();
        await Defaults.Ensure(later, house.Now);

        Assert.Equal(first, await Count(later));
        Assert.Equal(house.Now, (await later.Targets.AsNoTracking().SingleAsync(t => t.Code == "K1")).ValidTo);
    }

    [Fact]
    public async Task The_default_policy_holds_from_the_beginning_with_the_figures_of_the_manual()
    {
        var policy = Defaults.Standard();
        Assert.Equal((24 * 60, 48 * 60, 48 * 60), (policy.ReplyMinutes, policy.HandlingMinutes, policy.ComplaintReportMinutes)); // R2, R1, R4
        Assert.Equal([24, 48, 48, 72], new[] { 300, 301, 1000, 1001 }.Select(km => policy.TierOf(km).Minutes / 60)); // R3
        Assert.True(policy.HoldsAt(new DateTimeOffset(1995, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        await using var house = await TestHouse.OpenEmpty(StorageProvider.Sqlite);
        await using var db = house.Db();
        await db.Database.MigrateAsync();
        await Defaults.Ensure(db, house.Now);
        var holds = await db.Terms.Where(t => t.Kind == TermKind.HoldReason).Select(t => t.Code).ToListAsync();
        Assert.All(policy.PausingHolds, h => Assert.Contains(h, holds));
        Assert.Equal(11, await db.Targets.CountAsync()); // K1–K9, K11, K12
    }

    [Fact]
    public async Task No_point_of_a_checklist_has_the_code_of_another_so_that_a_job_can_answer_them_all()
    {
        await using var house = await TestHouse.OpenEmpty(StorageProvider.Sqlite);
        await using var db = house.Db();
        await db.Database.MigrateAsync();
        await Defaults.Ensure(db, house.Now);
        var items = (await db.Checklists.ToListAsync()).SelectMany(c => c.Items).Select(i => i.Code).ToList();
        Assert.Equal(items.Distinct().Count(), items.Count);
        foreach (var line in await db.ProductLines.Select(l => l.Code).ToListAsync())
        {
            Assert.True(await db.Terms.CountAsync(t => t.Kind == TermKind.Symptom && t.ProductLine == line) >= 6);
            Assert.Contains(await db.Checklists.ToListAsync(), c => c.ProductLine == line && c.Items.Exists(i => i.Safety)); // R36
        }
    }

    [Fact]
    public async Task The_five_accounts_of_Development_have_their_roles_and_the_password()
    {
        await using var house = await TestHouse.OpenEmpty(StorageProvider.Sqlite);
        await using var db = house.Db();
        await db.Database.MigrateAsync();
        await Defaults.Ensure(db, house.Now);
        await Accounts.Ensure(db, house.Now, Accounts.Password);
        await Accounts.Ensure(db, house.Now, Accounts.Password);
        foreach (var (name, role) in new[] { ("AGENT", Role.Agent), ("ENGINEER", Role.Engineer), ("SUPERVISOR", Role.Supervisor), ("MANAGER", Role.Manager), ("ADMIN", Role.Administrator) })
        {
            var person = await db.Users.SingleAsync(p => p.NormalizedUserName == name);
            Assert.Equal(role, person.Role);
            Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Person>().VerifyHashedPassword(person, person.PasswordHash!, "AfterSales!2026"));
        }

        // One is left to be settled on the administrator's start page.
        Assert.Equal("centralwest", (await db.Areas.AsNoTracking().SingleAsync(a => a.SupervisorId == null)).Code);
    }

    private static async Task<int> Count(AfterSalesDb db) =>
        await db.Terms.CountAsync() + await db.Targets.CountAsync() + await db.ServicePolicies.CountAsync() + await db.Areas.CountAsync()
        + await db.ProductLines.CountAsync() + await db.Checklists.CountAsync() + await db.WarrantyPolicies.CountAsync();
}
