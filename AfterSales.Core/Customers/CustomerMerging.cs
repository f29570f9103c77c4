using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>Which file goes on with what of the other: their versions as they were looked at, and the fields taken from the other.</summary>
public sealed class MergeForm
{
    /// <summary>The version of the file that goes on.</summary>
    public long Version { get; set; }

    /// <summary>The version of the other.</summary>
    public long OtherVersion { get; set; }

    /// <summary>Taken from the other; the rest stays.</summary>
    public List<MergeField> Taken { get; set; } = [];
}

/// <summary>Two files side by side before they are made one.</summary>
public sealed record MergeView(MergeSide Here, MergeSide Other, IReadOnlyList<MergeField> Different);

/// <summary>One of them and what hangs on it.</summary>
public sealed record MergeSide(string Code, CustomerForm Form, int Contacts, int Sites, int Machines, int Cases);

/// <summary>合并客户: two files become one, in one transaction and with every other write kept waiting; it can be undone as a whole.</summary>
public sealed class CustomerMerging(Sight sight, Writer writer, Actor actor)
{
    /// <summary>Both files as they stand; refused at once where they can't be made one.</summary>
    public async Task<Result<MergeView>> Read(string code, string other, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        await using var db = await sight.Open(stop);
        var (survivor, gone) = (await Find(db, code, stop), await Find(db, other, stop));
        var against = await Against(db, survivor, gone, stop);
        if (against.Count > 0)
        {
            return Result<MergeView>.Refused(against);
        }

        var (here, there) = (await Side(db, survivor, stop), await Side(db, gone, stop));
        return new MergeView(here, there, MergeFields.Different(here.Form, there.Form));
    }

    /// <summary>
    /// The other's file goes into this one: contacts, places, machines, cases, calls move; its number and phones lead here from
    /// now on. The earlier first contact and filing day hold. Refused when either was changed since it was looked at.
    /// </summary>
    public Task<Result> Merge(string code, string other, MergeForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        return writer.Run(request, async write =>
        {
            await Writer.Alone(write);
            var (survivor, gone) = (await Find(write.Db, code, write.Stop), await Find(write.Db, other, write.Stop));
            // One that was merged meanwhile was changed by that, which needn't be said again.
            var against = await Against(write.Db, survivor, gone, write.Stop);
            var faults = against.Count > 0 ? against : new Checks()
                .When(survivor.Version != form.Version || gone.Version != form.OtherVersion, "Shared.ChangedMeanwhile")
                .When(form.Taken.Exists(f => !Enum.IsDefined(f)), "Shared.NotInList", nameof(form.Taken)).Problems;
            if (faults.Count > 0)
            {
                return Result.Refused(faults);
            }

            await Merge(write, survivor, gone, form.Taken);
            return Result.Done;
        }, stop);
    }

    /// <summary>
    /// Takes the merge of a customer's file apart again: what was moved goes back, with what was added to it since; fields
    /// changed since stay. Refused after <see cref="CustomerMerge.UndoDays"/> days, and while a later merge stands on it: the
    /// survivor's own, or the next one into it.
    /// </summary>
    public Task<Result> Undo(string goneCode, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        return writer.Run(request, async write =>
        {
            await Writer.Alone(write);
            var gone = await Find(write.Db, goneCode, write.Stop);
            var merge = await write.Db.CustomerMerges.SingleOrDefaultAsync(m => m.GoneId == gone.Id && m.UndoneAt == null, write.Stop) ?? throw new MissingException($"merge of {goneCode}");
            var survivor = await write.Db.Customers.SingleAsync(c => c.Id == merge.SurvivorId, write.Stop);
            var faults = new Checks()
                .When(write.Now > merge.At.AddDays(CustomerMerge.UndoDays), "Customers.UndoTooLate", null, CustomerMerge.UndoDays)
                .When(survivor.AnonymousAt is not null, "Customers.IsAnonymous")
                .When(survivor.MergedIntoId is not null || await write.Db.CustomerMerges.AnyAsync(m => m.SurvivorId == survivor.Id && m.UndoneAt == null && m.Id > merge.Id, write.Stop), "Customers.UndoLaterFirst").Problems;
            if (faults.Count > 0)
            {
                return Result.Refused(faults);
            }

            await Undo(write, merge, survivor, gone);
            return Result.Done;
        }, stop);
    }

    private static async Task Merge(Write write, Customer survivor, Customer gone, List<MergeField> taken)
    {
        var (before, form, from) = (CustomerForm.Of(survivor), CustomerForm.Of(survivor), CustomerForm.Of(gone));
        taken.ForEach(field => MergeFields.Take(field, form, from));
        form.Fill(survivor);
        var merge = new CustomerMerge
        {
            SurvivorId = survivor.Id, GoneId = gone.Id, At = write.Now, PersonId = write.Actor.Id, Before = before, After = form,
            FirstContactBefore = survivor.FirstContactOn, FiledBefore = survivor.FiledOn, FiledByBefore = survivor.FiledById,
            Moved = await MergedRows.Of(write.Db, gone.Id, survivor.Id, write.Stop),
        };
        write.Db.CustomerMerges.Add(merge);
        (survivor.FirstContactOn, survivor.FiledOn, survivor.FiledById) = Earlier(merge, gone);
        gone.MergedIntoId = survivor.Id;
        await write.Db.SaveChangesAsync(write.Stop);
        await MergedRows.Prefer(write.Db, merge.Moved.Preferred, await write.Db.Contacts.AnyAsync(c => c.CustomerId == survivor.Id && c.Preferred, write.Stop) is false, write.Stop);
        await MergedRows.Move(write.Db, merge.Moved, gone.Id, survivor.Id, write.Stop);
        await CustomerFile.FileIfComplete(write, survivor);
        Touch(write);
    }

    private async Task Undo(Write write, CustomerMerge merge, Customer survivor, Customer gone)
    {
        var form = CustomerForm.Of(survivor);
        foreach (var field in MergeFields.Different(merge.Before, merge.After).Where(f => MergeFields.Same(f, form, merge.After)))
        {
            MergeFields.Take(field, form, merge.Before);
        }

        form.Fill(survivor);
        var (first, filed, _) = Earlier(merge, gone);
        survivor.FirstContactOn = survivor.FirstContactOn == first ? merge.FirstContactBefore : survivor.FirstContactOn;
        if (survivor.FiledOn == (filed ?? write.Zone.DayOf(merge.At)))
        {
            (survivor.FiledOn, survivor.FiledById) = (merge.FiledBefore, merge.FiledByBefore);
        }

        (gone.MergedIntoId, merge.UndoneAt, merge.UndoneById) = (null, write.Now, actor.Id);
        await write.Db.SaveChangesAsync(write.Stop);
        await MergedRows.Move(write.Db, await MergedRows.WithLater(write.Db, merge, write.Stop), survivor.Id, gone.Id, write.Stop);
        if (!await write.Db.Contacts.AnyAsync(c => c.CustomerId == gone.Id && c.Preferred, write.Stop))
        {
            await MergedRows.Prefer(write.Db, merge.Moved.Preferred, true, write.Stop);
        }
        Touch(write);
    }

    /// <summary>What a merge makes of first contact and filing: the earlier of both hold.</summary>
    private static (DateOnly? FirstContactOn, DateOnly? FiledOn, long? FiledById) Earlier(CustomerMerge merge, Customer gone)
    {
        var first = gone.FirstContactOn < merge.FirstContactBefore ? gone.FirstContactOn : merge.FirstContactBefore ?? gone.FirstContactOn;
        return gone.FiledOn is not null && !(merge.FiledBefore <= gone.FiledOn) ? (first, gone.FiledOn, gone.FiledById) : (first, merge.FiledBefore, merge.FiledByBefore);
    }

    private static void Touch(Write write)
    {
        foreach (var topic in new[] { "customers", "assets", "cases", "callbacks" })
        {
            write.Touch(topic);
        }
    }

    /// <summary>Why the two can't be made one, whatever was chosen.</summary>
    private static async Task<IReadOnlyList<Problem>> Against(AfterSalesDb db, Customer survivor, Customer gone, CancellationToken stop)
    {
        var both = new[] { survivor, gone };
        var went = new[] { await Survivor.Went(db, survivor, stop), await Survivor.Went(db, gone, stop) }.OfType<Problem>();
        return survivor.Id == gone.Id ? [new("Customers.MergeSelf")]
        :
        [
            .. went,
            .. new Checks()
                .When(both.Any(c => c.AnonymousAt is not null), "Customers.IsAnonymous")
                .When(both.Any(c => c is { AnonymityAskedAt: not null, AnonymousAt: null }), "Customers.AnonymityUndecided").Problems,
        ];
    }

    private static async Task<Customer> Find(AfterSalesDb db, string code, CancellationToken stop) =>
        await db.Customers.SingleOrDefaultAsync(c => c.Code == code, stop) ?? throw new MissingException($"customer {code}");

    private static async Task<MergeSide> Side(AfterSalesDb db, Customer c, CancellationToken stop) => new(
        c.Code, CustomerForm.Of(c), await db.Contacts.CountAsync(x => x.CustomerId == c.Id, stop), await db.Sites.CountAsync(x => x.CustomerId == c.Id, stop),
        await db.Assets.CountAsync(x => x.CustomerId == c.Id, stop), await db.Cases.CountAsync(x => x.CustomerId == c.Id, stop));
}
