using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Assets;

/// <summary>A component in the machine as the parts of a report may mean it, with what sits in it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">What it is, with its serial where it has one.</param>
/// <param name="Serial">Its serial number.</param>
/// <param name="Assembly">Code of its assembly.</param>
/// <param name="Inner">What sits in it, however deep, named alike.</param>
/// <param name="Outer">What it sits in, named alike; null sits in the machine itself.</param>
/// <param name="Formers">The serials of what it took the place of, one each, and when; null has none on file.</param>
public sealed record MountedPart(long Id, string Name, string? Serial, string? Assembly, IReadOnlyList<string> Inner, string? Outer, IReadOnlyList<(string? Serial, DateOnly? On)> Formers)
{
    /// <summary>What is in a machine.</summary>
    public static IReadOnlyList<MountedPart> Of(IReadOnlyList<Component> all) =>
    [
        .. all.Where(c => c.RemovedOn is null).Select(c => new MountedPart(c.Id, Named(c), c.Serial, c.Assembly, Names(ComponentTree.Inside(all, c.Id).Where(i => i.RemovedOn is null)),
            all.FirstOrDefault(o => o.Id == c.WithinId) is { } outer ? Named(outer) : null, [.. all.Where(o => o.ReplacedById == c.Id).Select(o => (o.Serial, o.RemovedOn))])),
    ];

    /// <summary>
    /// The one that a report's part replaces: that of its old serial; where nobody read it off, the one assembly of its kind in
    /// the machine. Of several nobody knows which; null too where nothing is exchanged by a serial.
    /// </summary>
    public static MountedPart? Meant(IReadOnlyList<MountedPart> mounted, ReportPart part) => part switch
    {
        { ExchangesNothing: true } => null,
        { OldSerial: { } old } => mounted.FirstOrDefault(m => Same(m.Serial, old)),
        { NewSerial: { } fresh, Assembly: { } code } when !mounted.Any(m => Same(m.Serial, fresh)) && mounted.Where(m => m.Assembly == code).ToList() is [var only] => only,
        _ => null,
    };

    /// <summary>
    /// The one already in the machine that a report's part claims to put in; null too where the file knows that exchange as of
    /// <paramref name="since"/> or later, for it was entered by hand meanwhile.
    /// </summary>
    public static MountedPart? Fitted(IReadOnlyList<MountedPart> mounted, ReportPart part, DateOnly since) =>
        !part.ExchangesNothing && mounted.FirstOrDefault(m => Same(m.Serial, part.NewSerial)) is { } there
        && (Meant(mounted, part) is not null || !there.Formers.Any(f => f.On >= since && (part.OldSerial is null || Same(f.Serial, part.OldSerial)))) ? there : null;

    /// <summary>Two spellings of one serial.</summary>
    internal static bool Same(string? serial, string? other) => TextRule.Key(serial) is { Length: > 0 } key && TextRule.Key(other) == key;

    /// <summary>What it is, with its serial where it has one.</summary>
    internal static string Named(Component c) => c.Serial is { } serial ? $"{c.Name} {serial}" : c.Name;

    /// <summary>Each of them so.</summary>
    internal static IReadOnlyList<string> Names(IEnumerable<Component> parts) => [.. parts.Select(Named)];
}
