using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Web.Promises;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AfterSales.Web.WorkOrders;

/// <summary>派工: what waits to be sent out, who is where, and what awaits the supervisor.</summary>
public sealed partial class DispatchPage
{
    private readonly Latest reading = new();
    private DispatchAddress at = DispatchAddress.At(DispatchShelf.Undispatched), open = DispatchAddress.At(DispatchShelf.Undispatched);
    private Board? board;
    private BoardCase? found;
    private ListBook? book;
    private PromiseWhy? why;
    private (long Engineer, DateOnly Day)? slot;

    [Inject] private Desk Desk { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "shelf")] private string? Shelf { get; set; }

    [SupplyParameterFromQuery(Name = "area")] private string? Area { get; set; }

    [SupplyParameterFromQuery(Name = "day")] private string? Day { get; set; }

    [SupplyParameterFromQuery(Name = "case")] private string? Case { get; set; }

    [SupplyParameterFromQuery(Name = "order")] private string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "all")] private string? All { get; set; }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        at = DispatchAddress.Of(Shelf, Area, Day, Case, Order, All == "true");
        return Load();
    }

    /// <summary>The pane comes and goes together with the rows that were read with it.</summary>
    private async Task Load()
    {
        var asked = at;
        await reading.Ask(() => Read(asked), read =>
        {
            slot = asked.Case == open.Case ? slot : null;
            (board, found, book, open) = (read.Board, read.Found, read.Book, asked);
        });
        StateHasChanged();
    }

    private async Task<(Board Board, BoardCase? Found, ListBook Book)> Read(DispatchAddress asked)
    {
        var read = await Desk.Ask((DispatchBoard b) => b.Read(asked.Day, asked.Area, asked.Rows));
        var one = asked.Case is { } number ? read.Undispatched.FirstOrDefault(c => c.Number == number) ?? await Desk.Ask((DispatchBoard b) => b.Find(number)) : null;
        return (read, one, await Desk.Ask((Lists lists) => lists.Book()));
    }

    private Task Hear() => board is null ? Task.CompletedTask : Load();

    private void PickArea(ChangeEventArgs change) =>
        Navigation.NavigateTo((at with { Area = string.IsNullOrEmpty(change.Value as string) ? null : (string)change.Value!, Order = null }).ToString());

    private void PickSlot((long Engineer, DateOnly Day) picked) => slot = picked;

    private Task Explain((string Number, PromiseKind Kind) asked) => why!.Show(asked.Number, asked.Kind);

    /// <summary>The next one waits on top of the list.</summary>
    private void Assigned(string order)
    {
        Snackbar.Add(T["WorkOrders.AssignedAs", order], Severity.Success);
        Navigation.NavigateTo((at with { Case = null }).ToString());
    }

    private string Count(DispatchShelf shelf) => TextRule.Invariant(board?.Counts[shelf]);
}
