using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Complaints;

/// <summary>
/// 投诉处理: heard, reported to the supervisor (R4), solution known and told the same day (R4), handled, judged by the
/// customer, closed. Agents open, report, tell and note the judgement; supervisors and managers decide.
/// </summary>
public sealed class ComplaintDesk(Writer writer, Actor actor)
{
    /// <summary>Opens a complaint about any case; answers its number.</summary>
    public async Task<Result<string>> Open(ComplaintForm form, Guid request, CancellationToken stop = default)
    {
        actor.MustAny(Permission.Intake, Permission.HandleCases);
        if (form.Check().Problems is { Count: > 0 } problems)
        {
            return Result<string>.Refused(problems);
        }

        return await writer.Run<string>(request, async write =>
        {
            var about = TextRule.Kept(form.ParentNumber);
            if (!await write.Db.Cases.AnyAsync(c => c.Number == about, write.Stop))
            {
                return new Problem("Cases.NoSuchCase", nameof(form.ParentNumber), about is { Length: > 40 } ? about[..40] : about);
            }

            var parent = await CaseFile.Open(write, about!);
            var file = await ComplaintOpening.FollowOn(write, parent.Case, TextRule.Kept(form.Words)!, form.Channel!.Value, form.Severity!.Value);
            if (form.AnsweredOnSpot)
            {
                await AnswerOnSpot(write, file, TextRule.Kept(form.Answer)!);
            }

            return file.Case.Number;
        }, stop);
    }

    /// <summary>R4: reported to the supervisor, who owns it from now on.</summary>
    public Task<Result> Report(string number, ComplaintReportForm form, Guid request, CancellationToken stop = default)
    {
        actor.MustAny(Permission.HandleCases, Permission.Complaints);
        return Change(number, form.Check(), request, async (write, file, complaint) =>
        {
            var supervisors = await Audience.SupervisorsOf(write, file.Case.Area);
            var to = form.ToId is { } chosen ? (await Audience.Of(write, chosen)).Cast<long?>().FirstOrDefault() : supervisors.Cast<long?>().FirstOrDefault();
            if (to is not { } supervisor)
            {
                return new Problem("Complaints.NoSupervisor", nameof(form.ToId));
            }

            var reported = complaint.Report(supervisor, write.Now);
            if (reported.Ok)
            {
                file.Case.OwnerId = supervisor;
                file.Case.Tell(CaseEventKind.ComplaintReported, actor, write.Now, TextRule.Kept(form.Note), null, ("to", await write.Db.Users.Where(p => p.Id == supervisor).Select(p => p.Name).SingleAsync(write.Stop)));
                await write.Notify(supervisor, NoticeKind.ComplaintReported, TextRule.Invariant(file.Case.Id), file.Case.Id);
            }

            return reported;
        }, stop);
    }

    /// <summary>A solution is known; the customer is to be told today (R4).</summary>
    public Task<Result> Know(string number, SolutionForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Complaints);
        return Change(number, form.Check(), request, async (write, file, complaint) =>
        {
            var known = complaint.Know(TextRule.Kept(form.Solution)!, TextRule.Kept(form.Cause), form.Severity!.Value, write.Now);
            if (!known.Ok)
            {
                return known;
            }

            file.Case.Tell(CaseEventKind.SolutionKnown, actor, write.Now, complaint.Solution);
            await write.Notify(file.Case.AgentId, NoticeKind.SolutionKnown, TextRule.Invariant(file.Case.Id), file.Case.Id);
            return file.Case.Start();
        }, stop);
    }

    /// <summary>The customer was told; it is the first reply too, where there was none.</summary>
    public Task<Result> Tell(string number, SolutionToldForm form, Guid request, CancellationToken stop = default)
    {
        actor.MustAny(Permission.HandleCases, Permission.Complaints);
        return Change(number, form.Check(), request, (write, file, complaint) =>
        {
            var (c, words) = (file.Case, TextRule.Kept(form.Words)!);
            var told = complaint.Tell(write.Now);
            if (!told.Ok)
            {
                return Task.FromResult(told);
            }

            c.Tell(CaseEventKind.SolutionTold, actor, write.Now, words, null, ("how", form.How.ToString()));
            write.Db.ContactLogs.Add(new ContactLog
            {
                At = write.Now, Incoming = false, Channel = form.How == ReplyHow.Phone ? Channel.Phone : Channel.Letter,
                PersonId = actor.Id, CustomerId = c.CustomerId, CaseId = c.Id, Note = words,
            });
            return Task.FromResult(c.RepliedAt is null && c.Status.IsOpen() ? c.Reply(form.How!.Value, words, actor, write.Now, write.Now) : Result.Done);
        }, stop);
    }

    /// <summary>Handled: the case is resolved.</summary>
    public Task<Result> Handle(string number, HandlingForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Complaints);
        return Change(number, form.Check(), request, (write, file, complaint) =>
        {
            var handled = complaint.Handle(TextRule.Kept(form.Handling)!);
            if (!handled.Ok)
            {
                return Task.FromResult(handled);
            }

            file.Case.Tell(CaseEventKind.ComplaintHandled, actor, write.Now, complaint.Handling);
            return Task.FromResult(file.Case.Resolve(complaint.Handling!, false, actor, write.Now, write.Now));
        }, stop);
    }

    /// <summary>The customer's judgement of what was done.</summary>
    public Task<Result> Judge(string number, VerdictForm form, Guid request, CancellationToken stop = default)
    {
        actor.MustAny(Permission.HandleCases, Permission.Complaints);
        return Change(number, form.Check(), request, (write, file, complaint) =>
        {
            if (file.Case.ResolvedAt is null)
            {
                return Task.FromResult<Result>(new Problem("Complaints.NotHandledYet"));
            }

            var judged = complaint.Judge(form.Verdict!.Value, TextRule.Kept(form.Words), file.Case.ReopenedAt, write.Now);
            if (judged.Ok)
            {
                file.Case.Tell(CaseEventKind.ComplaintJudged, actor, write.Now, complaint.VerdictWords, null, ("verdict", form.Verdict.ToString()));
            }

            return Task.FromResult(judged);
        }, stop);
    }

    /// <summary>Closed, when nothing stands against it.</summary>
    public Task<Result> Close(string number, Guid request, CancellationToken stop = default)
    {
        actor.MustAny(Permission.HandleCases, Permission.Complaints);
        return Change(number, new Checks(), request, async (write, file, _) =>
            await ClosingRule.Hindrances(write.Db, file.Case, write.Stop) is { Count: > 0 } problems ? Result.Refused(problems) : file.Case.Close(actor, write.Now, null), stop);
    }

    private Task<Result> Change(string number, Checks checks, Guid request, Func<Write, CaseFile, Complaint, Task<Result>> work, CancellationToken stop)
    {
        if (checks.Problems.Count > 0)
        {
            return Task.FromResult(Result.Refused(checks.Problems));
        }

        return writer.Run(request, async write =>
        {
            var file = await CaseFile.Open(write, number);
            var complaint = file.Complaint ?? throw new MissingException($"complaint {number}");
            var done = await work(write, file, complaint);
            if (done.Ok)
            {
                await file.Settle();
            }

            return done;
        }, stop);
    }

    private async Task AnswerOnSpot(Write write, CaseFile file, string answer)
    {
        file.Complaint!.AnswerOnSpot(answer, write.Now);
        file.Case.Reply(ReplyHow.Phone, answer, actor, write.Now, write.Now);
        file.Case.Resolve(answer, true, actor, write.Now, write.Now);
        await file.Settle();
    }
}
