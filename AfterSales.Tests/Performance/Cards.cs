using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Performance;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Performance;

/// <summary>Rows for scorecards of October 2026 in Shanghai, evaluated on 24 November at 10:00.</summary>
internal static class Cards
{
    public static readonly Period October = Period.Parse("2026-10")!;

    private static long next = 1000;

    /// <summary>Company wall time as an instant: "10-05 09:00" of 2026.</summary>
    public static DateTimeOffset At(string monthDayTime) =>
        TestHouse.Zone.Instant(DateTime.ParseExact("2026-" + monthDayTime, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    public static DateTimeOffset? Or(string? monthDayTime) => monthDayTime is null ? null : At(monthDayTime);

    public static CaseFacts Case(
        string opened, CaseType type = CaseType.Repair, string? resolved = null, string? closed = null, long? asset = null, string symptom = "", string? area = "north", long? engineer = null) => new()
        {
            CaseId = Interlocked.Increment(ref next), OpenedAt = At(opened), Type = type, ResolvedAt = Or(resolved), RepliedAt = Or(resolved), ClosedAt = Or(closed),
            AssetId = asset, SymptomKey = symptom, Area = area, EngineerId = engineer, Channel = Channel.Phone, CustomerId = 1,
            Handling = resolved is null ? null : (long)(At(resolved) - At(opened)).TotalMilliseconds,
        };

    public static AnswerRow Answer(CaseFacts of, string at, int score, AnswerSource source = AnswerSource.Callback, bool replaced = false, string? recorded = null) =>
        new() { Id = Interlocked.Increment(ref next), CaseId = of.CaseId, AnsweredAt = At(at), RecordedAt = At(recorded ?? at), Source = source, Score = score, Replaced = replaced };

    public static CallbackRow Window(CaseFacts of, string ends, string? answered = null, CallbackState? state = null) =>
        new() { Id = Interlocked.Increment(ref next), CaseId = of.CaseId, EndsAt = At(ends), AnsweredAt = Or(answered), State = state ?? (answered is null ? CallbackState.Due : CallbackState.Answered) };

    public static Evaluation Judge(Period? period = null, string cutoff = "11-24 10:00") =>
        new(period ?? October, TestHouse.Zone, At(cutoff), [Baseline.Policy()]);

    public static Scorecard Card(params CaseFacts[] cases) => Card(cases, Judge());

    public static Scorecard Card(CaseFacts[] cases, Evaluation by, AnswerRow[]? answers = null, CallbackRow[]? callbacks = null, CustomerRow[]? customers = null) =>
        new(new PeriodRows(cases.AsQueryable(), (answers ?? []).AsQueryable(), (callbacks ?? []).AsQueryable(), (customers ?? []).AsQueryable()), by);

    /// <summary>"numerator/denominator" of a figure as summed up, which what it lists must equal.</summary>
    public static async Task<string> Of(this Scorecard card, FigureKey key)
    {
        var figure = (await card.Sum())[key];
        Assert.Equal(figure, Figure.Of(key, await card.Count(key)));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{figure.Numerator}/{figure.Denominator}");
    }
}
