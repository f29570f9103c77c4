using AfterSales.Core.Cases;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Data.SampleData;

/// <summary>Who goes, and when: by the promise or the customer's own time, as far as somebody is free.</summary>
internal sealed partial class CaseStory
{
    /// <summary>Between the dispatch and the departure: the answer, perhaps a second one.</summary>
    private static readonly TimeSpan Preparation = TimeSpan.FromHours(2.7);

    private Errand Errand(long? only = null, long? not = null)
    {
        var work = c.Type == CaseType.Installation ? Dice.Hours(3.2, 5.3) : Dice.Hours(0.8, 5);
        return new(c.Area, Roster.Way(c.DistanceKm), new TimeSpan(6, Dice.Int(15, 60), Dice.Int(0, 60)), work, c.Impact == Impact.Stopped, only ?? fate.EngineerId, not);
    }

    /// <summary>The first trip of an order.</summary>
    private Trip? Book(Errand errand)
    {
        var now = Setting.Now;
        var soon = now + errand.Way + Dice.Hours(0.1, 9);
        var trip = fate.Halt switch
        {
            Halt.Assigned or Halt.Accepted or Halt.Declined or Halt.ExemptionAsked => stage.Roster.Find(errand, soon),
            Halt.OnSite or Halt.NoSignature => stage.Roster.UnderWay(errand, Before(now - Dice.Hours(1.2, 3), errand)) ?? stage.Roster.Find(errand, soon),
            Halt.BackEntered => stage.Roster.UnderWay(errand, Before(now - Dice.Hours(1.2, 1.9), errand)) ?? stage.Roster.Find(errand, soon),
            _ => ByPromise(errand),
        };
        return trip is null || trip.Departs < t ? null : stage.Roster.Keep(trip);
    }

    /// <summary>Mostly well within the promise; sooner, or by somebody of another area, where it would be broken.</summary>
    private Trip? ByPromise(Errand errand)
    {
        var earliest = t + Preparation + errand.Way;
        var late = c.Reopenings == 0 && Dice.Chance(0.03);
        var wanted = Wanted(late);
        var trip = stage.Roster.Find(errand, wanted > earliest ? wanted : earliest);
        earliest = c.CustomerTime is { } asked && asked.AddHours(-4) > earliest ? asked.AddHours(-4) : earliest;
        foreach (var area in new[] { errand.Area, "" })
        {
            if (!late && c.Reopenings == 0 && c.PromiseOf(PromiseKind.Arrival)?.DueAt is { } due && !(trip?.Arrives <= due) && stage.Roster.Find(errand with { Area = area }, earliest) is { } sooner && (trip is null || sooner.Arrives < trip.Arrives))
            {
                trip = sooner;
            }
        }

        return trip;
    }

    private DateTimeOffset Wanted(bool late)
    {
        if (c.PromiseOf(PromiseKind.Arrival) is not { } promise || c.Reopenings > 0)
        {
            return Daytime(t + Dice.Hours(4, 40));
        }

        if (c.CustomerTime is { } asked)
        {
            return asked + (late ? Dice.Hours(0.3, 3) : -Dice.Hours(0.1, 0.9));
        }

        return Whole(Daytime(promise.StartAt + promise.Target * (late ? Dice.Real(1.02, 1.4) : Dice.Real(0.25, 0.8))));
    }

    /// <summary>The same instant, or where nobody can be there by then on that day, an hour of the afternoon before.</summary>
    private DateTimeOffset Before(DateTimeOffset at, Errand errand)
    {
        var local = Setting.Zone.Local(at);
        var early = local.Hour < 8 || local.TimeOfDay < errand.Starts + errand.Way;
        var day = DateOnly.FromDateTime(local).AddDays(early ? -1 : 0);
        return !early && local.Hour < 18 ? at : Setting.Zone.Instant(day.ToDateTime(new TimeOnly(Dice.Int(14, 17), Dice.Int(0, 60), Dice.Int(0, 60))));
    }

    private Appointment Appoint(Trip trip)
    {
        var (zone, local) = (Setting.Zone, Setting.Zone.Local(trip.Arrives));
        var day = DateOnly.FromDateTime(local);
        DateTimeOffset At(int hour) => zone.Instant(day.ToDateTime(new TimeOnly(hour, 0)));
        var whole = zone.DayOf(trip.Leaves) > day ? 0 : Dice.Int(0, 4);
        return local.Hour == 12 && whole > 0 ? new(AppointmentKind.Time, At(12), At(14)) : whole switch
        {
            0 => new(AppointmentKind.Days, zone.StartOf(day), zone.StartOf(day.AddDays(Dice.Int(2, 4)))),
            1 => new(AppointmentKind.Time, At(local.Hour), At(local.Hour + 2)),
            _ => local.Hour < 12 ? new(AppointmentKind.Morning, At(8), At(12)) : new(AppointmentKind.Afternoon, At(13), At(18)),
        };
    }
}
