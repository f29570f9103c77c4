using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>A move as it is told: whose and where before, whose and where since.</summary>
public sealed record MoveLine(long Id, DateOnly MovedOn, string From, string? FromPlace, string To, string ToCode, string? ToPlace, string? Reason, string? By, DateTimeOffset At);

/// <summary>A machine that was a customer's.</summary>
public sealed record FormerMachine(string SerialNo, string Model, DateOnly MovedOn, string To, string ToCode, string? Reason);

/// <summary>To whom a machine may move.</summary>
public sealed record MoveTarget(string Code, string Name, IReadOnlyList<CallerSite> Sites);

/// <summary>过户 and 移机: machines move to another customer or place and keep where they were.</summary>
public sealed class AssetMoving(Sight sight, Writer writer, BusinessClock clock, Actor actor)
{
    /// <summary>Rows shown of a list.</summary>
    public const int Most = 50;

    private const int Named = 5;

    /// <summary>The moves of a machine, the newest first.</summary>
    public async Task<IReadOnlyList<MoveLine>> Of(string serial, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await sight.Open(stop);
        var id = await db.Assets.Where(a => a.SerialNo == serial).Select(a => (long?)a.Id).SingleOrDefaultAsync(stop) ?? throw new MissingException($"machine {serial}");
        return await Lines(db, db.AssetMoves.Where(m => m.AssetId == id).OrderByDescending(m => m.MovedOn).ThenByDescending(m => m.Id).Take(Most)).ToListAsync(stop);
    }

    /// <summary>The machines that were a customer's and are another's now, the last to go first.</summary>
    public async Task<IReadOnlyList<FormerMachine>> Gone(string customerCode, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await sight.Open(stop);
        var whole = await Survivor.Of(db, customerCode, stop) is { } id ? await Survivor.Whole(db, id, stop) : [];
        return await (
            from m in db.AssetMoves
            join a in db.Assets on m.AssetId equals a.Id
            where whole.Contains(m.FromCustomerId) && !whole.Contains(m.ToCustomerId) && !whole.Contains(a.CustomerId)
            orderby m.MovedOn descending, m.Id descending
            let to = db.Customers.First(c => c.Id == m.ToCustomerId)
            select new FormerMachine(a.SerialNo, a.Model, m.MovedOn, to.Name, to.Code, m.Reason)).Take(Most).ToListAsync(stop);
    }

    /// <summary>A customer by number with its places; null when there is none.</summary>
    public async Task<MoveTarget?> Target(string? code, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        await using var db = await sight.Open(stop);
        var id = TextRule.Kept(code) is { } kept ? await Survivor.Of(db, kept, stop) : null;
        var found = await db.Customers.Where(c => c.Id == id).Select(c => new { c.Id, c.Code, c.Name }).SingleOrDefaultAsync(stop);
        return found is null ? null : new MoveTarget(found.Code, found.Name,
            await db.Sites.Where(s => s.CustomerId == found.Id).OrderBy(s => s.Id).Select(s => new CallerSite(s.Id, s.Address, s.Area, s.DistanceKm)).ToListAsync(stop));
    }

    /// <summary>Moves it; who else moved it meanwhile is told. Its cases stay with the customer they were taken in for.</summary>
    public async Task<Result> Move(string serial, MoveForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        var faults = form.Check(clock.Today);
        return faults.Count > 0 ? Result.Refused(faults) : await writer.Run(request, async write =>
        {
            var asset = await write.Db.Assets.SingleOrDefaultAsync(a => a.SerialNo == serial, write.Stop) ?? throw new MissingException($"machine {serial}");
            var owner = await write.Db.Customers.SingleAsync(c => c.Id == asset.CustomerId, write.Stop);
            var conflicts = form.Conflicts(
                MoveForm.Of(asset.Version, owner.Code, asset.SiteId, write.Zone.DayOf(write.Now)), await write.Db.LastChangedBy(nameof(Asset), serial, write.Stop),
                (field, value) => field == nameof(form.CustomerCode) ? owner.Name : field == nameof(form.SiteId) ? null : value);
            var target = await Survivor.Of(write.Db, TextRule.Kept(form.CustomerCode)!, write.Stop);
            var to = await write.Db.Customers.SingleOrDefaultAsync(c => c.Id == target, write.Stop);
            var unfit = await Unfit(write, asset, to, form);
            if (conflicts.Count + unfit.Count > 0)
            {
                return Result.Refused(conflicts.Count > 0 ? conflicts : unfit);
            }

            Note(write, asset, to!.Id, form.SiteId, form.MovedOn!.Value, TextRule.Kept(form.Reason));
            (asset.CustomerId, asset.SiteId) = (to.Id, form.SiteId);
            write.Touch("assets");
            return Result.Done;
        }, stop);
    }

    /// <summary>Keeps where a machine is about to go, and where it was.</summary>
    internal static void Note(Write write, Asset asset, long customerId, long? siteId, DateOnly day, string? reason) => write.Db.AssetMoves.Add(new AssetMove
    {
        AssetId = asset.Id, MovedOn = day, At = write.Now, PersonId = write.Actor.Id, Reason = reason,
        FromCustomerId = asset.CustomerId, FromSiteId = asset.SiteId, ToCustomerId = customerId, ToSiteId = siteId,
    });

    /// <summary>Moves with the names of who and where.</summary>
    internal static IQueryable<MoveLine> Lines(AfterSalesDb db, IQueryable<AssetMove> moves) => moves.Select(m => new MoveLine(
        m.Id, m.MovedOn,
        db.Customers.Where(c => c.Id == m.FromCustomerId).Select(c => c.Name).First(), db.Sites.Where(s => s.Id == m.FromSiteId).Select(s => s.Address).FirstOrDefault(),
        db.Customers.Where(c => c.Id == m.ToCustomerId).Select(c => c.Name).First(), db.Customers.Where(c => c.Id == m.ToCustomerId).Select(c => c.Code).First(),
        db.Sites.Where(s => s.Id == m.ToSiteId).Select(s => s.Address).FirstOrDefault(), m.Reason, db.Users.Where(p => p.Id == m.PersonId).Select(p => p.Name).FirstOrDefault(), m.At));

    private static async Task<IReadOnlyList<Problem>> Unfit(Write write, Asset asset, Customer? to, MoveForm form)
    {
        var last = await write.Db.AssetMoves.Where(m => m.AssetId == asset.Id).MaxAsync(m => (DateOnly?)m.MovedOn, write.Stop);
        var since = form.CasesKnown || to?.Id == asset.CustomerId ? [] : await Since(write, asset, form.MovedOn!.Value);
        return new Checks()
            .When(to is null, "Assets.NoSuchCustomer", nameof(form.CustomerCode))
            .When(to is not null && form.SiteId is { } site && !await write.Db.Sites.AnyAsync(s => s.Id == site && s.CustomerId == to.Id, write.Stop), "Shared.NotInList", nameof(form.SiteId))
            .When(to?.Id == asset.CustomerId && form.SiteId == asset.SiteId, "Assets.NotMoved", nameof(form.SiteId))
            .When(form.MovedOn < last, "Assets.MovedLater", nameof(form.MovedOn), last)
            .When(since.Count > 0, "Assets.CasesSince", nameof(form.MovedOn), since)
            .Problems;
    }

    /// <summary>Cases of the machine that the customer before told after that day: the machine was still there, or was it?</summary>
    private static Task<List<string>> Since(Write write, Asset asset, DateOnly day)
    {
        var from = write.Zone.StartOf(day.AddDays(1));
        return write.Db.Cases.Where(c => c.AssetId == asset.Id && c.CustomerId == asset.CustomerId && c.OpenedAt >= from && c.Status != CaseStatus.Cancelled)
            .OrderBy(c => c.OpenedAt).ThenBy(c => c.Id).Select(c => c.Number).Take(Named).ToListAsync(write.Stop);
    }
}
