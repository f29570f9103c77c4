using AfterSales.Core.Cases;
using AfterSales.Core.Promises;
using AfterSales.Tests.Support;
using CsCheck;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Promises;

/// <summary>R1–R4: which promises a case carries under the standard policy.</summary>
public sealed class PromisePlanTests
{
    private static readonly DateTimeOffset Opened = At("2026-11-24 10:00");

    private static readonly PromiseGrounds Repair = new(Opened, CaseType.Repair, ServiceMode.OnSite, 640, null, false, null);

    [Fact]
    public void R2_every_type_is_replied_to_within_24_hours() =>
        Assert.All(Enum.GetValues<CaseType>(), type => Assert.Equal(At("2026-11-25 10:00"), Due(Repair with { Type = type }, PromiseKind.FirstReply)));

    [Theory]
    [InlineData(0, 24)]
    [InlineData(300, 24)]
    [InlineData(301, 48)]
    [InlineData(640, 48)]
    [InlineData(1000, 48)]
    [InlineData(1001, 72)]
    [InlineData(20_000, 72)]
    public void R3_arrival_follows_the_road_distance(int km, int hours)
    {
        var arrival = Of(Repair with { DistanceKm = km }, PromiseKind.Arrival)!;
        Assert.Equal(("R3", km, Opened, Hours(hours)), (arrival.Rule, arrival.DistanceKm!.Value, arrival.StartAt, arrival.Target));
    }

    [Fact]
    public void R3_an_unknown_distance_promises_no_arrival() => Assert.Null(Of(Repair with { DistanceKm = null }, PromiseKind.Arrival));

    [Theory]
    [InlineData(ServiceMode.Remote)]
    [InlineData(ServiceMode.Workshop)]
    [InlineData(ServiceMode.SentIn)]
    public void R3_only_a_job_on_site_promises_an_arrival(ServiceMode mode) =>
        Assert.Null(Of(Repair with { Mode = mode, CustomerTime = Opened.AddHours(9) }, PromiseKind.Arrival));

    [Fact]
    public void R2_the_customers_own_time_comes_before_the_distance()
    {
        var grounds = Repair with { CustomerTime = At("2026-12-01 08:30") };
        Assert.Equal("R2", Of(grounds, PromiseKind.Arrival)!.Rule);
        Assert.Equal(At("2026-12-01 08:30"), Due(grounds, PromiseKind.Arrival));
        Assert.Equal(At("2026-12-01 08:30"), Due(grounds with { DistanceKm = null }, PromiseKind.Arrival));
    }

    [Fact]
    public void R3_R11_out_of_warranty_arrival_and_handling_are_promised_from_the_accepted_quote()
    {
        var accepted = Repair with { QuoteFirst = true, QuoteAcceptedAt = At("2026-11-26 09:00") };
        Assert.Equal(At("2026-11-25 10:00"), Due(accepted, PromiseKind.FirstReply));
        Assert.Equal(At("2026-11-28 09:00"), Due(accepted, PromiseKind.Arrival));
        Assert.Equal(At("2026-11-30 09:00"), Due(accepted, PromiseKind.Handling));
        Assert.Equal(At("2026-11-28 09:00"), Due(accepted with { DistanceKm = null }, PromiseKind.Handling));
    }

    /// <summary>The customer's own time is promised on the condition that the quote is accepted before it; else R3 counts from the acceptance.</summary>
    [Theory]
    [InlineData("2026-11-25 09:00", "R2", "2026-11-25 14:00", "2026-11-27 14:00")]
    [InlineData("2026-11-25 14:00", "R3", "2026-11-27 14:00", "2026-11-29 14:00")]
    [InlineData("2026-11-26 09:00", "R3", "2026-11-28 09:00", "2026-11-30 09:00")]
    public void R2_R11_the_customers_own_time_holds_where_the_quote_is_accepted_before_it(string accepted, string rule, string arrival, string handling)
    {
        var grounds = Repair with { QuoteFirst = true, CustomerTime = At("2026-11-25 14:00"), QuoteAcceptedAt = At(accepted) };
        Assert.Equal(rule, Of(grounds, PromiseKind.Arrival)!.Rule);
        Assert.Equal((At(arrival), At(handling)), (Due(grounds, PromiseKind.Arrival)!.Value, Due(grounds, PromiseKind.Handling)!.Value));
    }

    [Fact]
    public void R1_handled_within_48_hours_or_48_after_the_arrival_is_due()
    {
        Assert.Equal(At("2026-11-26 10:00"), Due(Repair with { Mode = ServiceMode.Remote }, PromiseKind.Handling));
        Assert.Equal(At("2026-11-26 10:00"), Due(Repair with { DistanceKm = null }, PromiseKind.Handling));
        Assert.Equal(At("2026-11-28 10:00"), Due(Repair, PromiseKind.Handling));
        Assert.Equal(At("2026-12-03 08:30"), Due(Repair with { CustomerTime = At("2026-12-01 08:30") }, PromiseKind.Handling));
    }

    [Fact]
    public void R4_a_complaint_not_met_on_the_spot_is_reported_within_2_days()
    {
        var complaint = Repair with { Type = CaseType.Complaint, Mode = ServiceMode.Remote };
        Assert.Equal(At("2026-11-26 10:00"), Due(complaint, PromiseKind.ComplaintReport));
        Assert.Null(Of(complaint with { AnsweredOnSpot = true }, PromiseKind.ComplaintReport));
        Assert.Null(Of(complaint, PromiseKind.SolutionTold));
    }

    [Theory]
    [InlineData("2026-11-25 00:00:00.000", "2026-11-25 23:59:59.999")]
    [InlineData("2026-11-25 09:00", "2026-11-25 23:59:59.999")]
    [InlineData("2026-12-31 23:59:59.998", "2026-12-31 23:59:59.999")]
    [InlineData("2026-12-31 23:59:59.999", "2026-12-31 23:59:59.999")]
    public void R4_the_customer_is_told_on_the_day_the_solution_is_known(string known, string due) =>
        Assert.Equal(At(due), Due(Repair with { Type = CaseType.Complaint, SolutionKnownAt = At(known) }, PromiseKind.SolutionTold));

    [Fact]
    public void Only_a_complaint_has_the_promises_of_R4() =>
        Assert.All(
            Enum.GetValues<CaseType>().Where(t => t != CaseType.Complaint),
            type => Assert.DoesNotContain(Plan(Repair with { Type = type, SolutionKnownAt = Opened }), p => p.Rule == "R4"));

    [Fact]
    public void Nobody_is_promised_the_handling_before_the_arrival() =>
        Gen.Select(Gen.Int[0, 5_000].Nullable(), Gen.Int[1, 20_000].Nullable(), Gen.Bool).Sample((km, wished, quote) =>
        {
            var grounds = Repair with { DistanceKm = km, CustomerTime = wished is { } m ? Opened.AddMinutes(m) : null, QuoteFirst = quote, QuoteAcceptedAt = quote ? Opened.AddHours(5) : null };
            var plan = Plan(grounds);
            Assert.Equal(plan.Count, plan.Select(p => p.Kind).Distinct().Count());
            Assert.Equal(plan, Plan(grounds));
            Assert.True(Due(grounds, PromiseKind.Arrival) is not { } arrival || arrival < Due(grounds, PromiseKind.Handling));
        });

    private static IReadOnlyList<PlannedPromise> Plan(PromiseGrounds grounds) => PromisePlan.Of(grounds, Baseline.Policy(), TestHouse.Zone);

    private static PlannedPromise? Of(PromiseGrounds grounds, PromiseKind kind) => Plan(grounds).SingleOrDefault(p => p.Kind == kind);

    private static DateTimeOffset? Due(PromiseGrounds grounds, PromiseKind kind) =>
        Of(grounds, kind) is { } planned ? PromiseClock.Reach(planned.StartAt, planned.Target, []) : null;
}
