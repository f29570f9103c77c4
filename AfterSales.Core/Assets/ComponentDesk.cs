using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>A component in the tree, with what took its place.</summary>
public sealed record ComponentRow(long Id, int Depth, ComponentForm Form, string? ReplacedBy, string? CaseNumber, ComponentForm After);

/// <summary>部件 of a machine: read as a tree, added, changed, replaced.</summary>
public sealed class ComponentDesk(Sight sight, Writer writer, Lists lists, BusinessClock clock, Actor actor)
{
    /// <summary>Most components of one machine.</summary>
    public const int Most = 500;

    /// <summary>The tree, outer before inner.</summary>
    public async Task<IReadOnlyList<ComponentRow>> Read(string serial, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await sight.Open(stop);
        var id = await db.Assets.Where(a => a.SerialNo == serial).Select(a => (long?)a.Id).SingleOrDefaultAsync(stop) ?? throw new MissingException($"machine {serial}");
        var all = await db.Components.AsNoTracking().Where(c => c.AssetId == id).ToListAsync(stop);
        var cases = all.Select(c => c.CaseId).OfType<long>().Distinct().ToList();
        var numbers = await db.Cases.Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, stop);
        return
        [
            .. ComponentTree.Ordered(all).Select(c => new ComponentRow(
                c.Component.Id, c.Depth, ComponentForm.Of(c.Component),
                all.Find(o => o.Id == c.Component.ReplacedById) is { } by ? by.Serial ?? by.Name : null,
                c.Component.CaseId is { } on ? numbers[on] : null, ComponentForm.After(c.Component, clock.Today))),
        ];
    }

    /// <summary>A new component.</summary>
    public Task<Result> Add(string serial, ComponentForm form, Guid request, CancellationToken stop = default) =>
        Change(serial, 0, form, request, (write, all, assetId) => Fresh(write, all, assetId, form), stop);

    /// <summary>Changes one; taken out, all that sits in it goes with it. What somebody else changed meanwhile is told field by field.</summary>
    public Task<Result> Edit(string serial, long id, ComponentForm form, Guid request, CancellationToken stop = default) =>
        Change(serial, id, form, request, async (write, all, _) =>
        {
            var book = await lists.Book(write.Stop);
            var own = Find(all, id);
            var conflicts = form.Conflicts(ComponentForm.Of(own), await write.Db.LastChangedBy(nameof(Component), TextRule.Invariant(id), write.Stop),
                (field, value) => field == nameof(form.WithinId) ? all.Find(c => c.Id == (long?)value)?.Name : book.Told(field, value));
            if (conflicts.Count > 0)
            {
                return Result.Refused(conflicts);
            }

            var removed = own.RemovedOn is null ? form.RemovedOn : null;
            form.Fill(own);
            if (removed is { } day)
            {
                ComponentFile.TakeOut(all, own, day, own.ReplacedById);
            }

            return Result.Done;
        }, stop);

    /// <summary>
    /// Takes one out and fits the typed one in its place, on the day that the new one was fitted: with the reason, and told
    /// what becomes of the parts in it.
    /// </summary>
    public Task<Result> Replace(string serial, long id, ComponentForm form, Guid request, CancellationToken stop = default) =>
        Change(serial, 0, form, request, async (write, all, assetId) =>
        {
            var old = Find(all, id);
            var inner = ComponentTree.Inside(all, id).Where(c => c.RemovedOn is null).ToList();
            var faults = Unfit(all, old, inner, form);
            if (faults.Count > 0)
            {
                return Result.Refused(faults);
            }

            if (await Fresh(write, all, assetId, form) is { Ok: false } full)
            {
                return full;
            }

            if (form.Inner == InnerParts.Keep)
            {
                ComponentFile.Hand(all, old, all[^1].Id);
            }

            ComponentFile.TakeOut(all, old, form.FittedOn!.Value, all[^1].Id);
            old.RemovedFor = form.RemovedFor;
            return Result.Done;
        }, stop);

    private static IReadOnlyList<Problem> Unfit(List<Component> all, Component old, IReadOnlyList<Component> inner, ComponentForm form) => old.RemovedOn is not null
        ? [new Problem("Shared.ChangedMeanwhile")]
        : new Checks()
            .When(form.FittedOn is null, "Shared.Required", nameof(form.FittedOn))
            .When(form.RemovedFor is null, "Shared.Required", nameof(form.RemovedFor))
            .When(ComponentTree.Closes(all, old.Id, form.WithinId), "Assets.WithinItself", nameof(form.WithinId))
            .When(inner.Count > 0 && form.Inner is null, "Assets.InnerAsked", nameof(form.Inner), inner.Select(c => c.Name).ToList())
            .Problems;

    private async Task<Result> Change(string serial, long id, ComponentForm form, Guid request, Func<Write, List<Component>, long, Task<Result>> change, CancellationToken stop)
    {
        actor.Must(Permission.EditCustomers);
        var faults = form.Check(await lists.Book(stop), clock.Today);
        return faults.Count > 0 ? Result.Refused(faults) : await writer.Run(request, async write =>
        {
            var assetId = await write.Db.Assets.Where(a => a.SerialNo == serial).Select(a => (long?)a.Id).SingleOrDefaultAsync(write.Stop) ?? throw new MissingException($"machine {serial}");
            var all = await ComponentFile.Open(write, assetId);
            var unfit = ComponentFile.Faults(all, id, form);
            write.Touch("assets");
            return unfit.Count > 0 ? Result.Refused(unfit) : await change(write, all, assetId);
        }, stop);
    }

    private static async Task<Result> Fresh(Write write, List<Component> all, long assetId, ComponentForm form)
    {
        if (all.Count >= Most)
        {
            return new Problem("Assets.TooManyComponents", null, Most);
        }

        var fresh = new Component { AssetId = assetId, Name = "" };
        form.Fill(fresh);
        await ComponentFile.Add(write, all, fresh);
        return Result.Done;
    }

    private static Component Find(List<Component> all, long id) => all.Find(c => c.Id == id) ?? throw new MissingException($"component {id}");
}
