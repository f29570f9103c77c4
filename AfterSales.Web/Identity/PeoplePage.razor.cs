using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AfterSales.Web.Identity;

/// <summary>Accounts, for the administrator.</summary>
public partial class PeoplePage
{
    private readonly RowEditor<PersonForm> editor = new();
    private ListBook? book;

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private Lists Lists { get; set; } = default!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => book = await Lists.Book();

    private async Task Save()
    {
        if (await editor.Save((form, id) => Desk.Ask((PeopleService p) => p.Save(form, id)), Stored))
        {
            Snackbar.Add(T["Identity.People.Saved"], Severity.Success);
        }
    }

    private async Task<PersonForm> Stored() =>
        editor.Form!.Id is { } id ? (await Desk.Ask((PeopleService p) => p.All())).First(p => p.Id == id).Form : new PersonForm();

    private async Task Unlock(PersonRow row)
    {
        await Desk.Ask((PeopleService p) => p.Unlock(row.Id, Guid.NewGuid()));
        Snackbar.Add(T["Identity.People.Unlocked", row.Name], Severity.Success);
    }
}
