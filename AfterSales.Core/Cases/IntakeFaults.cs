using AfterSales.Core.Assets;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>Every fault of an intake at once: those of the form, and what it names that is not on file or belongs to somebody else.</summary>
internal static class IntakeFaults
{
    public static async Task<IReadOnlyList<Problem>> Of(AfterSalesDb db, IntakeForm form, ListBook book, DateTimeOffset now, TimeZoneInfo zone, CancellationToken stop) =>
    [
        .. form.Check(book, now, zone),
        .. await Strange(db, form, stop),
        .. form.NewAsset ? IntakeForm.Under(nameof(form.Asset), await AssetFile.Faults(db, form.Asset, stop)) : [],
        .. IntakeForm.Under(nameof(form.Meter), await MeterFile.Faults(db, form.AssetId, form.Reading(zone.DayOf(now)), stop)),
    ];

    /// <summary>Contact, place and machine belong to the customer; only agents and supervisors at work answer for a case.</summary>
    private static async Task<IReadOnlyList<Problem>> Strange(AfterSalesDb db, IntakeForm form, CancellationToken stop) => new Checks()
        .When(form.CustomerId is { } customer && !await db.Customers.AnyAsync(c => c.Id == customer, stop), "Shared.NotInList", nameof(form.CustomerId))
        .When(form.CustomerId is { } nobody && await db.Customers.AnyAsync(c => c.Id == nobody && c.AnonymousAt != null, stop), "Customers.IsAnonymous", nameof(form.CustomerId))
        .When(form.ContactId is { } contact && !await db.Contacts.AnyAsync(c => c.Id == contact && c.CustomerId == form.CustomerId, stop), "Shared.NotInList", nameof(form.ContactId))
        .When(form.SiteId is { } site && !await db.Sites.AnyAsync(s => s.Id == site && s.CustomerId == form.CustomerId, stop), "Shared.NotInList", nameof(form.SiteId))
        .When(form.AssetId is { } asset && !await db.Assets.AnyAsync(a => a.Id == asset && a.CustomerId == form.CustomerId, stop), "Shared.NotInList", nameof(form.AssetId))
        .When(TextRule.Kept(form.ParentNumber) is { } parent && !await db.Cases.AnyAsync(c => c.Number == parent, stop), "Cases.NoSuchCase", nameof(form.ParentNumber), TextRule.Kept(form.ParentNumber))
        .When(form.OwnerId is { } owner && !await db.Users.AnyAsync(p => p.Id == owner && p.Active && (p.Role == Role.Agent || p.Role == Role.Supervisor), stop), "Shared.NotInList", nameof(form.OwnerId))
        .Problems;
}
