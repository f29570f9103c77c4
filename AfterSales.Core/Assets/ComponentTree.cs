namespace AfterSales.Core.Assets;

/// <summary>The components of a machine as the tree that they are. Pure.</summary>
public static class ComponentTree
{
    /// <summary>Each with how deep it sits, outer before inner; what is in the machine before what was taken out, by name.</summary>
    public static IReadOnlyList<(Component Component, int Depth)> Ordered(IReadOnlyList<Component> all)
    {
        var inside = all.ToLookup(c => c.WithinId);
        IEnumerable<(Component, int)> Branch(long? within, int depth) => inside[within]
            .OrderBy(c => c.RemovedOn is not null).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id)
            .SelectMany(c => Branch(c.Id, depth + 1).Prepend((c, depth)));
        return [.. Branch(null, 0)];
    }

    /// <summary>Everything that sits in a component, however deep.</summary>
    public static IReadOnlyList<Component> Inside(IReadOnlyList<Component> all, long id) =>
        [.. all.Where(c => c.WithinId == id).SelectMany(c => Inside(all, c.Id).Prepend(c))];

    /// <summary>True where a component would sit in itself if it sat there.</summary>
    public static bool Closes(IReadOnlyList<Component> all, long id, long? within) =>
        within == id || Inside(all, id).Any(c => c.Id == within);
}
