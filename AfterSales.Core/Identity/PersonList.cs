using AfterSales.Core.Data;
using AfterSales.Core.Listings;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Identity;

/// <summary>Which accounts a list shows.</summary>
public enum PersonShelf
{
    /// <summary>在职.</summary>
    Active = 1,

    /// <summary>已锁定: too many wrong passwords.</summary>
    Locked = 2,

    /// <summary>已离职.</summary>
    Left = 3,
}

/// <summary>A list of accounts as its address says it.</summary>
public sealed record PersonFilter : ListFilter
{
    /// <summary>Which.</summary>
    [Word]
    public PersonShelf Shelf { get; init; } = PersonShelf.Active;

    /// <summary>A part of the name or of the name for signing in.</summary>
    [Word("q")]
    public string? Text { get; init; }

    /// <summary>The role.</summary>
    [Word]
    public Role? Role { get; init; }

    /// <summary>Code of the area.</summary>
    [Word]
    public string? Area { get; init; }
}

/// <summary>Accounts as a list, for the administrator, in the order of the names for signing in.</summary>
public sealed class PersonList(Sight sight, BusinessClock clock, Actor actor) : Listing<PersonFilter, PersonRow>(sight, actor)
{
    /// <summary>The topic of its changes.</summary>
    public const string Topic = "people";

    /// <inheritdoc/>
    public override string Name => "people";

    /// <inheritdoc/>
    public override string Title => "Identity.People.Title";

    /// <inheritdoc/>
    public override Columns<PersonRow> Columns { get; } = new Columns<PersonRow>()
        .Text("Identity.People.UserName", r => r.UserName, 18, "username").Text("Identity.People.Name", r => r.Name, 16, "name")
        .Words("Identity.People.Role", (r, w) => w.Of<Role>(r.Role)).Words("Identity.People.Area", (r, w) => r.Area is null ? w.Texts["Identity.People.NoArea"] : w.Area(r.Area))
        .Text("Identity.People.Phone", r => r.Phone, 16)
        .Words("Identity.People.State", (r, w) => w.Of<PersonShelf>(StateOf(r)));

    /// <summary>How an account stands.</summary>
    public static PersonShelf StateOf(PersonRow row) => row.Locked ? PersonShelf.Locked : row.Active ? PersonShelf.Active : PersonShelf.Left;

    /// <inheritdoc/>
    protected override void Permit() => Actor.Must(Permission.Administer);

    /// <inheritdoc/>
    private protected override Finding Found(AfterSalesDb db, PersonFilter f, TypedText? text)
    {
        var now = clock.OnTheWall;
        var people = db.Users.AsNoTracking().Where(p => p.UserName != Person.NotOnFile);
        var found = f.Shelf switch
        {
            PersonShelf.Locked => people.Where(p => p.LockoutEnd > now),
            PersonShelf.Left => people.Where(p => !p.Active),
            _ => people.Where(p => p.Active),
        };
        found = f.Role is { } role ? found.Where(p => p.Role == role) : found;
        found = f.Area is { } area ? found.Where(p => p.Area == area) : found;
        if (TextRule.Kept(f.Text) is { } name)
        {
            var account = name.ToUpperInvariant();
            found = found.Where(p => p.Name.Contains(name) || p.NormalizedUserName!.Contains(account));
        }

        return Finding.In(found).By("username", p => p.NormalizedUserName).By("name", p => p.Name);
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<PersonRow>> Rows(AfterSalesDb db, IReadOnlyList<long> keys, CancellationToken stop)
    {
        var now = clock.OnTheWall;
        return [.. (await db.Users.AsNoTracking().Where(p => keys.Contains(p.Id)).ToListAsync(stop)).Select(p => PersonRow.Of(p, now))];
    }
}
