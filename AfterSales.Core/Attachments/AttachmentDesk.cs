using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Attachments;

/// <summary>
/// 附件 of cases and their work orders: who may see the case may see them; of those, agents, supervisors and engineers add.
/// 资料 of machines: who may see the machine may see them, who may change it adds and takes away.
/// </summary>
public sealed class AttachmentDesk(Sight sight, Writer writer, FileStore store, Actor actor)
{
    /// <summary>All of a case, the newest first, those taken away too.</summary>
    public async Task<IReadOnlyList<AttachmentRow>> Of(string caseNumber, CancellationToken stop = default)
    {
        await using var db = await sight.Open(stop);
        var id = await Seen(db, caseNumber, stop);
        var (any, me) = (actor.May(Permission.HandleCases), actor.Id);
        return await Rows(db, db.Attachments.Where(a => a.CaseId == id), any, me).ToListAsync(stop);
    }

    /// <summary>All of a machine, the newest first, those taken away too.</summary>
    public async Task<IReadOnlyList<AttachmentRow>> OfMachine(string serial, CancellationToken stop = default)
    {
        await using var db = await sight.Open(stop);
        var id = await db.Assets.Where(a => a.SerialNo == serial).VisibleTo(db, actor).Select(a => (long?)a.Id).SingleOrDefaultAsync(stop) ?? throw new MissingException($"machine {serial}");
        return await Rows(db, db.Attachments.Where(a => a.AssetId == id), actor.May(Permission.EditCustomers), null).ToListAsync(stop);
    }

    /// <summary>Adds a file to a case, and to its work order where one is named.</summary>
    public async Task<Result> Attach(string caseNumber, string? orderNumber, string? name, Stream content, Guid request, CancellationToken stop = default)
    {
        actor.MustAny(Permission.Intake, Permission.OwnWork);
        await using (var db = await sight.Open(stop))
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

    /// <summary>Adds a document to a machine. To a machine of a customer made anonymous nothing is added.</summary>
    public async Task<Result> AttachToMachine(string serial, string? name, Stream content, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        await using (var db = await sight.Open(stop))
        {
            await Machine(db, serial, stop);
        }

        var stored = await store.Take(name, content, stop);
        return !stored.Ok ? Result.Refused(stored.Problems) : await writer.Run(request, async write =>
        {
            var asset = await Machine(write.Db, serial, write.Stop);
            await AssetFile.Hold(write, asset.Id);
            var refused = new Checks()
                .When(await write.Db.Customers.AnyAsync(c => c.Id == asset.CustomerId && c.AnonymousAt != null, write.Stop), "Customers.IsAnonymous")
                .When(await write.Db.Attachments.CountAsync(a => a.AssetId == asset.Id && a.RemovedAt == null, write.Stop) >= AttachmentLimits.MostOfMachine, "Attachments.TooManyOfMachine", "File", AttachmentLimits.MostOfMachine)
                .Problems;
            if (refused.Count > 0)
            {
                return Result.Refused(refused);
            }

            write.Db.Attachments.Add(Row(write, name, stored.Value, null, null, asset.Id));
            write.Touch("assets");
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
            var owner = await there.Select(a => new { a.CaseId, a.AssetId }).SingleOrDefaultAsync(write.Stop) ?? throw new MissingException($"attachment {id}");
            await (owner.AssetId is { } asset ? RemoveFromMachine(write, there, id, asset, reason) : RemoveFromCase(write, there, id, owner.CaseId!.Value, reason));
            return Result.Done;
        }, stop);
    }

    /// <summary>One to read; <see cref="MissingException"/> for what is not there for the actor.</summary>
    public async Task<OpenedFile> Open(long id, CancellationToken stop = default)
    {
        await using var db = await sight.Open(stop);
        var (cases, machines) = (db.Cases.VisibleTo(db, actor), db.Assets.VisibleTo(db, actor));
        var found = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.RemovedAt == null && (machines.Any(m => m.Id == a.AssetId) || cases.Any(c => c.Id == a.CaseId)), stop);
        return found is not null && store.Has(found.Hash) ? new(found.Name, found.FileKind, store.Open(found.Hash)) : throw new MissingException($"attachment {id}");
    }

    /// <summary>Adds a stored file in the case's own transaction.</summary>
    internal static void Add(Write write, ServiceCase c, long? orderId, string? name, StoredFile stored)
    {
        var added = Row(write, name, stored, c.Id, orderId, null);
        write.Db.Attachments.Add(added);
        c.Tell(CaseEventKind.Attached, write.Actor, write.Now, null, null, ("name", added.Name));
    }

    private async Task RemoveFromCase(Write write, IQueryable<Attachment> there, long id, long caseId, string? reason)
    {
        await CaseScope.Must(write.Db, actor, caseId, write.Stop);
        var file = await CaseFile.Open(write, caseId);
        var found = await Left(there, id, write.Stop);
        if (!actor.May(Permission.HandleCases) && found.AddedById != actor.Id)
        {
            throw new ForbiddenException($"attachment {found.Id}");
        }

        found.Remove(TextRule.Kept(reason)!, actor, write.Now);
        file.Case.Tell(CaseEventKind.AttachmentRemoved, actor, write.Now, found.RemoveReason, null, ("name", found.Name));
        await file.Settle();
    }

    private async Task RemoveFromMachine(Write write, IQueryable<Attachment> there, long id, long assetId, string? reason)
    {
        await AssetScope.Must(write.Db, actor, assetId, write.Stop);
        actor.Must(Permission.EditCustomers);
        await AssetFile.Hold(write, assetId);
        (await Left(there, id, write.Stop)).Remove(TextRule.Kept(reason)!, actor, write.Now);
        write.Touch("assets");
    }

    /// <summary>Read once its owner is held: of two who take it away at once, the second finds it gone.</summary>
    private static async Task<Attachment> Left(IQueryable<Attachment> there, long id, CancellationToken stop) => await there.SingleOrDefaultAsync(stop) ?? throw new MissingException($"attachment {id}");

    private static Attachment Row(Write write, string? name, StoredFile stored, long? caseId, long? orderId, long? assetId) => new()
    {
        CaseId = caseId, WorkOrderId = orderId, AssetId = assetId, Name = FileName.Shown(name, stored.Kind), FileKind = stored.Kind, Size = stored.Size, Hash = stored.Hash,
        AddedById = write.Actor.Id, AddedAt = write.Now,
    };

    private static IQueryable<AttachmentRow> Rows(AfterSalesDb db, IQueryable<Attachment> of, bool any, long? me) => of.AsNoTracking().OrderByDescending(a => a.Id).Select(a => new AttachmentRow(
        a.Id, a.Name, a.FileKind, a.Size, a.AddedAt, db.Users.Where(p => p.Id == a.AddedById).Select(p => p.Name).FirstOrDefault(),
        db.WorkOrders.Where(o => o.Id == a.WorkOrderId).Select(o => o.Number).FirstOrDefault(),
        a.RemovedAt, db.Users.Where(p => p.Id == a.RemovedById).Select(p => p.Name).FirstOrDefault(), a.RemoveReason,
        a.RemovedAt == null && (any || (me != null && a.AddedById == me))));

    private static async Task<Asset> Machine(AfterSalesDb db, string serial, CancellationToken stop) =>
        await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.SerialNo == serial, stop) ?? throw new MissingException($"machine {serial}");

    private async Task<long> Seen(AfterSalesDb db, string number, CancellationToken stop) =>
        await db.Cases.Where(c => c.Number == number).VisibleTo(db, actor).Select(c => (long?)c.Id).SingleOrDefaultAsync(stop) ?? throw new MissingException($"case {number}");
}
