using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AfterSales.Web.Identity;

/// <summary>Accounts, for the administrator.</summary>
public partial class PeopleList
{
    private readonly RowEditor<PersonForm> editor = new();
    private IReadOnlyList<PersonRow>? rows;
    private ListBook? book;

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

    private async Task Load() => rows = await Desk.Ask((PeopleService p) => p.All());

    private async Task Save()
    {
        if (await editor.Save((form, id) => Desk.Ask((PeopleService p) => p.Save(form, id)), Stored))
        {
            await Load();
            Snackbar.Add(T["Identity.People.Saved"], Severity.Success);
        }
    }

    private async Task<PersonForm> Stored()
    {
        await Load();
        return editor.Form!.Id is { } id ? rows!.First(r => r.Id == id).Form : new PersonForm();
    }

    private async Task Unlock(PersonRow row)
    {
        await Desk.Ask((PeopleService p) => p.Unlock(row.Id, Guid.NewGuid()));
        await Load();
        Snackbar.Add(T["Identity.People.Unlocked", row.Name], Severity.Success);
    }
}
