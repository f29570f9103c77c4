using AfterSales.Core.Assets;
using AfterSales.Core.Audit;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>Corrections of a case: its fields, the accepted quote, why a promise was broken.</summary>
public sealed class CaseEditing(Sight sight, Writer writer, Lists lists, BusinessClock clock, Actor actor)
{
    private const int MostChoices = 500;

    /// <summary>The form of a case as it is stored now.</summary>
    public async Task<CaseEditForm> FormOf(string number, CancellationToken stop = default)
    {
        actor.Must(Permission.HandleCases);
        await using var db = await sight.Open(stop);
        var found = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, stop) ?? throw new MissingException($"case {number}");
        return CaseEditForm.Of(found, clock.Zone);
    }

    /// <summary>What the form offers: the customer's people, places and machines, and who may answer for a case.</summary>
    public async Task<CaseEditChoices> Choices(string number, CancellationToken stop = default)
    {
        actor.Must(Permission.HandleCases);
        await using var db = await sight.Open(stop);
        var found = await db.Cases.AsNoTracking().Where(c => c.Number == number).Select(c => new { c.CustomerId, c.AssetId, c.OwnerId }).SingleOrDefaultAsync(stop) ?? throw new MissingException($"case {number}");
        return new CaseEditChoices(
            await db.Contacts.Where(c => c.CustomerId == found.CustomerId).OrderBy(c => c.Name).Select(c => new CaseChoice(c.Id, c.Name)).ToListAsync(stop),
            await db.Sites.Where(s => s.CustomerId == found.CustomerId).OrderBy(s => s.Id).Select(s => new CaseChoice(s.Id, s.Address)).ToListAsync(stop),
            await db.Assets.Where(a => a.CustomerId == found.CustomerId || a.Id == found.AssetId).OrderBy(a => a.SerialNo).Take(MostChoices).Select(a => new CaseChoice(a.Id, a.Model + " · " + a.SerialNo)).ToListAsync(stop),
            await db.Users.Where(p => (p.Active && (p.Role == Role.Agent || p.Role == Role.Supervisor)) || p.Id == found.OwnerId).OrderBy(p => p.Name).Select(p => new CaseChoice(p.Id, p.Name)).ToListAsync(stop));
    }

    /// <summary>
    /// Saves the form; what somebody else changed since is told field by field (a chase or a note since is no conflict). Promises are computed anew from the start,
    /// and the timeline says so.
    /// </summary>
    public async Task<Result> Edit(string number, CaseEditForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.HandleCases);
        var book = await lists.Book(stop);
        var faults = form.Check(book);
        return faults.Count > 0 ? Result.Refused(faults) : await writer.Run(request, async write =>
        {
            var file = await CaseFile.Open(write, number);
            var stored = CaseEditForm.Of(file.Case, write.Zone);
            var conflicts = form.Version == stored.Version ? [] : form.Conflicts(stored, await write.Db.LastChangedBy(nameof(ServiceCase), number, write.Stop));
            var faults = conflicts.Count > 0 ? conflicts : await Faults(write, file.Case, form, stored);
            if (faults.Count > 0)
            {
                return Result.Refused(faults);
            }

            await Apply(write, file, form, stored, book);
            return Result.Done;
        }, stop);
    }

    private static async Task<IReadOnlyList<Problem>> Faults(Write write, ServiceCase c, CaseEditForm form, CaseEditForm stored) =>
    [
        .. await Own(write, c, form, stored),
        // What was never asked (a case of before, one out of another) may stay open; what was said is not emptied.
        .. form.Received().Check(stored.VisitorName is not null, stored.LetterOn is not null, false, c.OpenedAt, write.Zone),
    ];

    private static async Task<IReadOnlyList<Problem>> Own(Write write, ServiceCase c, CaseEditForm form, CaseEditForm stored) => new Checks()
        .When(form.CustomerTime is { } wished && form.CustomerTime != stored.CustomerTime && write.Zone.Instant(wished) <= c.OpenedAt, "Cases.TimePast", nameof(form.CustomerTime))
        .When(form.CustomerTime is { } far && write.Zone.Instant(far) > write.Now.AddYears(1), "Cases.TimeTooFar", nameof(form.CustomerTime))
        .When(form.ContactId is { } contact && !await write.Db.Contacts.AnyAsync(x => x.Id == contact && x.CustomerId == c.CustomerId, write.Stop), "Shared.NotInList", nameof(form.ContactId))
        .When(form.SiteId is { } site && !await write.Db.Sites.AnyAsync(x => x.Id == site && x.CustomerId == c.CustomerId, write.Stop), "Shared.NotInList", nameof(form.SiteId))
        .When(form.AssetId is { } asset && asset != c.AssetId && !await write.Db.Assets.AnyAsync(x => x.Id == asset && x.CustomerId == c.CustomerId, write.Stop), "Shared.NotInList", nameof(form.AssetId))
        .When(form.OwnerId is { } owner && owner != c.OwnerId && !await write.Db.Users.AnyAsync(x => x.Id == owner && x.Active && (x.Role == Role.Agent || x.Role == Role.Supervisor), write.Stop), "Shared.NotInList", nameof(form.OwnerId))
        .When(c.Status == CaseStatus.Cancelled, "Cases.NotOpen")
        .When(c.Type == CaseType.Complaint && form.Type != CaseType.Complaint, "Cases.ComplaintStays", nameof(form.Type))
        .Problems;

    private async Task Apply(Write write, CaseFile file, CaseEditForm form, CaseEditForm stored, ListBook book)
    {
        var c = file.Case;
        var before = c.Promises.ToDictionary(p => p.Kind, p => (DateTimeOffset?)p.DueAt);
        (c.Type, c.Impact, c.Priority, c.Mode, c.ContactId, c.OwnerId) = (form.Type, form.Impact, form.Priority, form.Mode, form.ContactId, form.OwnerId);
        (c.Symptom, c.SymptomText, c.Description) = (TextRule.Kept(form.Symptom), TextRule.Kept(form.SymptomText), TextRule.Kept(form.Description)!);
        (c.VisitorName, c.LetterOn, c.LetterSubject) = (TextRule.Kept(form.VisitorName), form.LetterOn, TextRule.Kept(form.LetterSubject));
        c.VisitedAt = form.VisitedAt == stored.VisitedAt ? c.VisitedAt : form.VisitedAt is { } came ? write.Zone.Instant(came) : null;
        c.SymptomKey = RepeatFault.SymptomKey(c.Symptom, c.SymptomText);
        if (form.CustomerTime != stored.CustomerTime)
        {
            c.SetCustomerTime(form.CustomerTime is { } wished ? write.Zone.Instant(wished) : null, actor, write.Now);
        }

        await Place(write, c, form, stored, book);
        if (c.Type == CaseType.Complaint)
        {
            file.AddComplaint();
        }

        c.Tell(CaseEventKind.Edited, actor, write.Now, null, null, ("fields", string.Join(',', stored.Differences(form))));
        await file.Settle();
        foreach (var promise in c.Promises.Where(p => p.State == PromiseState.Open && before.GetValueOrDefault(p.Kind) != p.DueAt))
        {
            c.Tell(CaseEventKind.PromiseMoved, actor, write.Now, null, null,
                ("promise", promise.Kind.ToString()), ("from", Ms(before.GetValueOrDefault(promise.Kind))), ("to", Ms(promise.DueAt)), ("rule", promise.Rule));
        }
    }

    /// <summary>Another place or machine brings its distance, area, line and warranty with it.</summary>
    private static async Task Place(Write write, ServiceCase c, CaseEditForm form, CaseEditForm stored, ListBook book)
    {
        (c.SiteId, c.AssetId) = (form.SiteId, form.AssetId);
        var site = await write.Db.Sites.SingleOrDefaultAsync(s => s.Id == form.SiteId, write.Stop);
        var asset = await write.Db.Assets.SingleOrDefaultAsync(a => a.Id == form.AssetId, write.Stop);
        if (form.SiteId != stored.SiteId)
        {
            c.DistanceKm = site?.DistanceKm;
            c.Area = site?.Area ?? await write.Db.Customers.Where(x => x.Id == c.CustomerId).Select(x => x.Area).SingleAsync(write.Stop);
            await write.Db.WorkOrders.Where(o => o.CaseId == c.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Area, c.Area), write.Stop);
            await write.Db.Callbacks.Where(k => k.CaseId == c.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.Area, c.Area), write.Stop);
        }

        c.ProductLine = asset?.ProductLine;
        if (form.AssetId != stored.AssetId || form.Mode != stored.Mode || form.Type != stored.Type)
        {
            c.QuoteFirst = CaseIntake.QuoteFirst(c.Type, c.Mode, asset is null ? null : await write.Db.Warranty(book, asset, write.Zone.DayOf(c.OpenedAt), write.Zone, write.Stop));
        }
    }

    /// <summary>R11: the customer accepted the quote; R3 runs from here.</summary>
    public Task<Result> AcceptQuote(string number, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.HandleCases);
        return CaseDesk.Change(writer, number, request, (write, file) => Task.FromResult(file.Case.AcceptQuote(actor, write.Now)), stop);
    }

    /// <summary>超时原因: says why a promise was broken, for the month's report.</summary>
    public async Task<Result> LateReason(string number, PromiseKind kind, string? reason, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.HandleCases);
        var book = await lists.Book(stop);
        return await CaseDesk.Change(writer, number, request, (write, file) =>
        {
            var promise = file.Case.PromiseOf(kind);
            var faults = new Checks()
                .When(string.IsNullOrEmpty(reason), "Shared.Required", "Reason")
                .When(!string.IsNullOrEmpty(reason) && !book.Offers(TermKind.LateReason, reason), "Shared.NotInList", "Reason")
                .When(promise is null || (promise.State != PromiseState.Late && !promise.Overdue(write.Now)), "Cases.PromiseNotBroken")
                .Problems;
            if (faults.Count > 0)
            {
                return Task.FromResult(Result.Refused(faults));
            }

            promise!.LateReason = reason;
            file.Case.Tell(CaseEventKind.LateReasonGiven, actor, write.Now, null, null, ("promise", kind.ToString()), ("reason", reason));
            return Task.FromResult(Result.Done);
        }, stop);
    }

    private static string? Ms(DateTimeOffset? at) => at is { } instant ? TextRule.Invariant(instant.ToUnixTimeMilliseconds()) : null;
}
