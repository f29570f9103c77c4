using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Identity;

public sealed class PeopleServiceTests
{
    [Theory, BothDatabases]
    public async Task A_new_account_is_stored_with_a_hashed_password_and_in_the_audit_trail_without_it(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);

        var saved = await house.As(Role.Administrator).Ask((PeopleService p) => p.Save(Form(), house.Request));

        Assert.True(saved.Ok);
        var person = await house.Read(db => db.Users.SingleAsync(p => p.Id == saved.Value));
        Assert.Equal((Role.Engineer, "north", "13900001111"), (person.Role, person.Area, person.PhoneNumber));
        Assert.DoesNotContain("Long-Enough-77", person.PasswordHash);
        var entry = await house.Read(db => db.AuditEntries.SingleAsync(e => e.Entity == "Person" && e.EntityKey == "newone"));
        Assert.DoesNotContain(person.PasswordHash!, entry.Changes);
        Assert.Equal(People.Administrator, entry.PersonId);
    }

    [Fact]
    public async Task A_changed_role_ends_the_open_pages()
    {
        await using var house = await TestHouse.Open();
        var heard = new List<string>();
        using var listening = house.Get<ChangeFeed>().Listen(heard.Add);
        var row = (await house.As(Role.Administrator).Ask((PeopleService p) => p.All())).Single(p => p.Id == People.Agent);
        var stamp = await house.Read(db => db.Users.Where(p => p.Id == People.Agent).Select(p => p.SecurityStamp).SingleAsync());

        await house.As(Role.Administrator).Ask((PeopleService p) => p.Save(new PersonForm { Id = row.Id, Version = row.Form.Version, UserName = row.UserName, Name = row.Name, Role = Role.Supervisor }, house.Request));

        Assert.Contains($"person/{People.Agent}/session", heard);
        Assert.NotEqual(stamp, await house.Read(db => db.Users.Where(p => p.Id == People.Agent).Select(p => p.SecurityStamp).SingleAsync()));
    }

    [Fact]
    public async Task The_account_of_nobody_on_file_is_in_no_list_and_nobody_changes_it()
    {
        await using var house = await TestHouse.Open();
        var nobody = new Person { Name = "—", UserName = Person.NotOnFile, NormalizedUserName = Person.NotOnFile.ToUpperInvariant(), Role = Role.Engineer, Active = false };
        await house.Add(nobody);
        var administrator = house.As(Role.Administrator);
        Assert.DoesNotContain(await administrator.Ask((PeopleService p) => p.All()), p => p.Id == nobody.Id);
        foreach (var shelf in Enum.GetValues<PersonShelf>())
        {
            Assert.DoesNotContain((await administrator.Ask((PersonList l) => l.Find(new PersonFilter { Shelf = shelf }))).Rows, p => p.Id == nobody.Id);
        }

        await Assert.ThrowsAsync<MissingException>(() => administrator.Ask((PeopleService p) => p.Save(new PersonForm { Id = nobody.Id, UserName = "someone", Name = "某人", Role = Role.Engineer }, house.Request)));
        await Assert.ThrowsAsync<MissingException>(() => administrator.Ask((PeopleService p) => p.Unlock(nobody.Id, house.Request)));
        var taken = await administrator.Ask((PeopleService p) => p.Save(new PersonForm { UserName = "Not-On-File", Name = "某人", Role = Role.Engineer, Password = "Long-Enough-77" }, house.Request));
        Assert.Equal(("Identity.UserNameTaken", "UserName"), taken.Problems.Select(p => (p.Code, p.Field)).Single());
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var house = await TestHouse.Open();
        var row = (await house.As(Role.Administrator).Ask((PeopleService p) => p.All())).Single(p => p.Id == People.Administrator);

        var refused = await house.As(Role.Administrator).Ask((PeopleService p) => p.Save(new PersonForm { Id = row.Id, Version = row.Form.Version, UserName = row.UserName, Name = row.Name, Role = row.Role, Active = false }, house.Request));

        Assert.Equal("Identity.LastAdministrator", Assert.Single(refused.Problems).Code);
    }

    [Theory]
    [InlineData("short", "Identity.PasswordShort")]
    [InlineData("aaaaaaaaaaaa", "Identity.PasswordPlain")]
    [InlineData("my-newone-12345", "Identity.PasswordHasName")]
    [InlineData(null, "Shared.Required")]
    [InlineData("bell\a-and-more-77", "Shared.BadCharacter")]
    public async Task A_weak_password_is_refused_under_its_field(string? password, string code)
    {
        await using var house = await TestHouse.Open();
        var form = Form();
        form.Password = password;

        var refused = await house.As(Role.Administrator).Ask((PeopleService p) => p.Save(form, house.Request));

        Assert.Contains(refused.Problems, p => p.Code == code && p.Field == nameof(form.Password));
    }

    [Fact]
    public async Task Nobody_but_the_administrator_sees_accounts()
    {
        await using var house = await TestHouse.Open();
        foreach (var role in new[] { Role.Agent, Role.Engineer, Role.Supervisor, Role.Manager })
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => house.As(role).Ask((PeopleService p) => p.All()));
        }
    }

    [Fact]
    public async Task Another_administrators_change_is_told_by_its_name()
    {
        await using var house = await TestHouse.Open();
        var stored = (await house.As(Role.Administrator).Ask((PeopleService p) => p.All())).Single(p => p.Id == People.OtherEngineer).Form;
        var (first, second) = (stored.Copy(), stored.Copy());
        (first.Area, second.Area) = ("north", null);

        Assert.True((await house.As(Role.Administrator).Ask((PeopleService p) => p.Save(first, house.Request))).Ok);
        var refused = await house.As(Role.Administrator).Ask((PeopleService p) => p.Save(second, house.Request));

        Assert.Equal("north", Assert.IsType<Area>(Assert.Single(refused.Problems).Args[0]).Code);
    }

    private static PersonForm Form() =>
        new() { UserName = "newone", Name = "新人", Role = Role.Engineer, Area = "north", Phone = "13900001111", Password = "Long-Enough-77" };
}
