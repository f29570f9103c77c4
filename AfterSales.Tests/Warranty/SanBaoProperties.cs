using AfterSales.Core.Settings;
using AfterSales.Core.Warranty;
using CsCheck;
using static AfterSales.Tests.Support.Times;
using static AfterSales.Tests.Warranty.Presets;

namespace AfterSales.Tests.Warranty;

/// <summary>三包, whatever the repairs are.</summary>
public sealed class SanBaoProperties
{
    private static readonly DateOnly Start = Day("2025-01-01");

    private static readonly Gen<RepairFact> Repairs =
        from begin in Gen.Int[0, 900]
        from days in Gen.Int[1, 120]
        from fault in Gen.OneOf("a", "b", "")
        from safety in Gen.Bool
        from part in Gen.OneOf("engine", "frame", "starter")
        from wait in Gen.OneOf("part", "internal", "customer")
        from came in Gen.Int[0, 20]
        let first = Start.AddDays(begin)
        let last = first.AddDays(days - 1)
        select new RepairFact($"SC-{begin:000}-{days}", first.AddDays(-came), first, last, fault, safety, [part], [new WaitFact(first, last, wait)]);

    private static readonly Gen<WarrantyPolicy> Policies = Gen.OneOf(Defaults.Warranties().ToArray());

    private static readonly Gen<List<MeterFact>> Readings = Gen.Int[0, 900].Array[0, 6].Select(days => days.Order().Select(d => new MeterFact(Start.AddDays(d), d * 90)).ToList());

    [Fact]
    public void More_repair_days_never_shorten_a_warranty() => Gen.Select(Policies, Repairs.Array[0, 6], Repairs, Readings, Gen.Int[0, 1200]).Sample((policy, repairs, more, readings, at) =>
    {
        var (day, facts) = (Start.AddDays(at), new WarrantyFacts(Start, null, readings, repairs, null));
        var (before, after) = (SanBao.State(policy, facts, day), SanBao.State(policy, facts with { Repairs = [.. repairs, more] }, day));
        Assert.True(after.LastDay >= before.LastDay && after.DaysLeft >= before.DaysLeft);
    });

    [Fact]
    public void A_right_once_arisen_does_not_vanish_by_a_later_repair_or_by_time() => Gen.Select(Policies, Repairs.Array[0, 8], Repairs, Readings, Gen.Int[0, 1200], Gen.Int[0, 200]).Sample((policy, repairs, more, readings, at, later) =>
    {
        var (day, facts) = (Start.AddDays(at), new WarrantyFacts(Start, null, readings, repairs, null));
        var known = facts.Until(day).Repairs;
        var further = more with { From = more.From > day ? more.From : day.AddDays(1), To = null, Waits = [] };
        var after = Arisen(SanBao.Read(policy, facts with { Repairs = [.. repairs, further] }, day.AddDays(later)));
        Assert.Empty(Arisen(SanBao.Read(policy, facts, day)).Except(after));
        Assert.True(known.Count <= repairs.Length);
    });

    [Fact]
    public void The_same_facts_under_an_older_policy_give_the_older_answer() => Gen.Select(Repairs.Array[0, 8], Gen.Int[0, 1200]).Sample((repairs, at) =>
    {
        var (day, facts) = (Start.AddDays(at), new WarrantyFacts(Start, null, [], repairs, null));
        var (older, newer) = (SanBao.Read(Cars2013, facts, day), SanBao.Read(Cars2022, facts, day));
        Assert.Empty(Arisen(older).Where(r => r.Trigger is RightTrigger.RepairDays or RightTrigger.SameFault).Except(Arisen(newer)));
        Assert.All(older.Counts.Where(c => c.Right.Trigger == RightTrigger.RepairDays), c => Assert.Equal(36, c.Needed));
    });

    private static IEnumerable<(RightTrigger Trigger, RightClaim Claim, string? Of)> Arisen(WarrantyReading reading) =>
        reading.Arisen.Select(c => (c.Right.Trigger, c.Right.Claim, c.Of));
}
