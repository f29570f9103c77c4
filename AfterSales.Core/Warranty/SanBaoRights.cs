namespace AfterSales.Core.Warranty;

/// <summary>
/// Counts toward the rights of a preset. Each is counted in the order of time, within the months and the meter in which
/// rights arise; so a later repair adds to what is counted and takes nothing from what arose.
/// </summary>
internal sealed class SanBaoRights(WarrantyPolicy policy, WarrantyFacts facts, DateOnly start, DateOnly day)
{
    private readonly WarrantyState window = WarrantyState.On(day, facts, policy.ExchangeMonths ?? policy.MachineMonths, policy.ExchangeMeter ?? policy.MachineMeter, policy.Prolongs);

    /// <summary>Of each right how far it is.</summary>
    public IReadOnlyList<RightCount> Counts() => [.. policy.Rights.SelectMany(Of)];

    private IEnumerable<RightCount> Of(WarrantyRight right) => right.Trigger switch
    {
        RightTrigger.EarlyFault or RightTrigger.EarlyGraveFault => Early(right),
        RightTrigger.SafetyFault => [Times(right, null, Within.Where(r => r.Safety).Select(r => (r.Reported, r.Case)), right.Limit + 1)],
        RightTrigger.PartReplaced => Each(right, Replacements, right.Limit),
        RightTrigger.SameFault => Each(right, Faults(r => r.Fault), right.Limit + 1),
        RightTrigger.BusySeason => Each(right, Faults(r => Busy(r.Reported) ? r.Fault : ""), right.Limit + 1, Season),
        RightTrigger.RepairDays => [Days(right, null, RepairDays.Of(Within, day), [.. Within.Select(r => r.Case)], Within.Any(r => r.To is null))],
        RightTrigger.PartWait => Within.Select(r => Days(right, null, RepairDays.Waiting(r, policy.PartHolds, day), [r.Case], r.To is null)).Where(c => c.Counted > 0),
        RightTrigger.OwnDelay => Within.Select(r => Days(right, null, RepairDays.Waiting(r, policy.OwnHolds, day), [r.Case], r.To is null)).Where(c => c.Counted > 0),
        _ => Again(right),
    };

    /// <summary>The repairs of faults reported while rights can arise.</summary>
    private IEnumerable<RepairFact> Within => facts.Repairs.Where(r => r.Reported >= start && r.Reported <= window.LastDay);

    /// <summary>Parts replaced by hand for a fault, each as a repair without a case; what the report of a repair of that day replaced is that repair's.</summary>
    private IEnumerable<RepairFact> ByHand => facts.ByHandAlone.Where(p => p.Fault && p.On >= start && p.On <= window.LastDay)
        .Select(p => new RepairFact("", p.On, p.On, p.On, "", false, [p.Assembly], []));

    private IEnumerable<(string Key, DateOnly On, string Case)> Replacements => Within.Concat(ByHand)
        .SelectMany(r => r.Replaced.Where(a => policy.Parts.Exists(p => p.Assembly == a && p.Main)), (r, a) => (a, r.To ?? r.From, r.Case));

    private IEnumerable<(string Key, DateOnly On, string Case)> Faults(Func<RepairFact, string> key) =>
        Within.Select(r => (key(r), r.Reported, r.Case)).Where(f => f.Item1.Length > 0);

    private IEnumerable<RightCount> Early(WarrantyRight right)
    {
        var last = start.AddDays(right.Limit);
        var hits = Within.Concat(ByHand).OrderBy(r => r.Reported).Where(r => r.Reported <= last && !(facts.Run(r.Reported) > right.Meter) && (right.Trigger == RightTrigger.EarlyFault || Grave(r))).ToList();
        var hit = hits.Find(r => Sure(right, r.Reported)) ?? hits.FirstOrDefault();
        var runs = day <= last && !(facts.Run(day) > right.Meter);
        return hit is null && !runs ? [] : [new(right, null, hit is null ? 0 : 1, 1, hit?.Reported, false, runs, Numbers(hit is null ? [] : [hit.Case]))
        {
            ByHand = hit is { Case: "" } ? 1 : 0, Unsure = hit is not null && !Sure(right, hit.Reported), Window = hit is null ? new(last, last.DayNumber - day.DayNumber + 1) : null,
        }];
    }

    /// <summary>A right that ends by the meter is a fact only where a reading says so.</summary>
    private bool Sure(WarrantyRight right, DateOnly on) => right.Meter is not { } most || facts.RanWithin(on, most);

    private bool Grave(RepairFact repair) => repair.Safety || repair.Replaced.Any(a => policy.Parts.Exists(p => p.Assembly == a && p.Main));

    private IEnumerable<RightCount> Each(WarrantyRight right, IEnumerable<(string Key, DateOnly On, string Case)> all, int needed, Func<DateOnly, DateOnly?>? season = null) =>
        all.GroupBy(f => (f.Key, Season: season?.Invoke(f.On))).Select(g => Times(right, g.Key.Key, g.Select(f => (f.On, f.Case)), needed) is var counted && g.Key.Season != season?.Invoke(day)
            ? counted with { Runs = false, Near = false } : counted).DefaultIfEmpty(Times(right, null, [], needed));

    private bool Busy(DateOnly on) => policy.BusyMonths.Contains(on.Month);

    /// <summary>R23: the first day of the run of busy months that a day is in, over the turn of a year too; null outside. Where all months are busy, a season is a year.</summary>
    private DateOnly? Season(DateOnly on)
    {
        if (!Busy(on))
        {
            return null;
        }

        var always = policy.BusyMonths.Distinct().Count() == 12;
        var first = new DateOnly(on.Year, on.Month, 1);
        while (Busy(first.AddMonths(-1)) && !(always && first.Month == 1))
        {
            first = first.AddMonths(-1);
        }

        return first;
    }

    private RightCount Times(WarrantyRight right, string? of, IEnumerable<(DateOnly On, string Case)> all, int needed)
    {
        var told = all.OrderBy(f => f.On).ThenBy(f => f.Case, StringComparer.Ordinal).ToList();
        DateOnly? arose = told.Count >= needed ? told[needed - 1].On : null;
        return new(right, of, told.Count, needed, arose, arose is null && Open && told.Count > 0 && told.Count == needed - 1, Open, Numbers(told.Select(f => f.Case))) { ByHand = told.Count(f => f.Case.Length == 0) };
    }

    private RightCount Days(WarrantyRight right, string? of, IReadOnlyList<DateOnly> days, IReadOnlyList<string> cases, bool goesOn)
    {
        DateOnly? arose = days.Count > right.Limit ? days[right.Limit] : null;
        var runs = right.Trigger == RightTrigger.RepairDays ? Open || goesOn : goesOn;
        return new(right, of, days.Count, right.Limit + 1, arose, arose is null && runs && days.Count > 0 && (days.Count == right.Limit || days.Count > right.Limit - policy.AmberDays), runs, cases);
    }

    /// <summary>
    /// R20: repaired goods run for so many days; the same fault within them, be it the same day as a case of its own, is the
    /// repair's. Where goods go back for that, the days after a repair are one step before.
    /// </summary>
    private IEnumerable<RightCount> Again(WarrantyRight right) => Back(right).Concat(right.Claim.Returns() && Open
        ? Within.Where(r => r.Fault.Length > 0 && r.To <= day && r.To?.AddDays(right.Limit) >= day).GroupBy(r => r.Fault).Select(g => new RightCount(right, g.Key, 0, 1, null, true, true, [g.Last().Case]))
        : []);

    private IEnumerable<RightCount> Back(WarrantyRight right) =>
        from repair in Within
        where repair.Fault.Length > 0
        let earlier = facts.Repairs.TakeWhile(r => r.Case != repair.Case).LastOrDefault(r => r.Fault == repair.Fault && r.To <= repair.Reported && r.To?.AddDays(right.Limit) >= repair.Reported)
        where earlier is not null
        select new RightCount(right, repair.Fault, 1, 1, repair.Reported, false, false, [earlier.Case, repair.Case]);

    private static IReadOnlyList<string> Numbers(IEnumerable<string> cases) => [.. cases.Where(c => c.Length > 0)];

    private bool Open => window.Cover == WarrantyCover.In;
}
