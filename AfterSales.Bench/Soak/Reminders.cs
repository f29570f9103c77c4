using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Promises;
using AfterSales.Core.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Bench.Soak;

/// <summary>
/// What happens by itself, counted: each stage that a promise reached stands once on the timeline and was told once to each
/// person concerned; each callback that came up was told once. At rest, nothing that is due is left.
/// </summary>
internal static class Reminders
{
    private static readonly (PromiseStage Stage, CaseEventKind Line, NoticeKind Notice)[] Stages =
    [
        (PromiseStage.Warning, CaseEventKind.PromiseWarned, NoticeKind.PromiseAtRisk),
        (PromiseStage.Breach, CaseEventKind.PromiseBroken, NoticeKind.PromiseBroken),
        (PromiseStage.Escalation, CaseEventKind.PromiseEscalated, NoticeKind.PromiseEscalated),
    ];

    /// <summary>What is lost or doubled.</summary>
    public static async Task<IReadOnlyList<string>> Wrong(AfterSalesDb db) =>
        [.. await Promises(db), .. await Callbacks(db), .. await Actions(db)];

    /// <summary>True when whatever is due at the instant was done.</summary>
    public static async Task<bool> AtRest(AfterSalesDb db, DateTimeOffset now) =>
        !await db.Promises.AnyAsync(p => p.NextStageAt != null && p.NextStageAt <= now)
        && !await db.ScheduledActions.AnyAsync(a => a.State == ActionState.Pending && a.DueAt <= now);

    /// <summary>At rest: what should have been told by now by the clock's own sum, and was not. Cases once on hold are left out.</summary>
    public static async Task<IReadOnlyList<string>> Lost(AfterSalesDb db, DateTimeOffset now)
    {
        var open = await Unheld(db).Where(p => p.State == PromiseState.Open).ToListAsync();
        var policy = await db.ServicePolicies.AsNoTracking().FirstAsync();
        double Share(Promise p) => (now - p.StartAt) / p.Target * 100;
        var waiting = await db.Callbacks.Where(k => k.State == CallbackState.Waiting && k.NextCallAt <= now).Select(k => k.Id).ToListAsync();
        return
        [
            .. from p in open
               let due = Share(p) >= policy.EscalationPercent ? PromiseStage.Escalation : Share(p) >= 100 ? PromiseStage.Breach : Share(p) >= policy.WarningPercent ? PromiseStage.Warning : PromiseStage.None
               where p.Reached != due
               select $"promise {p.Kind} of case {p.CaseId} stands at {p.Reached}, and {due} is due",
            .. waiting.Select(id => $"callback {id} never came up"),
        ];
    }

    private static async Task<IReadOnlyList<string>> Promises(AfterSalesDb db)
    {
        var lines = (await db.CaseEvents.Where(e => e.Kind == CaseEventKind.PromiseWarned || e.Kind == CaseEventKind.PromiseBroken || e.Kind == CaseEventKind.PromiseEscalated)
            .Select(e => new { e.CaseId, e.Kind, e.Facts }).ToListAsync()).ToLookup(e => (e.CaseId, e.Kind, CaseEvent.Unpack(e.Facts)["promise"]));
        var notices = (await db.Notifications.Where(n => n.CaseId != null).Select(n => new { n.CaseId, n.Kind, n.Facts, n.PersonId }).ToListAsync())
            .ToLookup(n => (n.CaseId!.Value, n.Kind, CaseEvent.Unpack(n.Facts).GetValueOrDefault("promise")), n => n.PersonId);
        var managers = await db.Users.CountAsync(p => p.Role == Role.Manager && p.Active);
        return
        [
            .. from p in await Unheld(db).ToListAsync()
               from s in Stages
               let reached = p.Reached >= s.Stage ? 1 : 0
               let told = notices[(p.CaseId, s.Notice, p.Kind.ToString())].ToList()
               let line = lines[(p.CaseId, s.Line, p.Kind.ToString())].Count()
               where line != reached || told.Distinct().Count() != told.Count || (s.Stage == PromiseStage.Escalation ? told.Count != managers * reached : told.Count > 0 != (reached == 1))
               select $"{s.Stage} of {p.Kind} of case {p.CaseId}: reached {reached}, on the timeline {line}, told {told.Count} times to {told.Distinct().Count()}",
        ];
    }

    private static async Task<IReadOnlyList<string>> Callbacks(AfterSalesDb db)
    {
        var notices = (await db.Notifications.Where(n => n.Kind == NoticeKind.CallbackDue).Select(n => new { n.CaseId, n.Facts, n.PersonId }).ToListAsync())
            .ToLookup(n => (n.CaseId!.Value, CaseEvent.Unpack(n.Facts)["round"]), n => n.PersonId);
        return
        [
            .. from k in await db.Callbacks.AsNoTracking().Where(k => k.State != CallbackState.Void).ToListAsync()
               let told = notices[(k.CaseId, k.Round.ToString(System.Globalization.CultureInfo.InvariantCulture))].ToList()
               where told.Distinct().Count() != told.Count || told.Count > 0 != k.State is CallbackState.Due or CallbackState.Answered
               select $"callback {k.Id} is {k.State} and was told {told.Count} times",
        ];
    }

    private static async Task<IReadOnlyList<string>> Actions(AfterSalesDb db) =>
        await db.ScheduledActions.Where(a => a.State == ActionState.Failed || a.LastError != null).Select(a => $"action {a.Kind} {a.SubjectId} failed, reference {a.LastError}").ToListAsync();

    private static IQueryable<Promise> Unheld(AfterSalesDb db) =>
        db.Promises.AsNoTracking().Where(p => p.State != PromiseState.Void && !db.CaseHolds.Any(h => h.CaseId == p.CaseId));
}
