using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>挂起 as typed.</summary>
public sealed class HoldForm
{
    /// <summary>Code of the reason.</summary>
    public string? Reason { get; set; }

    /// <summary>Until when, company wall time.</summary>
    public DateTime? Until { get; set; }

    /// <summary>What was written with it.</summary>
    public string? Text { get; set; }

    /// <summary>Every fault at once; a hold ends within a year.</summary>
    public IReadOnlyList<Problem> Check(ListBook lists, DateTimeOffset now, TimeZoneInfo zone) => new Checks()
        .When(string.IsNullOrEmpty(Reason), "Shared.Required", nameof(Reason))
        .When(!string.IsNullOrEmpty(Reason) && !lists.Offers(TermKind.HoldReason, Reason), "Shared.NotInList", nameof(Reason))
        .Required(nameof(Until), Until)
        .When(Until is { } past && zone.Instant(past) <= now, "Cases.TimePast", nameof(Until))
        .When(Until is { } far && zone.Instant(far) > now.AddYears(1), "Cases.TimeTooFar", nameof(Until))
        .Text(nameof(Text), Text, CaseLimits.Description)
        .Problems;
}

/// <summary>挂起 and its end; a reason that the policy names stops the clocks.</summary>
public sealed class CaseHolds(Sight sight, Writer writer, Lists lists, BusinessClock clock, Actor actor)
{
    /// <summary>Holds the case until an instant, at which the hold ends by itself.</summary>
    public async Task<Result> Hold(string number, HoldForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.HandleCases);
        var faults = form.Check(await lists.Book(stop), clock.Now, clock.Zone);
        return faults.Count > 0 ? Result.Refused(faults) : await CaseDesk.Change(writer, number, request, async (write, file) =>
        {
            var until = write.Zone.Instant(form.Until!.Value);
            var held = file.Case.Hold(form.Reason!, file.Policy.PausingHolds.Contains(form.Reason!), until, TextRule.Kept(form.Text), actor, write.Now);
            if (held.Ok)
            {
                await write.Db.SaveChangesAsync(write.Stop);
                await write.Plan(ActionKind.HoldEnds, file.Case.Holds.Single(h => h.EndedAt is null).Id, until);
            }

            return held;
        }, stop);
    }

    /// <summary>The reasons that stop the clocks of this case, by the policy that it is judged by.</summary>
    public async Task<IReadOnlyList<string>> Pausing(string number, CancellationToken stop = default)
    {
        actor.Must(Permission.HandleCases);
        await using var db = await sight.Open(stop);
        var policy = await db.Cases.Where(c => c.Number == number).Select(c => (long?)c.PolicyId).SingleOrDefaultAsync(stop) ?? throw new MissingException($"case {number}");
        return [.. (await db.PolicyOf(policy, stop)).PausingHolds];
    }

    /// <summary>Ends the hold before its time.</summary>
    public async Task<Result> Resume(string number, string? text, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.HandleCases);
        var faults = new Checks().Text("Text", text, CaseLimits.Description).Problems;
        return faults.Count > 0 ? Result.Refused(faults) : await CaseDesk.Change(writer, number, request, async (write, file) =>
        {
            var hold = file.Case.Holds.SingleOrDefault(h => h.EndedAt is null);
            if (hold is not null)
            {
                await write.CancelPlanned(hold.Id, ActionKind.HoldEnds);
            }

            return file.Case.Resume(actor, write.Now, TextRule.Kept(text));
        }, stop);
    }
}
