using System.Net;
using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Tests.Account;

/// <summary>What ends a person's open pages, and what does not.</summary>
public sealed class SessionTests
{
    private const string Right = "AfterSales!2026";

    private static readonly string Session = $"person/{People.Agent}/session";

    [Theory, BothDatabases]
    public async Task Wrong_passwords_of_a_stranger_keep_new_sign_ins_out_and_open_pages_go_on(StorageProvider provider)
    {
        await using var house = await WebHouse.Open(provider);
        using var visitor = await house.SignedIn(Role.Agent);
        await using var page = await OpenPage(house);
        var heard = new List<string>();
        using var listening = house.Services.GetRequiredService<ChangeFeed>().Listen(heard.Add);

        for (var i = 0; i < 5; i++)
        {
            Assert.NotEqual(HttpStatusCode.Redirect, await SignIn(house, "not-it-" + i));
        }

        Assert.NotEqual(HttpStatusCode.Redirect, await SignIn(house, Right));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account/password")).StatusCode);
        Assert.DoesNotContain(Session, heard);
        house.Services.GetRequiredService<ChangeFeed>().Publish([Session]);
        Assert.False(await Ends(page, TimeSpan.FromSeconds(1)));

        await using var db = house.Db();
        await db.Users.Where(p => p.Id == People.Agent).ExecuteUpdateAsync(set => set.SetProperty(p => p.LockoutEnd, DateTimeOffset.UnixEpoch));
        Assert.Equal(HttpStatusCode.Redirect, await SignIn(house, Right));
    }

    [Fact]
    public async Task Who_typed_a_wrong_password_is_nobody_known_and_the_account_is_what_it_was_typed_for()
    {
        await using var house = await WebHouse.Open();
        using var visitor = await house.SignedIn(Role.Agent);
        for (var i = 0; i < 6; i++)
        {
            await SignIn(house, "not-it-" + i);
        }

        await using var db = house.Db();
        var told = await db.AuditEntries.Where(e => e.Entity == nameof(Person) && e.EntityKey == "agent").OrderBy(e => e.Id).ToListAsync();

        Assert.Equal(
            [(People.Agent, "SignedIn"), .. Enumerable.Repeat(((long?)null, "WrongPassword"), 4), (null, "LockedOut"), (null, "RefusedLocked")],
            told.Where(e => e.Action == AuditAction.Event).Select(e => (e.PersonId, AuditService.Read<FieldChange>(e.Changes)![0].To!)));
        Assert.Equal("LockoutEnd", AuditService.Read<FieldChange>(Assert.Single(told, e => e.Action == AuditAction.Changed && e.Id > told[1].Id).Changes)!.Single().Field);
    }

    [Fact]
    public async Task Signing_out_ends_the_persons_open_pages()
    {
        await using var house = await WebHouse.Open();
        using var visitor = await house.SignedIn(Role.Agent);
        await using var page = await OpenPage(house);

        await visitor.PostAsync("/account/signout", await WebHouse.Form(visitor, "/account/password"));

        Assert.True(await Ends(page, TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "Another!2026pw")]
    public async Task An_administrators_deactivation_or_new_password_ends_the_persons_open_pages(bool active, string? password)
    {
        await using var house = await WebHouse.Open();
        using var visitor = await house.SignedIn(Role.Agent);
        await using var page = await OpenPage(house);
        var administrator = house.As(People.Actor(Role.Administrator));
        var form = (await administrator.Ask((PeopleService p) => p.All())).Single(p => p.Id == People.Agent).Form.Copy();
        (form.Active, form.Password) = (active, password);

        Assert.Empty((await administrator.Ask((PeopleService p) => p.Save(form, Guid.NewGuid()))).Problems);

        Assert.True(await Ends(page, TimeSpan.FromSeconds(10)));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account/password")).StatusCode);
    }

    private static async Task<HttpStatusCode> SignIn(WebHouse house, string password)
    {
        using var stranger = house.Visitor();
        var form = await WebHouse.Form(stranger, "/account/signin", ("_handler", "signin"), ("UserName", "agent"), ("Password", password));
        return (await stranger.PostAsync("/account/signin", form)).StatusCode;
    }

    /// <summary>The scope of an open page of the agent.</summary>
    private static async Task<AsyncServiceScope> OpenPage(WebHouse house)
    {
        var page = house.Services.CreateAsyncScope();
        var person = await page.ServiceProvider.GetRequiredService<UserManager<Person>>().Users.SingleAsync(p => p.Id == People.Agent);
        var claims = await page.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync(person);
        ((IHostEnvironmentAuthenticationStateProvider)SessionOf(page)).SetAuthenticationState(Task.FromResult(new AuthenticationState(claims)));
        return page;
    }

    private static AuthenticationStateProvider SessionOf(AsyncServiceScope page) => page.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();

    private static async Task<bool> Ends(AsyncServiceScope page, TimeSpan within)
    {
        for (var left = within; left > TimeSpan.Zero; left -= TimeSpan.FromMilliseconds(50))
        {
            if ((await SessionOf(page).GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated != true)
            {
                return true;
            }

            await Task.Delay(50);
        }

        return false;
    }
}
