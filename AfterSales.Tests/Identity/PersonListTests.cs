using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Identity;

public sealed class PersonListTests
{
    [Theory, BothDatabases]
    public async Task Accounts_are_listed_by_how_they_stand_and_found_by_a_part_of_either_name(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var until = house.Now.AddMinutes(10);
        await house.Read(db => db.Users.Where(p => p.Id == People.Agent).ExecuteUpdateAsync(set => set.SetProperty(p => p.LockoutEnd, until)));
        await house.Read(db => db.Users.Where(p => p.Id == People.OtherEngineer).ExecuteUpdateAsync(set => set.SetProperty(p => p.Active, false)));

        Assert.Equal([People.Agent], await Found(house, new() { Shelf = PersonShelf.Locked }));
        Assert.Equal([People.OtherEngineer], await Found(house, new() { Shelf = PersonShelf.Left }));
        Assert.DoesNotContain(People.OtherEngineer, await Found(house, new()));
        Assert.Contains(People.Agent, await Found(house, new() { Text = "AGE" }));
        Assert.Equal([People.Supervisor], await Found(house, new() { Role = Role.Supervisor }));
        Assert.Empty(await Found(house, new() { Text = "%" }));
    }

    private static async Task<IReadOnlyList<long>> Found(TestHouse house, PersonFilter filter) =>
        [.. (await house.As(Role.Administrator).Ask((PersonList l) => l.Find(filter))).Rows.Select(r => r.Id)];
}
