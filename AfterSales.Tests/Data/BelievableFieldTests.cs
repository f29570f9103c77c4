using AfterSales.Core.Cases;
using AfterSales.Core.Promises;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Tests.Data;

/// <summary>What somebody of the trade would find impossible about the sample's visits.</summary>
public sealed class BelievableFieldTests(ToldSample told) : IClassFixture<ToldSample>
{
    private IEnumerable<Visit> Made => told.Orders.SelectMany(o => o.Visits).Where(v => v.DepartedAt is not null);

    /// <summary>R37: several sites in one trip, but one at a time.</summary>
    [Fact]
    public void An_engineer_is_at_one_place_at_a_time()
    {
        var clashes = Made.GroupBy(v => v.EngineerId).SelectMany(g => g.OrderBy(v => v.DepartedAt).Zip(g.OrderBy(v => v.DepartedAt).Skip(1)))
            .Where(pair => pair.Second.DepartedAt < (pair.First.LeftAt ?? told.Now)).ToList();
        Assert.Empty(clashes.Select(p => $"{p.First.EngineerId}: {p.First.DepartedAt:o}–{p.First.LeftAt:o}, {p.Second.DepartedAt:o}"));
    }

    /// <summary>R37: an engineer does one to four jobs a day, those to come included.</summary>
    [Fact]
    public void A_day_has_at_most_four_visits()
    {
        var days = told.Orders.SelectMany(o => o.Visits.Select(v => (v.EngineerId, Day: ToldSample.Day(v.ArrivedAt ?? v.Appointment.From)))).CountBy(v => v);
        Assert.DoesNotContain(days, d => d.Value > 4);
    }

    /// <summary>From one customer's gate to the next one's takes the road's time: no faster than 150 km/h on the longer way.</summary>
    [Fact]
    public void There_is_time_for_the_way()
    {
        var quick = Made.Where(v => v.ArrivedAt is not null).Where(v => v.ArrivedAt - v.DepartedAt < TimeSpan.FromHours(Math.Min(540, told.CaseOf[OrderOf(v).CaseId].DistanceKm ?? 0) / 150.0));
        Assert.Empty(quick.Select(v => OrderOf(v).Number));
    }

    [Fact]
    public void A_visit_goes_forward_and_by_day()
    {
        Assert.All(Made, v =>
        {
            Assert.True(OrderOf(v).AssignedAt <= v.DepartedAt && !(v.ArrivedAt <= v.DepartedAt) && !(v.LeftAt <= v.ArrivedAt), OrderOf(v).Number);
            Assert.InRange(ToldSample.Time(v.DepartedAt!.Value), new TimeOnly(6, 0), new TimeOnly(21, 0));
            Assert.InRange(ToldSample.Time(v.LeftAt ?? v.DepartedAt.Value), new TimeOnly(6, 0), new TimeOnly(22, 30));
        });
    }

    /// <summary>R37: the appointment is when the engineer comes, give or take two hours.</summary>
    [Fact]
    public void Engineers_come_when_they_are_appointed()
    {
        var missed = Made.Where(v => v.ArrivedAt is { } at && (at < v.Appointment.From.AddHours(-2) || at > v.Appointment.To.AddHours(2)));
        Assert.Empty(missed.Select(v => OrderOf(v).Number));
    }

    /// <summary>R2: nobody comes a day before the time that the customer set.</summary>
    [Fact]
    public void Nobody_comes_long_before_the_customers_own_time()
    {
        var asked = told.Cases.Where(c => c is { ArrivedAt: not null, CustomerTime: not null }).ToList();
        Assert.NotEmpty(asked);
        Assert.Empty(asked.Where(c => c.ArrivedAt < c.CustomerTime!.Value.AddHours(-6)).Select(c => c.Number));
    }

    /// <summary>Only a machine that stands makes somebody travel on a Sunday.</summary>
    [Fact]
    public void Sundays_are_for_machines_that_stand()
    {
        var sundays = Made.Where(v => v.ArrivedAt is { } at && ToldSample.Day(at).DayOfWeek == DayOfWeek.Sunday && v.LeftAt is not null).ToList();
        Assert.NotEmpty(sundays);
        Assert.Empty(sundays.Where(v => told.CaseOf[OrderOf(v).CaseId].Impact != Impact.Stopped).Select(v => OrderOf(v).Number));
    }

    /// <summary>R31: nobody there means no signature, no name, no score; or else all three are there.</summary>
    [Fact]
    public void Nobody_there_signs_nothing() => Assert.All(told.Reports.Where(r => r is { WorkOrderId: not null, CompletedAt: not null }), r =>
    {
        var (unsigned, signed) = (r.NoSignatureReason is not null, r.Signature is not null);
        Assert.True(unsigned != signed && signed == r.Score.HasValue && signed == (r.SignedBy is not null) && unsigned == (r.NoSignatureApprovedById is not null));
    });

    /// <summary>R31: the picture of a closed gate is no signature.</summary>
    [Fact]
    public void What_is_photographed_is_no_signature()
    {
        var signatures = told.Reports.Where(r => r.Signature is not null).Select(r => Convert.ToBase64String(r.Signature!)).ToHashSet();
        var photographed = told.Reports.Where(r => r.NoSignaturePicture is not null).ToList();
        Assert.NotEmpty(signatures);
        Assert.NotEmpty(photographed);
        Assert.DoesNotContain(photographed, r => signatures.Contains(Convert.ToBase64String(r.NoSignaturePicture!)));
    }

    /// <summary>R3, R33: most broken promises have their reason; a few are still the supervisor's work.</summary>
    [Fact]
    public void Most_broken_promises_have_their_reason()
    {
        var broken = told.Cases.SelectMany(c => c.Promises).Where(p => p.State == PromiseState.Late).ToList();
        Assert.InRange((double)broken.Count(p => p.LateReason is not null) / broken.Count, 0.8, 0.99);
        Assert.All(told.Cases, c => Assert.True(c.Promises.Count(p => p.LateReason is not null) <= c.Events.Count(e => e.Kind == CaseEventKind.LateReasonGiven)));
        Assert.DoesNotContain(broken, p => p is { Kind: PromiseKind.FirstReply, LateReason: "part" or "road" or "engineer" });
    }

    /// <summary>R31: parts belong to the machine and the fault, and the remedy names them; an enquiry replaces none.</summary>
    [Fact]
    public void Parts_causes_and_remedies_go_together() => Assert.All(told.Reports.Where(r => r.CompletedAt is not null), r =>
    {
        var type = told.CaseOf[r.CaseId].Type;
        Assert.True(type is CaseType.Repair or CaseType.Maintenance or CaseType.Recall || r.Parts.Count == 0, r.Remedy);
        Assert.All(r.Parts, p => Assert.Contains(p.Name, r.Remedy, StringComparison.Ordinal));
        Assert.True(type == CaseType.Repair == r.Cause is not null && (r.Cause != "not-found" || r.Parts.Count == 0), r.Remedy);
    });

    private WorkOrder OrderOf(Visit visit) => Orders[visit.WorkOrderId];

    private Dictionary<long, WorkOrder> Orders => orders ??= told.Orders.ToDictionary(o => o.Id);

    private Dictionary<long, WorkOrder>? orders;
}
