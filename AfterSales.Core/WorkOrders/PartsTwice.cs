using AfterSales.Core.Assets;
using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>Parts of a report that say a piece which one before them says already, by its serial or by the component that they mean, or that the machine holds already.</summary>
internal static class PartsTwice
{
    /// <summary>A serial is one piece's.</summary>
    public static IReadOnlyList<Problem> Serials(IReadOnlyList<ReportPart> parts) =>
    [
        .. Twice(parts, nameof(ReportPart.OldSerial), "WorkOrders.OldSerialTwice", p => (TextRule.Key(p.OldSerial), p.OldSerial)),
        .. Twice(parts, nameof(ReportPart.NewSerial), "WorkOrders.NewSerialTwice", p => (TextRule.Key(p.NewSerial), p.NewSerial)),
    ];

    /// <summary>A component in the machine is replaced once, whether its serial was read off or not, and none is put in that was in it already when the case came in.</summary>
    public static IReadOnlyList<Problem> Components(IReadOnlyList<MountedPart> mounted, IReadOnlyList<ReportPart> parts, DateOnly opened) =>
    [
        .. Twice(parts, nameof(ReportPart.OldSerial), "WorkOrders.SameComponent", p => MountedPart.Meant(mounted, p) is { } own ? (TextRule.Invariant(own.Id), own.Name) : default),
        .. parts.Select((p, at) => MountedPart.Fitted(mounted, p, opened) is { } there ? new Problem("WorkOrders.NewSerialFitted", Field(at, nameof(ReportPart.NewSerial)), at + 1, p.NewSerial, there.Name) : null).OfType<Problem>(),
    ];

    private static string Field(int at, string field) => FormattableString.Invariant($"Parts[{at}].{field}");

    private static IEnumerable<Problem> Twice(IEnumerable<ReportPart> parts, string field, string code, Func<ReportPart, (string? Key, string? Name)> piece)
    {
        var firsts = new Dictionary<string, int>();
        foreach (var (part, at) in parts.Select((p, i) => (p, i)))
        {
            if (piece(part) is ({ Length: > 0 } key, var name) && !firsts.TryAdd(key, at))
            {
                yield return new(code, Field(at, field), name, firsts[key] + 1);
            }
        }
    }
}
