using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.HandOffs;

/// <summary>R7: an unsolved question is passed on to another department and answered within its set time.</summary>
public sealed class HandOffDesk(Sight sight, Writer writer, Lists lists, BusinessClock clock, Actor actor)
{
    /// <summary>When an answer would be due if it were asked now, by the policy of the case, to the minute; company wall time.</summary>
    public async Task<DateTime> Due(string number, CancellationToken stop = default)
    {
        actor.Must(Permission.HandleCases);
        await using var db = await sight.Open(stop);
        var policy = await db.Cases.Where(c => c.Number == number).Select(c => (long?)c.PolicyId).SingleOrDefaultAsync(stop) ?? throw new MissingException($"case {number}");
        var due = clock.Local(clock.Now.AddMinutes((await db.PolicyOf(policy, stop)).HandOffMinutes));
        return due.AddTicks(-(due.Ticks % TimeSpan.TicksPerMinute));
    }

    /// <summary>Passes a question on; when its time has passed unanswered, those concerned are told.</summary>
    public async Task<Result> Ask(string number, HandOffForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.HandleCases);
        var faults = form.Check(await lists.Book(stop), clock.Now, clock.Zone);
        return faults.Count > 0 ? Result.Refused(faults) : await CaseDesk.Change(writer, number, request, async (write, file) =>
        {
            if (!file.Case.Status.IsOpen())
            {
                return new Problem("Cases.NotOpen");
            }

            var asked = new HandOff
            {
                CaseId = file.Case.Id, Department = form.Department!, Question = TextRule.Kept(form.Question)!, AskedById = actor.Id, AskedAt = write.Now, DueAt = write.Zone.Instant(form.Due!.Value),
            };
            write.Db.HandOffs.Add(asked);
            await write.Db.SaveChangesAsync(write.Stop);
            await write.Plan(ActionKind.HandOffDue, asked.Id, asked.DueAt);
            file.Case.Tell(CaseEventKind.HandedOff, actor, write.Now, asked.Question, null, ("department", asked.Department), ("due", TextRule.Invariant(asked.DueAt.ToUnixTimeMilliseconds())));
            return Result.Done;
        }, stop);
    }

    /// <summary>The answer comes back to the case; its owner, and who asked, are told.</summary>
    public async Task<Result> Answer(long id, HandOffAnswerForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.HandleCases);
        var faults = form.Check();
        return faults.Count > 0 ? Result.Refused(faults) : await writer.Run(request, async write =>
        {
            var owner = await write.Db.HandOffs.Where(h => h.Id == id).Select(h => (long?)h.CaseId).SingleOrDefaultAsync(write.Stop) ?? throw new MissingException($"hand-off {id}");
            var file = await CaseFile.Open(write, owner);
            var asked = await write.Db.HandOffs.SingleAsync(h => h.Id == id, write.Stop);
            if (asked.AnsweredAt is not null)
            {
                return new Problem("HandOffs.AlreadyAnswered");
            }

            asked.Return(TextRule.Kept(form.Answer)!, TextRule.Kept(form.By), actor, write.Now);
            await write.CancelPlanned(asked.Id, ActionKind.HandOffDue);
            file.Case.Tell(CaseEventKind.HandOffAnswered, actor, write.Now, asked.Answer, null, ("department", asked.Department), ("by", asked.AnsweredBy));
            await file.Settle();
            await write.Notify((await HandOffWatch.Concerned(write, file.Case, asked)).Where(p => p != actor.Id), NoticeKind.HandOffAnswered, TextRule.Invariant(asked.Id), file.Case.Id, ("department", asked.Department));
            return Result.Done;
        }, stop);
    }

    /// <summary>Those of a case, the newest first.</summary>
    public async Task<IReadOnlyList<HandOffRow>> Of(string number, CancellationToken stop = default)
    {
        await using var db = await sight.Open(stop);
        var id = await db.Cases.Where(c => c.Number == number).VisibleTo(db, actor).Select(c => (long?)c.Id).SingleOrDefaultAsync(stop) ?? throw new MissingException($"case {number}");
        return await db.HandOffs.AsNoTracking().Where(h => h.CaseId == id).OrderByDescending(h => h.Id).Select(h => new HandOffRow(
            h.Id, h.Department, h.Question, h.AskedAt, db.Users.Where(p => p.Id == h.AskedById).Select(p => p.Name).FirstOrDefault(), h.DueAt,
            h.AnsweredAt, h.AnsweredBy, db.Users.Where(p => p.Id == h.AnsweredById).Select(p => p.Name).FirstOrDefault(), h.Answer)).ToListAsync(stop);
    }

    /// <summary>All that wait for an answer, the first due first.</summary>
    public async Task<IReadOnlyList<OpenHandOff>> Open(int most, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await sight.Open(stop);
        return await (
            from h in db.HandOffs.AsNoTracking()
            where h.AnsweredAt == null
            join c in db.Cases on h.CaseId equals c.Id
            join k in db.Customers on c.CustomerId equals k.Id
            orderby h.DueAt, h.Id
            select new OpenHandOff(h.Id, c.Number, k.Name, h.Department, h.Question, h.AskedAt, h.DueAt)).Take(most).ToListAsync(stop);
    }
}
