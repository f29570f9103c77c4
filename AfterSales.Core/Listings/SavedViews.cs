using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Listings;

/// <summary>The named views of lists and of the evaluation. Everybody has own ones; who may share may change and drop what is shared, whoever made it.</summary>
public sealed class SavedViews(Sight sight, IEnumerable<AddressedPage> all, Writer writer, Actor actor)
{
    /// <summary>What pages are told when one changes.</summary>
    public const string Topic = "views";

    /// <summary>One's own views of a list and the shared ones, by name.</summary>
    public async Task<IReadOnlyList<SavedViewRow>> Of(string list, CancellationToken stop = default)
    {
        Named(list).MustSee();
        await using var db = await sight.Open(stop);
        var (me, share) = (actor.Id, actor.May(Permission.ShareViews));
        return await db.SavedViews.AsNoTracking().Where(v => v.List == list && (v.OwnerId == me || v.Shared)).OrderBy(v => v.Name).ThenBy(v => v.Id)
            .Select(v => new SavedViewRow(
                v.Id, v.Name, v.List + v.Query, v.OwnerId == me, v.Shared, db.Users.Where(p => p.Id == v.OwnerId).Select(p => p.Name).FirstOrDefault(), v.Version, v.OwnerId == me || share)).ToListAsync(stop);
    }

    /// <summary>Keeps what an address shows under a name.</summary>
    public async Task<Result> Save(string list, string address, SavedViewForm form, Guid request, CancellationToken stop = default)
    {
        Named(list).MustSee();
        MustShare(form.Shared);
        var words = Named(list).Words(Address.Query(address));
        return Faults(form, words) is { Count: > 0 } faults ? Result.Refused(faults) : await writer.Run(request, async write =>
        {
            var name = TextRule.Kept(form.Name)!;
            if (await Taken(write, list, actor.Id!.Value, name, 0))
            {
                return new Problem("Listings.NameTaken", nameof(form.Name));
            }

            write.Db.SavedViews.Add(new SavedView { List = list, Name = name, Query = words, OwnerId = actor.Id.Value, Shared = form.Shared });
            write.Touch(Topic);
            return Result.Done;
        }, stop);
    }

    /// <summary>Another name, shared or no longer.</summary>
    public Task<Result> Change(long id, SavedViewForm form, Guid request, CancellationToken stop = default)
    {
        actor.MustAny(Permission.ReadAll, Permission.OwnWork);
        return Faults(form, "") is { Count: > 0 } faults ? Task.FromResult(Result.Refused(faults)) : One(id, form.Version, request, async (write, view) =>
        {
            var name = TextRule.Kept(form.Name)!;
            if (await Taken(write, view.List, view.OwnerId, name, view.Id))
            {
                return new Problem("Listings.NameTaken", nameof(form.Name));
            }

            MustShare(form.Shared && !view.Shared);
            (view.Name, view.Shared) = (name, form.Shared);
            return Result.Done;
        }, stop);
    }

    /// <summary>Drops it.</summary>
    public Task<Result> Drop(long id, int version, Guid request, CancellationToken stop = default)
    {
        actor.MustAny(Permission.ReadAll, Permission.OwnWork);
        return One(id, version, request, (write, view) =>
        {
            write.Db.SavedViews.Remove(view);
            return Task.FromResult(Result.Done);
        }, stop);
    }

    /// <summary>What somebody else changed or dropped meanwhile is told; another's own view is nobody's business.</summary>
    private Task<Result> One(long id, int version, Guid request, Func<Write, SavedView, Task<Result>> change, CancellationToken stop) => writer.Run(request, async write =>
    {
        var view = await write.Db.SavedViews.SingleOrDefaultAsync(v => v.Id == id, write.Stop);
        if (view is null || view.Version != version)
        {
            return new Problem("Shared.ChangedMeanwhile");
        }

        if (view.OwnerId != actor.Id && !(view.Shared && actor.May(Permission.ShareViews)))
        {
            throw new MissingException($"view {id}");
        }

        write.Touch(Topic);
        return await change(write, view);
    }, stop);

    private void MustShare(bool shares)
    {
        if (shares)
        {
            actor.Must(Permission.ShareViews);
        }
    }

    private static IReadOnlyList<Problem> Faults(SavedViewForm form, string words) =>
        words.Length > SavedView.MostQuery ? [.. form.Check(), new Problem("Listings.TooLongToKeep")] : form.Check();

    private static Task<bool> Taken(Write write, string list, long owner, string name, long but) =>
        write.Db.SavedViews.AnyAsync(v => v.List == list && v.OwnerId == owner && v.Name == name && v.Id != but, write.Stop);

    private AddressedPage Named(string list) => all.FirstOrDefault(l => l.Name == list) ?? throw new MissingException($"list {list}");
}
