using AfterSales.Core.Assets;

namespace AfterSales.Core.Warranty;

/// <summary>三包: reads a machine's warranty and rights off its preset, purely, as of a day (R20–R24).</summary>
public static class SanBao
{
    /// <summary>The meter's reading; without a policy everything is unknown.</summary>
    public static WarrantyReading Read(WarrantyPolicy? policy, WarrantyFacts known, DateOnly day)
    {
        if (policy is null || known.Start is not { } start)
        {
            return new(State(policy, known, day), [], [], 0, null);
        }

        var facts = known.Until(day);
        return new(
            State(policy, known, day),
            [.. Own(policy, facts, day), .. Fitted(policy, facts, day)],
            new SanBaoRights(policy, facts, start, day).Counts(),
            RepairDays.Of(facts.Repairs, day).Count,
            Compensated(policy, facts, day));
    }

    /// <summary>The whole machine's state alone.</summary>
    public static WarrantyState State(WarrantyPolicy? policy, WarrantyFacts known, DateOnly day) => policy is null
        ? WarrantyState.On(day, null, 0)
        : WarrantyState.On(day, known, policy.MachineMonths, policy.MachineMeter, policy.Prolongs);

    private static IEnumerable<PartState> Own(WarrantyPolicy policy, WarrantyFacts facts, DateOnly day) =>
        policy.Parts.Select(p => new PartState(p.Assembly, p.Main, null, WarrantyState.On(day, facts, p.Months, p.Meter, policy.Prolongs)));

    /// <summary>A part fitted in a repair, or by hand as in one, runs from the day it was done, its meter from what was run by then; without a reading by months alone.</summary>
    private static IEnumerable<PartState> Fitted(WarrantyPolicy policy, WarrantyFacts facts, DateOnly day)
    {
        if (policy.FittedMonths is not { } months)
        {
            return [];
        }

        PartState Fresh(string assembly, DateOnly on, string? by) => new(assembly, policy.Parts.Exists(p => p.Assembly == assembly && p.Main), by,
            WarrantyState.On(day, facts with { Start = on, Repairs = [] }, months, facts.Run(on) + policy.FittedMeter, false))
        { FittedOn = on };
        return
        [
            .. from repair in facts.Repairs where repair.To is not null from assembly in repair.Replaced select Fresh(assembly, repair.To!.Value, repair.Case),
            .. facts.ByHandAlone.Select(p => Fresh(p.Assembly, p.On, null)),
        ];
    }

    private static Compensation? Compensated(WarrantyPolicy policy, WarrantyFacts facts, DateOnly day) =>
        policy.CompensationMost > 0 && facts is { PriceFen: { } price, Unit: MeterUnit.Km } && facts.Run(day) is { } km
            ? new(price, km, policy.CompensationLeast, policy.CompensationMost) : null;
}
