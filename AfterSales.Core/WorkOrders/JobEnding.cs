using AfterSales.Core.Assets;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.WorkOrders;

/// <summary>How a visit ends: finished, with all that R31 and R36 ask; or not, with its reason, and the next on the same order.</summary>
public sealed class JobEnding(Writer writer, Lists lists, BusinessClock clock, Actor actor)
{
    /// <summary>未完成 (part, shutdown, quote): the commonest ending.</summary>
    public async Task<Result> EndUnfinished(string number, string? reason, string? note, DateTimeOffset? at, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.OwnWork);
        var book = await lists.Book(stop);
        var faults = new Checks().Required("Reason", TextRule.Kept(reason)).Text("Note", note, CaseLimits.Description)
            .When(TextRule.Kept(reason) is { } code && !book.Offers(TermKind.UnfinishedReason, code), "Shared.NotInList", "Reason").Problems;
        return faults.Count > 0 ? Result.Refused(faults) : await OrderFile.Change(writer, OrderFile.Mine, number, request, (write, file) =>
        {
            var visit = OnSite(file.Order, at, write);
            if (!visit.Ok)
            {
                return Result.Refused(visit.Problems);
            }

            var (ended, left) = visit.Value;
            (ended.LeftAt, ended.Ending, ended.UnfinishedReason, ended.Note) = (left, VisitEnding.Unfinished, reason, TextRule.Kept(note));
            file.Tell(CaseEventKind.VisitUnfinished, TextRule.Kept(note), left, ("reason", reason), ("visit", TextRule.Invariant(ended.Ordinal)));
            return Result.Done;
        }, stop);
    }

    /// <summary>The next visit on the same order: by its engineer, or by the supervisor, who may send somebody else.</summary>
    public async Task<Result> PlanNext(string number, AppointmentForm form, long? engineerId, Guid request, CancellationToken stop = default)
    {
        actor.MustAny(Permission.Dispatch, Permission.OwnWork);
        var supervisor = actor.May(Permission.Dispatch);
        var faults = form.Check(clock.Now, clock.Zone);
        return faults.Count > 0 ? Result.Refused(faults) : await OrderFile.Change(writer, supervisor ? OrderFile.Open : OrderFile.Mine, number, request, async (write, file) =>
        {
            var slots = form.Check(write.Now, write.Zone, file.Case.Mode == ServiceMode.Workshop);
            if (slots.Count > 0)
            {
                return Result.Refused(slots);
            }

            var other = supervisor ? engineerId : null;
            if (other is { } engineer && await write.Engineer(engineer) is null)
            {
                return new Problem("WorkOrders.NoSuchEngineer", "EngineerId");
            }

            var before = file.Order.EngineerId;
            var planned = file.Order.PlanNext(form.Appointment(write.Zone), other, write.Now);
            var dispatched = planned.Ok ? file.Case.Dispatch(file.Order.EngineerId) : planned;
            if (!dispatched.Ok)
            {
                return dispatched;
            }

            file.Tell(CaseEventKind.VisitPlanned, null, null, [("visit", TextRule.Invariant(file.Order.Visits.Count)), .. Dispatching.Facts(file.Order.Current!.Appointment)]);
            await Tell(file, before, supervisor);
            return Result.Done;
        }, stop);
    }

    /// <summary>
    /// 完工: refused with everything that is missing (R11, R31, R36), all at once; else the case is resolved, its first follow-up
    /// planned (R40) and the user's score sealed (R46), in one transaction.
    /// </summary>
    public async Task<Result> Complete(string number, DateTimeOffset? at, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.OwnWork);
        var book = await lists.Book(stop);
        return await OrderFile.Change(writer, OrderFile.Mine, number, request, async (write, file) =>
        {
            var visit = OnSite(file.Order, at, write, file.Case.QuoteAcceptedAt);
            if (!visit.Ok)
            {
                return Result.Refused(visit.Problems);
            }

            var report = await file.Report();
            var line = await write.Db.Assets.Where(a => a.Id == file.Case.AssetId).Select(a => a.ProductLine).SingleOrDefaultAsync(write.Stop);
            var gaps = ReportGaps.Of(file.Case.Type, file.Case.QuoteAwaited, visit.Value.Visit, report, [.. book.Checklists(line, file.Case.Type).SelectMany(l => l.Items)]);
            if (gaps.Count > 0)
            {
                return Result.Refused(gaps);
            }

            var installed = await Installed(write, file.Case, report, write.Zone.DayOf(visit.Value.Left));
            return installed.Ok ? await Finish(write, file, report, visit.Value) : installed;
        }, stop);
    }

    /// <summary>What the report found of the machine goes into its file.</summary>
    private static async Task<Result> Installed(Write write, ServiceCase c, ServiceReport report, DateOnly day)
    {
        if (c.AssetId is not { } id)
        {
            return Result.Done;
        }

        await AssetFile.Hold(write, id);
        var asset = await write.Db.Assets.SingleAsync(a => a.Id == id, write.Stop);
        if (PartsTwice.Components(await ComponentFile.Mounted(write.Db, asset.Id, write.Stop), [.. report.Parts.OrderBy(p => p.Id)], write.Zone.DayOf(c.OpenedAt)) is { Count: > 0 } twice)
        {
            return Result.Refused(twice);
        }

        await ComponentFile.Replace(write, asset, report.Parts, c.Id, day);
        if (report.MeterValue is null || asset.MeterUnit is null)
        {
            return Result.Done;
        }

        var read = await MeterFile.Take(write, asset, new ReadingForm { ReadOn = day, Value = report.MeterValue, Replaced = report.MeterReplaced }, c.Id);
        return Result.Refused([.. read.Problems.Select(p => p with { Field = nameof(ReportPartKind.Findings) })]);
    }

    private async Task<Result> Finish(Write write, OrderFile file, ServiceReport report, OnSiteVisit on)
    {
        (on.Visit.LeftAt, on.Visit.Ending) = (on.Left, VisitEnding.Finished);
        file.Order.Complete(on.Left);
        report.CompletedAt = write.Now;
        file.Tell(CaseEventKind.Completed, null, on.Left, ("visit", TextRule.Invariant(on.Visit.Ordinal)), ("noHeadquarters", file.Order.HeadquartersCalledAt is null ? "1" : null));
        await file.EndHold();
        var resolved = file.Case.Resolve(report.Remedy!, onSpot: false, actor, on.Left, write.Now);
        if (resolved.Ok)
        {
            await Score(write, file.Case, report, on.Left);
            await FollowUps.Open(write, file.Case, file.File.Policy);
        }

        return resolved;
    }

    /// <summary>R46, R47: the form's score is sealed; a low one opens a complaint as a low one by phone does.</summary>
    private static async Task Score(Write write, ServiceCase c, ServiceReport report, DateTimeOffset left)
    {
        if (report.Score is not { } score)
        {
            return;
        }

        var answer = new SatisfactionAnswer
        {
            CaseId = c.Id, AnsweredAt = report.SignedAt ?? left, RecordedAt = write.Now, Source = AnswerSource.Form,
            Score = score, Comment = report.Comment, PersonId = write.Actor.Id,
        };
        write.Db.SatisfactionAnswers.Add(answer);
        if (answer.IsComplaint)
        {
            await ComplaintOpening.Dissatisfied(write, c, answer);
        }
    }

    private async Task Tell(OrderFile file, long before, bool supervisor)
    {
        if (!supervisor)
        {
            return;
        }

        await file.TellEngineer(file.Order.EngineerId, before == file.Order.EngineerId ? NoticeKind.AppointmentChanged : NoticeKind.Assigned);
        if (before != file.Order.EngineerId)
        {
            file.Touch(before);
        }
    }

    /// <summary>The visit under way and when it ends: not before the arrival, nor, done, before the quote was accepted (R11).</summary>
    private static Result<OnSiteVisit> OnSite(WorkOrder order, DateTimeOffset? at, Write write, DateTimeOffset? accepted = null)
    {
        if (order.Current is not { ArrivedAt: { } arrived } visit)
        {
            return new Problem("WorkOrders.NotOnSite");
        }

        var left = StepTime.Of(at, accepted > arrived ? accepted.Value : arrived, write.Now, write.Zone);
        return left.Ok ? new OnSiteVisit(visit, left.Value) : Result<OnSiteVisit>.Refused(left.Problems);
    }

    private sealed record OnSiteVisit(Visit Visit, DateTimeOffset Left);
}
