using AfterSales.Core.Cases;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Data.SampleData;

/// <summary>What stands still today, so that each role finds work on its start page; some of it at risk, some overdue.</summary>
internal static class WaitingWork
{
    private static readonly (Halt Halt, CaseType Type, double Share, double FromHours, double ToHours)[] Kinds =
    [
        (Halt.Unreplied, CaseType.Repair, 5, 0.2, 6), (Halt.Unreplied, CaseType.Enquiry, 3, 0.2, 26), (Halt.Undispatched, CaseType.Repair, 14, 0.5, 44), (Halt.Undispatched, CaseType.Installation, 3, 10, 60),
        (Halt.Undispatched, CaseType.Maintenance, 3, 4, 50), (Halt.OnHold, CaseType.Repair, 5, 30, 120), (Halt.Assigned, CaseType.Repair, 8, 4, 40), (Halt.Declined, CaseType.Repair, 2, 8, 30),
        (Halt.Accepted, CaseType.Repair, 10, 8, 44), (Halt.ExemptionAsked, CaseType.Repair, 3, 16, 40), (Halt.OnSite, CaseType.Repair, 4, 40, 70), (Halt.BackEntered, CaseType.Repair, 3, 40, 80),
        (Halt.Unfinished, CaseType.Repair, 5, 60, 110), (Halt.NoSignature, CaseType.Repair, 3, 60, 120), (Halt.Unreported, CaseType.Complaint, 3, 2, 44), (Halt.Reported, CaseType.Complaint, 4, 12, 60),
        (Halt.Known, CaseType.Complaint, 2, 20, 50),
    ];

    /// <summary>Stages that an engineer has on the phone; every third of the first ones goes to the engineer whom the sign-in page names, who is at one place only.</summary>
    private static readonly Halt[] OnPhone = [Halt.Assigned, Halt.Accepted, Halt.OnSite, Halt.Unfinished];

    /// <summary>About so many, in the order of their intake.</summary>
    public static IReadOnlyList<Fate> Of(int count, SampleSetting setting, Dice dice)
    {
        var fates = new List<Fate>(count);
        var all = Kinds.Sum(k => k.Share);
        foreach (var (halt, type, share, from, to) in Kinds)
        {
            var some = (int)Math.Round(count * share / all);
            for (var i = 0; i < some; i++)
            {
                var own = OnPhone.Contains(halt) && i % 3 == 0 && i < 12 && (halt != Halt.OnSite || i == 0) ? setting.Engineers[0].Id : (long?)null;
                var ago = TimeSpan.FromHours(from + (to - from) * (i + dice.Real(0, 1)) / some);
                fates.Add(new Fate(Called(DateTimeOffset.FromUnixTimeSeconds((setting.Now - ago).ToUnixTimeSeconds()), setting.Zone, dice), halt, type, own));
            }
        }

        return [.. fates.OrderBy(f => f.OpenedAt)];
    }

    /// <summary>The same instant, or where nobody takes calls then, the evening before.</summary>
    private static DateTimeOffset Called(DateTimeOffset at, TimeZoneInfo zone, Dice dice)
    {
        var local = zone.Local(at);
        var evening = DateOnly.FromDateTime(local).AddDays(local.Hour < 8 ? -1 : 0).ToDateTime(new TimeOnly(17, dice.Int(0, 60), dice.Int(0, 60)));
        return local.Hour is >= 8 and < 20 ? at : zone.Instant(evening);
    }
}
