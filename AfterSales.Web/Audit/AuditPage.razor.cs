using System.Globalization;
using AfterSales.Core.Audit;
using AfterSales.Core.Settings;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace AfterSales.Web.Audit;

/// <summary>The audit trail with its filters, all of them in the address.</summary>
public partial class AuditPage
{
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
        var filter = new AuditFilter(
            AuditService.Entities.Contains(What) ? What : null,
            string.IsNullOrWhiteSpace(Key) ? null : Key.Trim(),
            From: Day(From),
            To: Day(To),
            Before: long.TryParse(Before, CultureInfo.InvariantCulture, out var id) ? id : null);
        words ??= new(T, Shown, await Desk.Ask((Lists lists) => lists.Book()));
        rows = await Desk.Ask((AuditService a) => a.Find(filter));
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string Link(long? before)
    {
        var parts = new (string Name, string? Value)[] { ("what", What), ("key", Key), ("from", From), ("to", To), ("before", before?.ToString(CultureInfo.InvariantCulture)) };
        return "audit?" + string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }

    private string EntityName(string entity) => T[$"Audit.Entity.{entity}"];
}
