using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>A machine's components in a caller's transaction.</summary>
internal static class ComponentFile
{
    /// <summary>The components of a machine, which nobody else changes until the transaction ends.</summary>
    public static async Task<List<Component>> Open(Write write, long assetId)
    {
        await AssetFile.Hold(write, assetId);
        return await write.Db.Components.Where(c => c.AssetId == assetId).ToListAsync(write.Stop);
    }

    /// <summary>What is in a machine; nothing where there is none.</summary>
    public static async Task<IReadOnlyList<MountedPart>> Mounted(AfterSalesDb db, long? assetId, CancellationToken stop) =>
        assetId is { } id ? MountedPart.Of(await db.Components.AsNoTracking().Where(c => c.AssetId == id).OrderBy(c => c.Id).ToListAsync(stop)) : [];

    /// <summary>How a checked form doesn't fit the other components; <paramref name="id"/> is 0 for a new one.</summary>
    public static IReadOnlyList<Problem> Faults(IReadOnlyList<Component> all, long id, ComponentForm form)
    {
        var outer = all.FirstOrDefault(c => c.Id == form.WithinId);
        return new Checks()
            .When(form.WithinId is not null && outer is null, "Shared.NotInList", nameof(form.WithinId))
            .When(id != 0 && ComponentTree.Closes(all, id, form.WithinId), "Assets.WithinItself", nameof(form.WithinId))
            .When(form.RemovedOn is null && outer is { RemovedOn: not null }, "Assets.WithinRemoved", nameof(form.WithinId), outer?.Name)
            .When(form.RemovedOn is null && all.Any(c => c.Id != id && Is(c, form.Serial)), "Assets.SerialFitted", nameof(form.Serial))
            .Problems;
    }

    /// <summary>A new component.</summary>
    public static async Task<Component> Add(Write write, List<Component> all, Component fresh)
    {
        write.Db.Components.Add(fresh);
        await write.Db.SaveChangesAsync(write.Stop);
        all.Add(fresh);
        write.Touch("assets");
        return fresh;
    }

    /// <summary>A component is taken out, and with it all that sits in it.</summary>
    public static void TakeOut(IReadOnlyList<Component> all, Component old, DateOnly day, long? replacedBy)
    {
        old.ReplacedById = replacedBy;
        foreach (var each in ComponentTree.Inside(all, old.Id).Append(old).Where(c => c.RemovedOn is null))
        {
            each.RemovedOn = day > each.FittedOn || each.FittedOn is null ? day : each.FittedOn;
        }
    }

    /// <summary>What sits in a component goes on in another, or null in the machine itself, but for what that other is or sits in; answers what did.</summary>
    public static IReadOnlyList<Component> Hand(IReadOnlyList<Component> all, Component old, long? within, Func<Component, bool>? which = null)
    {
        var handed = all.Where(c => c.WithinId == old.Id && c.RemovedOn is null && !ComponentTree.Closes(all, c.Id, within) && which?.Invoke(c) != false).ToList();
        foreach (var part in handed)
        {
            part.WithinId = within;
        }

        return handed;
    }

    /// <summary>
    /// The parts of a completed report that have serials: the old one is taken out with what sits in it, unless that is kept,
    /// and the new one sits in its place. What the same report fitted into the old one goes on in the new one. An old one that
    /// was not on file is filed as taken out. A tick for keeping that kept nothing is taken away. Done twice it changes nothing.
    /// </summary>
    public static async Task Replace(Write write, Asset asset, IEnumerable<ReportPart> parts, long caseId, DateOnly day)
    {
        var numbered = parts.Where(p => (p.OldSerial is not null || p.NewSerial is not null) && !p.ExchangesNothing).OrderBy(p => p.Id).ToList();
        var all = numbered.Count == 0 ? [] : await Open(write, asset.Id);
        var (mounted, depths) = (MountedPart.Of(all), ComponentTree.Ordered(all).ToDictionary(c => c.Component, c => c.Depth));
        // What sits in another is replaced before that one.
        foreach (var (part, meant) in numbered.Select(p => (p, all.Find(c => c.Id == MountedPart.Meant(mounted, p)?.Id))).OrderByDescending(p => p.Item2 is { } own ? depths[own] : 0).ToList())
        {
            var old = meant ?? await Unfiled(write, all, part, asset.Id, caseId, day);
            var fresh = part.NewSerial is null ? null : all.Find(c => Is(c, part.NewSerial)) ?? await Add(write, all, new Component
            {
                AssetId = asset.Id, CaseId = caseId, Name = part.Name, PartNo = part.PartNo ?? old?.PartNo, Assembly = part.Assembly ?? old?.Assembly,
                Serial = part.NewSerial, WithinId = old?.WithinId, FittedOn = day, WarrantyFrom = day, WarrantyMonths = old?.WarrantyMonths,
            });
            if (old is { RemovedOn: null })
            {
                bool Ours(Component c) => c.CaseId == caseId && c.FittedOn == day;
                var handed = Hand(all, old, fresh?.Id ?? old.WithinId, part.KeepsInner ? null : Ours);
                part.KeepsInner = part.KeepsInner && !handed.All(Ours);
                TakeOut(all, old, day, fresh?.Id);
            }
        }
    }

    /// <summary>A part taken out of which nobody knew; null where no serial was read off it, or it is filed already: since the case came in, or in that exchange.</summary>
    private static async Task<Component?> Unfiled(Write write, List<Component> all, ReportPart part, long assetId, long caseId, DateOnly day)
    {
        if (part.OldSerial is null)
        {
            return null;
        }

        var since = write.Zone.DayOf(await write.Db.Cases.Where(c => c.Id == caseId).Select(c => c.OpenedAt).SingleAsync(write.Stop));
        var gone = all.Where(c => c.RemovedOn is not null && MountedPart.Same(c.Serial, part.OldSerial));
        return gone.Any(c => c.RemovedOn >= since || all.Exists(f => f.Id == c.ReplacedById && Is(f, part.NewSerial))) ? null : await Add(write, all, new Component
        {
            AssetId = assetId, CaseId = caseId, Name = part.Name, PartNo = part.PartNo, Assembly = part.Assembly, Serial = part.OldSerial,
        });
    }

    /// <summary>True for a component in the machine with this serial.</summary>
    private static bool Is(Component c, string? serial) => c.RemovedOn is null && MountedPart.Same(c.Serial, serial);
}
