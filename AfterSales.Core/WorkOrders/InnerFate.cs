using AfterSales.Core.Assets;

namespace AfterSales.Core.WorkOrders;

/// <summary>What becomes of the parts that sit in one that a report replaces; of a finished report, what became of them by the machine's file.</summary>
/// <param name="Place">Where they go.</param>
/// <param name="Outer">What the replaced one sat in; null is the machine itself.</param>
/// <param name="Parts">Which they are; of a finished report those taken out alone.</param>
public sealed record InnerFate(InnerPlace Place, string? Outer, IReadOnlyList<string> Parts)
{
    /// <summary>Of a part of a report in work; null where nothing sits in what it replaces.</summary>
    public static InnerFate? Of(IReadOnlyList<MountedPart> mounted, ReportPart part) => MountedPart.Meant(mounted, part) is { Inner.Count: > 0 } old
        ? new(Where(part, old.Outer), old.Outer, old.Inner) : null;

    /// <summary>Of a part of a report finished on a day; null where the file knows of nothing. Its tick stands only where something was kept.</summary>
    public static InnerFate? Done(IReadOnlyList<Component> all, ReportPart part, DateOnly day)
    {
        if (Replaced(all, part, day) is not { } old)
        {
            return null;
        }

        var outer = all.FirstOrDefault(c => c.Id == old.WithinId);
        var place = Where(part, outer?.Name);
        if (place == InnerPlace.TakenOut)
        {
            var gone = MountedPart.Names(ComponentTree.Inside(all, old.Id).Where(c => c.RemovedOn == old.RemovedOn && c.ReplacedById is null));
            return gone.Count > 0 ? new(place, null, gone) : null;
        }

        // Taken out the same day, the outer one says itself what became of the parts in it.
        return place == InnerPlace.Outer && outer!.RemovedOn == old.RemovedOn ? null : new(place, outer is null ? null : MountedPart.Named(outer), []);
    }

    private static InnerPlace Where(ReportPart part, string? outer) => !part.KeepsInner ? InnerPlace.TakenOut
        : part.NewSerial is not null ? InnerPlace.Fresh
        : outer is not null ? InnerPlace.Outer : InnerPlace.Machine;

    /// <summary>What the part took out: by what took its place, else by its serial and the day.</summary>
    private static Component? Replaced(IReadOnlyList<Component> all, ReportPart part, DateOnly day) =>
        (from c in all
         where c.RemovedOn is not null && !part.ExchangesNothing && (part.OldSerial is null || MountedPart.Same(c.Serial, part.OldSerial))
         let fresh = all.FirstOrDefault(f => f.Id == c.ReplacedById)
         where part.NewSerial is null ? fresh is null && part.OldSerial is not null && c.RemovedOn >= day : MountedPart.Same(fresh?.Serial, part.NewSerial)
         orderby c.RemovedOn < day, c.RemovedOn
         select c).FirstOrDefault();
}

/// <summary>Where the parts in a replaced one go.</summary>
public enum InnerPlace
{
    /// <summary>They are taken out with it.</summary>
    TakenOut = 1,

    /// <summary>Kept, into the new one.</summary>
    Fresh = 2,

    /// <summary>Kept, no new one is named: into what the old one sat in.</summary>
    Outer = 3,

    /// <summary>Kept, no new one is named and the old one sat in nothing: into the machine itself.</summary>
    Machine = 4,
}
