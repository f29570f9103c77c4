using AfterSales.Core.Assets;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>What follows from an intake that is not yet saved.</summary>
/// <param name="At">The instant it is reckoned from.</param>
/// <param name="Mode">The service mode.</param>
/// <param name="Priority">The priority.</param>
/// <param name="Meter">The machine's warranty and rights.</param>
/// <param name="Pays">Who will pay, as far as it is known; without a machine of guidance alone.</param>
/// <param name="QuoteFirst">R11: the quote comes first.</param>
/// <param name="Promises">The sentence's parts.</param>
/// <param name="Like">What it may be a second telling of.</param>
/// <param name="Past">How the fault was repaired before.</param>
/// <param name="FirstContactOn">R5: the day of first contact of a customer not filed yet; today for a new one.</param>
/// <param name="FileDueOn">R5: by when the customer's file is due; null where it is filed, or its first contact unknown.</param>
/// <param name="Readings">The machine's latest readings; null where it has no meter.</param>
public sealed record IntakeOutlook(
    DateTimeOffset At, ServiceMode Mode, Priority Priority, WarrantyReading? Meter, WhoPays? Pays, bool QuoteFirst, IReadOnlyList<PromiseLine> Promises, Duplicates Like, PastRepair? Past,
    DateOnly? FirstContactOn, DateOnly? FileDueOn, MeterHistory? Readings);

/// <summary>Reckons, while the agent types, what a save would promise.</summary>
public sealed class IntakePreview(Sight sight, Lists lists, PastRepairs past, BusinessClock clock, Actor actor)
{
    /// <summary>What the form, as far as it is filled, would promise.</summary>
    public async Task<IntakeOutlook> Of(IntakeForm form, CancellationToken stop = default)
    {
        actor.Must(Permission.Intake);
        var (book, now, zone) = (await lists.Book(stop), clock.Now, clock.Zone);
        await using var db = await sight.Open(stop);
        var policy = await db.PolicyAt(now, stop);
        var asset = await Machine(db, form, book, stop);
        var distance = form.SiteId is { } site ? await db.Sites.Where(s => s.Id == site).Select(s => s.DistanceKm).FirstOrDefaultAsync(stop)
            : form.NewSite ? form.Site.Distance(book, await Area(db, form, stop)).Km : null;
        var type = form.Type ?? CaseType.Enquiry;
        var mode = form.Mode ?? book.ModeOf(type, asset?.ProductLine);
        var contact = form.CustomerId is { } id
            ? await db.Customers.Where(c => c.Id == id && c.FiledOn == null).Select(c => c.FirstContactOn).SingleOrDefaultAsync(stop)
            : clock.Today;
        var meter = asset is null ? null : await db.Meter(book, asset, clock.Today, zone, stop);
        var quote = CaseIntake.QuoteFirst(type, mode, meter?.Machine);
        var guidance = WhoPays.Guidance(mode, sent: false, form.ResolveOnSpot);
        var wished = form.CustomerTime is { } local && zone.Instant(local) is var at && at <= now.AddYears(1) ? at : (DateTimeOffset?)null;
        var like = await Duplicates.Of(db, form, now, policy, zone, stop);
        return new IntakeOutlook(
            now,
            mode,
            form.Priority ?? form.Impact.Suggested(),
            meter,
            asset is null ? form.Type is null ? null : book.PaysGuidance(type, guidance, now) : book.Pays(guidance, meter!.Machine.Cover, asset.NoPapers(), form.ResolveOnSpot ? form.Cause : null, asset.DealerId is not null || form.AssetId is null && TextRule.Kept(form.Asset.DealerCode) is not null, now),
            quote,
            PromisePreview.Of(new PromiseGrounds(now, type, mode, distance, wished, quote, null), policy, zone),
            like,
            await past.Find(db, asset?.Model, asset?.ProductLine, RepeatFault.SymptomKey(form.Symptom, form.SymptomText), 0, stop, like.Repeat?.Number),
            contact,
            contact?.AddDays(policy.FileDays),
            await MeterFile.History(db, asset, MeterFile.Few, stop));
    }

    private static async Task<string?> Area(AfterSalesDb db, IntakeForm form, CancellationToken stop) =>
        form.CustomerId is { } id ? await db.Customers.Where(c => c.Id == id).Select(c => c.Area).SingleOrDefaultAsync(stop) : TextRule.Kept(form.Customer.Area);

    private static async Task<Asset?> Machine(AfterSalesDb db, IntakeForm form, ListBook book, CancellationToken stop)
    {
        if (form.AssetId is { } id)
        {
            return await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, stop);
        }

        if (TextRule.Kept(form.Asset.SerialNo) is null || book.LineOf(form.Asset.ProductLine) is null)
        {
            return null;
        }

        var typed = new Asset { SerialNo = form.Asset.SerialNo!, ProductLine = "", Model = "", WarrantyPolicy = "" };
        form.Asset.Fill(typed, null, book);
        return typed;
    }
}
