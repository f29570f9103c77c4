using AfterSales.Core.Data;
using AfterSales.Tests.Support;
using AfterSales.Web.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Tests.Account;

public sealed class FirstRunTests
{
    [Theory, BothDatabases]
    public async Task People_who_cannot_sign_in_do_not_close_the_first_run(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider, services => services.AddScoped<FirstRun>());
        Assert.True(await house.AsSystem().Ask((FirstRun first) => first.Open()));

        await using var db = house.Db();
        await db.Users.Where(p => p.Id == People.Agent).ExecuteUpdateAsync(set => set.SetProperty(p => p.PasswordHash, "x"));

        Assert.False(await house.AsSystem().Ask((FirstRun first) => first.Open()));
    }
}
