using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AfterSales.Web.Identity;

/// <summary>Accounts, for the administrator.</summary>
public partial class PeopleList
{
    private readonly ProblemSet problems = new();
    private IReadOnlyList<PersonRow>? rows;
    private ListBook? book;
    private PersonForm? form;
    private Guid request;
    private bool busy;

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private Lists Lists { get; set; } = default!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        book = await Lists.Book();
        await Load();
    }

    private static PersonForm FormOf(PersonRow row) => new()
    {
        Id = row.Id, Version = row.Version, UserName = row.UserName, Name = row.Name, Role = row.Role, Area = row.Area, Phone = row.Phone, Active = row.Active,
    };

    private async Task Load() => rows = await Desk.Ask((PeopleService p) => p.All());

    private void Edit(PersonForm next)
    {
        (form, request) = (next, Guid.NewGuid());
        problems.Clear();
    }

    private async Task Save()
    {
        busy = true;
        var result = await Desk.Ask((PeopleService p) => p.Save(form!, request));
        (busy, request) = (false, Guid.NewGuid());
        if (!problems.Take(result))
        {
            return;
        }

        form = null;
        await Load();
        Snackbar.Add(T["Identity.People.Saved"], Severity.Success);
    }

    private async Task Unlock(PersonRow row)
    {
        await Desk.Ask((PeopleService p) => p.Unlock(row.Id, Guid.NewGuid()));
        await Load();
        Snackbar.Add(T["Identity.People.Unlocked", row.Name], Severity.Success);
    }
}
