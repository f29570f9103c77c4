namespace AfterSales.Core.Assets;

/// <summary>The components of a machine as the tree that they are. Pure.</summary>
public static class ComponentTree
{
    /// <summary>
    /// Each with how deep it sits, outer before inner; what is in the machine before what was taken out, by name. What sits in
    /// itself, which only a broken file says, stands last and is not lost.
    /// </summary>
    public static IReadOnlyList<(Component Component, int Depth)> Ordered(IReadOnlyList<Component> all)
    {
        var (inside, seen) = (all.ToLookup(c => c.WithinId), new HashSet<long>());
        IEnumerable<(Component, int)> Branch(IEnumerable<Component> parts, int depth) => parts
            .OrderBy(c => c.RemovedOn is not null).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id).Where(c => seen.Add(c.Id))
            .SelectMany(c => Branch(inside[c.Id], depth + 1).Prepend((c, depth)));
        return [.. Branch(inside[null], 0), .. Branch(all, 0)];
    }

    /// <summary>Everything that sits in a component, however deep; never itself, whatever the file says.</summary>
    public static IReadOnlyList<Component> Inside(IReadOnlyList<Component> all, long id)
    {
        var seen = new HashSet<long> { id };
        IEnumerable<Component> Branch(long outer) => all.Where(c => c.WithinId == outer && seen.Add(c.Id)).SelectMany(c => Branch(c.Id).Prepend(c));
        return [.. Branch(id)];
    }

    /// <summary>What a component sits in, from the nearest out to the outermost.</summary>
    public static IReadOnlyList<Component> Outside(IReadOnlyDictionary<long, Component> all, Component c)
    {
        var outer = new List<Component>();
        for (var at = c; at.WithinId is { } within && within != c.Id && all[within] is var next && !outer.Contains(next); at = next)
        {
            outer.Add(next);
        }

        return outer;
    }

    /// <summary>True where a component would sit in itself if it sat there.</summary>
    public static bool Closes(IReadOnlyList<Component> all, long id, long? within) =>
        within == id || Inside(all, id).Any(c => c.Id == within);
}
