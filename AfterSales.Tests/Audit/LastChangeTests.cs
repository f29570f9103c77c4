using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Audit;

public sealed class LastChangeTests
{
    private static readonly Actor Other = new(People.Manager, "陈芳", Role.Administrator);

    [Theory, BothDatabases]
    public async Task Who_signed_in_changed_nothing(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.As(Other).Write(async write =>
        {
            (await write.Db.Users.SingleAsync(p => p.Id == People.Agent)).PhoneNumber = "13900002222";
            return Core.Shared.Result.Done;
        });
        await house.Add(new AuditEntry { At = house.Now, PersonId = People.Agent, Entity = nameof(Person), EntityKey = "agent", Action = AuditAction.Event, Changes = AuditEvent.Changes("SignedIn") });

        Assert.Equal("陈芳", await house.Read(db => db.LastChangedBy(nameof(Person), "agent", default)));
    }

    [Fact]
    public async Task A_term_of_the_same_code_in_another_list_is_another_row()
    {
        await using var house = await TestHouse.Open();
        var stale = await Part(house, TermKind.UnfinishedReason);
        foreach (var (who, kind) in new[] { (Other, TermKind.UnfinishedReason), (People.Actor(Role.Administrator), TermKind.HoldReason) })
        {
            var form = await Part(house, kind);
            form.Sort++;
            house.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.True((await house.As(who).Ask((SettingsService s) => s.Save(form, house.Request))).Ok);
        }

        var refused = await house.As(Role.Administrator).Ask((SettingsService s) => s.Save(stale, house.Request));

        Assert.Equal("陈芳", Assert.Single(refused.Problems).Args[1]);
    }

    private static async Task<TermForm> Part(TestHouse house, TermKind kind) =>
        TermForm.Of(await house.Read(db => db.Terms.SingleAsync(t => t.Kind == kind && t.Code == "part" && t.ValidTo == null)));
}
