using System.Globalization;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Assets;

/// <summary>The place in a machine's history after which a page begins, the newest first.</summary>
/// <param name="At">The last line's instant.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Id">Its row.</param>
public sealed record HistoryPlace(DateTimeOffset At, HistoryKind Kind, long Id)
{
    /// <summary>Before the newest.</summary>
    public static readonly HistoryPlace First = new(DateTimeOffset.FromUnixTimeMilliseconds(7_258_118_400_000), 0, 0);

    /// <summary>As an address writes it.</summary>
    public string Word => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}-{(int)Kind}-{Id}");

    /// <summary>The place that a word names; nonsense is the first.</summary>
    public static HistoryPlace Read(string? word) => word?.Split('-') is [var at, var kind, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms <= First.At.ToUnixTimeMilliseconds()
        && int.TryParse(kind, NumberStyles.None, CultureInfo.InvariantCulture, out var what) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(ms), (HistoryKind)what, row) : First;

    /// <summary>What of one kind comes after it.</summary>
    internal HistoryRest Rest(HistoryKind kind, TimeZoneInfo zone)
    {
        var day = zone.DayOf(At);
        var (midnight, later, same) = (zone.StartOf(day) == At, kind > Kind, kind == Kind);
        return new(At, later, same, day, !midnight || later, midnight && same, Id);
    }
}

/// <summary>A place as seen from one kind of line: which of that kind come after it.</summary>
/// <param name="At">Earlier instants do.</param>
/// <param name="AtToo">So do those at the instant itself.</param>
/// <param name="AtLower">Of those at the instant itself, the ones with a lower key.</param>
/// <param name="Day">Of those of which only the day is known, earlier days do.</param>
/// <param name="DayToo">So do those of the day itself.</param>
/// <param name="DayLower">Of those of the day itself, the ones with a lower key.</param>
/// <param name="Id">The key.</param>
internal sealed record HistoryRest(DateTimeOffset At, bool AtToo, bool AtLower, DateOnly Day, bool DayToo, bool DayLower, long Id);
