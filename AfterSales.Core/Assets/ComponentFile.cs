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

    /// <summary>
    /// The parts of a completed report that have serials: the old one is taken out, the new one sits in its place. An old one
    /// that was not on file is filed as taken out. Done twice it changes nothing.
    /// </summary>
    public static async Task Replace(Write write, Asset asset, IEnumerable<ReportPart> parts, long caseId, DateOnly day)
    {
        var numbered = parts.Where(p => (p.OldSerial is not null || p.NewSerial is not null) && !p.SameSerial).OrderBy(p => p.Id).ToList();
        var all = numbered.Count == 0 ? [] : await Open(write, asset.Id);
        foreach (var part in numbered)
        {
            var old = all.Find(c => Is(c, part.OldSerial)) ?? Only(all, part) ?? await Unfiled(write, all, part, asset.Id, caseId, day);
            var fresh = part.NewSerial is null ? null : all.Find(c => Is(c, part.NewSerial)) ?? await Add(write, all, new Component
            {
                AssetId = asset.Id, CaseId = caseId, Name = part.Name, PartNo = part.PartNo ?? old?.PartNo, Assembly = part.Assembly ?? old?.Assembly,
                Serial = part.NewSerial, WithinId = old?.WithinId, FittedOn = day, WarrantyFrom = day, WarrantyMonths = old?.WarrantyMonths,
            });
            if (old is { RemovedOn: null })
            {
                TakeOut(all, old, day, fresh?.Id);
            }
        }
    }

    /// <summary>Where nobody read the old serial off: the one assembly of its kind in the machine; of several nobody knows which.</summary>
    private static Component? Only(List<Component> all, ReportPart part) =>
        part is { OldSerial: null, NewSerial: not null, Assembly: not null } && !all.Exists(c => Is(c, part.NewSerial)) && all.FindAll(c => c.RemovedOn is null && c.Assembly == part.Assembly) is [var only] ? only : null;

    /// <summary>A part taken out of which nobody knew; null where no serial was read off it, or it is filed already.</summary>
    private static async Task<Component?> Unfiled(Write write, List<Component> all, ReportPart part, long assetId, long caseId, DateOnly day) =>
        part.OldSerial is null || all.Exists(c => c.RemovedOn == day && SameSerial(c, part.OldSerial)) ? null : await Add(write, all, new Component
        {
            AssetId = assetId, CaseId = caseId, Name = part.Name, PartNo = part.PartNo, Assembly = part.Assembly, Serial = part.OldSerial,
        });

    /// <summary>True for a component in the machine with this serial.</summary>
    private static bool Is(Component c, string? serial) => c.RemovedOn is null && SameSerial(c, serial);

    private static bool SameSerial(Component c, string? serial) => TextRule.Key(serial) is { Length: > 0 } key && TextRule.Key(c.Serial) == key;
}
