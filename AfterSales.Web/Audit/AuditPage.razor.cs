using AfterSales.Core.Audit;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace AfterSales.Web.Audit;

/// <summary>The audit trail with its filters, all of them in the address.</summary>
public partial class AuditPage
{
    private const int LongestKey = 260;
    private readonly Latest reading = new();
    private AuditFilter filter = new();
    private IReadOnlyList<AuditRow>? rows;
    private AuditWords? words;

    /// <summary>Kind of row.</summary>
    [SupplyParameterFromQuery]
    public string? What { get; set; }

    /// <summary>Public number of the row.</summary>
    [SupplyParameterFromQuery]
    public string? Key { get; set; }

    /// <summary>First day.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>Last day.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>Only entries before this one.</summary>
    [SupplyParameterFromQuery]
    public string? Before { get; set; }

    [Inject]
    private Desk Desk { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        filter = new(AuditService.Entities.Contains(What) ? What : null, Address.Text(Key, LongestKey), From: Address.Day(From), To: Address.Day(To), Before: Address.Key(Before));
        words ??= new(T, Shown, await Desk.Ask((Lists lists) => lists.Book()));
        var asked = filter;
        await reading.Ask(() => Desk.Ask((AuditService a) => a.Find(asked)), read => rows = read);
    }

    private string Link(long? before) =>
        Address.Of("audit", ("what", filter.Entity), ("key", filter.Key), ("from", Address.Word(filter.From)), ("to", Address.Word(filter.To)), ("before", Address.Word(before)));

    private string EntityName(string entity) => T[$"Audit.Entity.{entity}"];
}
