using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Customers;

/// <summary>A place as typed.</summary>
public sealed class SiteForm : EditForm<SiteForm>
{
    /// <summary>Address.</summary>
    public string? Address { get; set; }

    /// <summary>Code of the 片区.</summary>
    public string? Area { get; set; }

    /// <summary>Road distance in km as typed, whole or not, so that a wrong one stays to be seen; blank takes the area's default.</summary>
    public decimal? DistanceKm { get; set; }

    /// <summary>The form of a stored site; a distance that came from the area was not typed.</summary>
    public static SiteForm Of(Site s) =>
        new SiteForm { Address = s.Address, Area = s.Area, DistanceKm = s.DistanceFromArea ? null : s.DistanceKm, Version = s.Version }.Freshly();

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check(ListBook lists) => new Checks()
        .Text(nameof(Address), Address, CustomerLimits.Address, required: true)
        .Range(nameof(DistanceKm), DistanceKm, 0, CustomerLimits.DistanceKm)
        .When(DistanceKm is { } km && !decimal.IsInteger(km), "Customers.WholeKm", nameof(DistanceKm))
        .When(!string.IsNullOrEmpty(Area) && lists.AreaOf(Area) is null, "Shared.NotInList", nameof(Area))
        .Problems;

    /// <summary>The distance typed; else the default of the place's area, or of its customer's, as such; null is unknown.</summary>
    public (int? Km, bool FromArea) Distance(ListBook lists, string? customerArea)
    {
        if (DistanceKm is { } km)
        {
            return (km is >= 0 and <= CustomerLimits.DistanceKm && decimal.IsInteger(km) ? (int)km : null, false);
        }

        var usual = lists.AreaOf(TextRule.Kept(Area) ?? customerArea)?.DistanceKm;
        return (usual, usual is not null);
    }

    /// <summary>Writes the form into the site.</summary>
    public void Fill(Site s, ListBook lists, string? customerArea)
    {
        (s.Address, s.Area) = (TextRule.Kept(Address)!, TextRule.Kept(Area));
        (s.DistanceKm, s.DistanceFromArea) = Distance(lists, customerArea);
    }
}
