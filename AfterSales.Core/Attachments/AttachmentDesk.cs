using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Attachments;

/// <summary>附件 of cases and their work orders: who may see the case may see them; of those, agents, supervisors and engineers add.</summary>
public sealed class AttachmentDesk(IDbContextFactory<AfterSalesDb> factory, Writer writer, FileStore store, Actor actor)
{
    /// <summary>All of a case, the newest first, those taken away too.</summary>
    public async Task<IReadOnlyList<AttachmentRow>> Of(string caseNumber, CancellationToken stop = default)
    {
        await using var db = await factory.CreateDbContextAsync(stop);
        var id = await Seen(db, caseNumber, stop);
        var (any, me) = (actor.May(Permission.HandleCases), actor.Id);
        return await db.Attachments.AsNoTracking().Where(a => a.CaseId == id).OrderByDescending(a => a.Id).Select(a => new AttachmentRow(
            a.Id, a.Name, a.FileKind, a.Size, a.AddedAt, db.Users.Where(p => p.Id == a.AddedById).Select(p => p.Name).FirstOrDefault(),
            db.WorkOrders.Where(o => o.Id == a.WorkOrderId).Select(o => o.Number).FirstOrDefault(),
            a.RemovedAt, db.Users.Where(p => p.Id == a.RemovedById).Select(p => p.Name).FirstOrDefault(), a.RemoveReason,
            a.RemovedAt == null && (any || (me != null && a.AddedById == me)))).ToListAsync(stop);
    }

    /// <summary>Adds a file to a case, and to its work order where one is named.</summary>
    public async Task<Result> Attach(string caseNumber, string? orderNumber, string? name, Stream content, Guid request, CancellationToken stop = default)
    {
        actor.MustAny(Permission.Intake, Permission.OwnWork);
        await using (var db = await factory.CreateDbContextAsync(stop))
        {
            await Seen(db, caseNumber, stop);
        }

        var stored = await store.Take(name, content, stop);
        return !stored.Ok ? Result.Refused(stored.Problems) : await writer.Run(request, async write =>
        {
            var id = await Seen(write.Db, caseNumber, write.Stop);
            var file = await CaseFile.Open(write, id);
            var order = orderNumber is null ? (long?)null : await write.Db.WorkOrders.Where(o => o.CaseId == id && o.Number == orderNumber).Select(o => (long?)o.Id).SingleOrDefaultAsync(write.Stop)
                ?? throw new MissingException($"work order {orderNumber}");
            if (await write.Db.Attachments.CountAsync(a => a.CaseId == id && a.RemovedAt == null, write.Stop) >= AttachmentLimits.MostOfCase)
            {
                return new Problem("Attachments.TooMany", "File", AttachmentLimits.MostOfCase);
            }

            Add(write, file.Case, order, name, stored.Value);
            await file.Settle();
            return Result.Done;
        }, stop);
    }

    /// <summary>Keeps a file for an intake that is still being typed.</summary>
    public async Task<Result<ScanForm>> Keep(string? name, Stream content, CancellationToken stop = default)
    {
        actor.Must(Permission.Intake);
        var stored = await store.Take(name, content, stop);
        if (!stored.Ok)
        {
            return Result<ScanForm>.Refused(stored.Problems);
        }

        await writer.Aside(Guid.NewGuid(), write =>
        {
            write.Db.KeptFiles.Add(new KeptFile { Hash = stored.Value.Hash, PersonId = actor.Id, At = write.Now });
            return Task.CompletedTask;
        }, stop);
        return new ScanForm { Name = FileName.Shown(name, stored.Value.Kind), Hash = stored.Value.Hash };
    }

    /// <summary>Takes one away, with a reason; the row stays, its content goes with the next sweeps. An engineer takes away what is his.</summary>
    public async Task<Result> Remove(long id, string? reason, Guid request, CancellationToken stop = default)
    {
        actor.MustAny(Permission.HandleCases, Permission.OwnWork);
        var faults = new Checks().Text("Reason", reason, CaseLimits.Note, required: true).Problems;
        return faults.Count > 0 ? Result.Refused(faults) : await writer.Run(request, async write =>
        {
            var there = write.Db.Attachments.Where(a => a.Id == id && a.RemovedAt == null);
            var owner = await there.Select(a => (long?)a.CaseId).SingleOrDefaultAsync(write.Stop) ?? throw new MissingException($"attachment {id}");
            await CaseScope.Must(write.Db, actor, owner, write.Stop);
            var file = await CaseFile.Open(write, owner);
            var found = await there.SingleOrDefaultAsync(write.Stop) ?? throw new MissingException($"attachment {id}");
            if (!actor.May(Permission.HandleCases) && found.AddedById != actor.Id)
            {
                throw new ForbiddenException($"attachment {id}");
            }

            found.Remove(TextRule.Kept(reason)!, actor, write.Now);
            file.Case.Tell(CaseEventKind.AttachmentRemoved, actor, write.Now, found.RemoveReason, null, ("name", found.Name));
            await file.Settle();
            return Result.Done;
        }, stop);
    }

    /// <summary>One to read; <see cref="MissingException"/> for what is not there for the actor.</summary>
    public async Task<OpenedFile> Open(long id, CancellationToken stop = default)
    {
        await using var db = await factory.CreateDbContextAsync(stop);
        var cases = db.Cases.VisibleTo(db, actor);
        var found = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.RemovedAt == null && cases.Any(c => c.Id == a.CaseId), stop);
        return found is not null && store.Has(found.Hash) ? new(found.Name, found.FileKind, store.Open(found.Hash)) : throw new MissingException($"attachment {id}");
    }

    /// <summary>Adds a stored file in the case's own transaction.</summary>
    internal static void Add(Write write, ServiceCase c, long? orderId, string? name, StoredFile stored)
    {
        var shown = FileName.Shown(name, stored.Kind);
        write.Db.Attachments.Add(new Attachment
        {
            CaseId = c.Id, WorkOrderId = orderId, Name = shown, FileKind = stored.Kind, Size = stored.Size, Hash = stored.Hash, AddedById = write.Actor.Id, AddedAt = write.Now,
        });
        c.Tell(CaseEventKind.Attached, write.Actor, write.Now, null, null, ("name", shown));
    }

    private async Task<long> Seen(AfterSalesDb db, string number, CancellationToken stop) =>
        await db.Cases.Where(c => c.Number == number).VisibleTo(db, actor).Select(c => (long?)c.Id).SingleOrDefaultAsync(stop) ?? throw new MissingException($"case {number}");
}
