using AfterSales.Core.Identity;
using MudBlazor;

namespace AfterSales.Web.Layout;

/// <summary>One entry of the rail: its address, its text "Layout.Rail.{Name}", its key.</summary>
public sealed record RailItem(string Name, string Href, string Icon, string? Key = null, bool Outside = false);

/// <summary>What each role finds in the rail (UI.md, Frame); the start page first.</summary>
public static class RailItems
{
    private static readonly RailItem Start = new("Start", "", Icons.Material.Outlined.Home);
    private static readonly RailItem Intake = new("Intake", "intake", Icons.Material.Outlined.PhoneCallback, "F2");
    private static readonly RailItem Cases = new("Cases", "cases", Icons.Material.Outlined.Assignment);
    private static readonly RailItem Work = new("Work", "work", Icons.Material.Outlined.Build);
    private static readonly RailItem Dispatch = new("Dispatch", "dispatch", Icons.Material.Outlined.CalendarMonth);
    private static readonly RailItem Orders = new("Orders", "orders", Icons.Material.Outlined.AssignmentTurnedIn);
    private static readonly RailItem Callbacks = new("Callbacks", "callbacks", Icons.Material.Outlined.PhoneForwarded);
    private static readonly RailItem Complaints = new("Complaints", "complaints", Icons.Material.Outlined.Feedback);
    private static readonly RailItem Customers = new("Customers", "customers", Icons.Material.Outlined.Business);
    private static readonly RailItem Assets = new("Assets", "assets", Icons.Material.Outlined.PrecisionManufacturing);
    private static readonly RailItem Registers = new("Registers", "registers", Icons.Material.Outlined.MenuBook);
    private static readonly RailItem Performance = new("Performance", "performance", Icons.Material.Outlined.QueryStats);
    private static readonly RailItem Settings = new("Settings", "settings", Icons.Material.Outlined.Tune);
    private static readonly RailItem Import = new("Import", "import", Icons.Material.Outlined.ImportExport);
    private static readonly RailItem People = new("People", "people", Icons.Material.Outlined.Groups);
    private static readonly RailItem Audit = new("Audit", "audit", Icons.Material.Outlined.History);
    private static readonly RailItem Jobs = new("Jobs", "jobs", Icons.Material.Outlined.Schedule, Outside: true);

    /// <summary>The role's entries, in order; a phone shows the first four and the rest behind "more".</summary>
    public static IReadOnlyList<RailItem> Of(Role role) => role switch
    {
        Role.Agent => [Start, Intake, Cases, Callbacks, Complaints, Customers, Assets, Orders, Registers],
        Role.Engineer => [Start, Work],
        Role.Supervisor => [Start, Dispatch, Cases, Complaints, Intake, Callbacks, Performance, Customers, Assets, Orders, Registers, Import],
        Role.Manager => [Start, Performance, Complaints, Cases, Customers, Assets, Orders, Registers, Audit],
        _ => [Start, Settings, People, Cases, Audit, Customers, Assets, Orders, Performance, Import, Jobs],
    };
}
