using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Data.SampleData;

/// <summary>How a visit ends: unfinished with the next one planned, or with the service report.</summary>
internal sealed partial class CaseStory
{
    /// <summary>
    /// 未完成, the commonest ending: the trip of the next visit, perhaps after a hold; whether the job goes on when there is
    /// none.
    /// </summary>
    private (bool GoesOn, Trip? Next) Unfinished(WorkOrder order, Trip trip)
    {
        var visit = order.Current!;
        if (!Until(fate.Halt == Halt.NoSignature ? Setting.Now - Dice.Hours(0.1, 0.5) : trip.Leaves))
        {
            return (false, null);
        }

        visit.LeftAt = t;
        if (fate.Halt != Halt.Unfinished && (visit.Ordinal > 2 || !Dice.Chance(c.Type == CaseType.Repair ? 0.17 : 0.06)))
        {
            visit.Ending = VisitEnding.Finished;
            return (true, null);
        }

        var reason = Dice.Of([("part", 60.0), ("shutdown", 22.0), ("supplier", 8.0), ("time", 10.0)]);
        (visit.Ending, visit.UnfinishedReason, visit.Note) = (VisitEnding.Unfinished, reason, WorkWords.Unfinished(Dice, reason));
        c.Tell(CaseEventKind.VisitUnfinished, Setting.Actor(visit.EngineerId), t, visit.Note, null, ("order", order.Number), ("reason", reason));
        if (!Held(reason is "part" or "shutdown" ? 0.75 : 0, reason == "part" ? "part" : "customer") || !Until(t + Dice.Hours(0.1, 1)))
        {
            return (false, null);
        }

        var errand = Errand(only: visit.EngineerId);
        var from = fate.Halt == Halt.Unfinished ? Setting.Now + errand.Way + Dice.Hours(0.1, 12) : Daytime(t + errand.Way + Dice.Hours(12, 60));
        if (stage.Roster.Find(errand, from) is not { } next)
        {
            return (false, null);
        }

        stage.Roster.Keep(next);
        var appointment = Appoint(next);
        order.PlanNext(appointment, null, t);
        c.Tell(CaseEventKind.VisitPlanned, Setting.Actor(visit.EngineerId), t, null, null, [.. Facts(order, appointment), ("visit", TextRule.Invariant(order.Visits.Count))]);
        return (true, next);
    }

    /// <summary>R31, R36, R32: the report with its checklist, the form, the call to headquarters.</summary>
    private bool Complete(WorkOrder order)
    {
        var visit = order.Visits[^1];
        var engineer = Setting.Actor(visit.EngineerId);
        var report = Report(order);
        rows.Add(report);
        if (Dice.Chance(0.93))
        {
            (order.HeadquartersCalledAt, order.HeadquartersConfirmedById) = (t, agent.Id);
            c.Tell(CaseEventKind.HeadquartersCalled, engineer, t, null, null, ("order", order.Number));
        }

        if (!Sign(report))
        {
            visit.Ending = null;
            visit.LeftAt = null;
            return false;
        }

        report.CompletedAt = t;
        rows.AddRange(asset is null ? [] : Fittings.Replaced(asset.Id, c.Id, report.Parts, Setting.Zone.DayOf(t), stage.Ids.Component));
        order.Complete(t);
        c.Tell(CaseEventKind.Completed, engineer, t, null, null, ("order", order.Number));
        c.Resolve(report.Remedy!, false, engineer, t, t);
        if (report.Score <= SatisfactionAnswer.ComplaintUpTo)
        {
            FollowOn(engineer, Channel.Visitor, t, report.Comment!, report.Score.Value);
        }

        Afterwards();
        return true;
    }

    private ServiceReport Report(WorkOrder order)
    {
        var replaced = Replaced();
        var (cause, words) = c.Type == CaseType.Repair ? WorkWords.CauseOf(Dice, Fault, replaced.Name is not null, Young) : default;
        var report = new ServiceReport
        {
            CaseId = c.Id,
            WorkOrderId = order.Id,
            ConfirmedSymptom = c.Symptom,
            Cause = cause,
            CauseText = words,
            Remedy = c.Type == CaseType.Repair ? WorkWords.Remedy(Dice, SymptomName ?? "故障", words!, replaced.Name, Fault.Adjustment) : WorkWords.Job(Dice, c.Type, replaced.Name),
            LabourMinutes = order.Visits.Sum(v => (int)((v.LeftAt - v.ArrivedAt)?.TotalMinutes ?? 0)),
            UserName = Dice.Of(client.Customer.Contacts).Name,
            FoundBeyond = Dice.Chance(0.07) ? WorkWords.FoundBeyond(Dice) : null,
        };
        if (replaced.Name is not null)
        {
            var tracked = replaced.No.StartsWith("DQ", StringComparison.Ordinal);
            report.Parts.Add(new ReportPart { PartNo = replaced.No, Name = replaced.Name, Quantity = tracked ? 1 : Dice.Int(1, 5), OldSerial = tracked ? Serial(replaced.No) : null, NewSerial = tracked ? Serial(replaced.No) : null });
        }

        foreach (var list in Setting.Checklists(asset?.ProductLine, c.Type))
        {
            report.Checks.AddRange(list.Items.Select(i => new ChecklistAnswer { ChecklistId = list.Id, Item = i.Code, Result = Dice.Chance(0.06) ? CheckResult.NotApplicable : CheckResult.Passed }));
        }

        return report;
    }

    private Fault Fault => Faults.Of(c.Symptom);

    private string? SymptomName => Setting.Symptoms(asset?.ProductLine).FirstOrDefault(s => s.Code == c.Symptom)?.NameZh;

    /// <summary>In the first months nothing is worn yet.</summary>
    private bool Young => asset?.WarrantyStart > Setting.Zone.DayOf(t).AddMonths(-8);

    /// <summary>The part that was replaced: the one behind a repair's symptom, one that wears in a maintenance, the recalled one.</summary>
    private (string No, string Name) Replaced()
    {
        var parts = Machines.Of(asset?.ProductLine ?? "").Parts;
        return c.Type switch
        {
            CaseType.Repair when Dice.Chance(0.55) => (Fault.PartNo, Fault.Part),
            CaseType.Maintenance when Dice.Chance(0.2) => Dice.Of(parts),
            CaseType.Recall => parts[0],
            _ => default,
        };
    }

    private string Serial(string part) => $"{part[^4..]}{Dice.Int(100000, 999999)}";

    /// <summary>Signed before the engineer with a score; or nobody there, with the supervisor's approval (R31).</summary>
    private bool Sign(ServiceReport report)
    {
        if (fate.Halt != Halt.NoSignature && Dice.Chance(0.96))
        {
            var score = Score(stage.HasRoom ? 0.006 : 0);
            (report.Score, report.Comment, report.Signature) = (score, score < 3 || Dice.Chance(0.3) ? Comment(score) : null, Dice.Of(Scribble.Pictures));
            (report.SignedBy, report.SignedAt) = (report.UserName, t);
            rows.Add(new SatisfactionAnswer { Id = stage.Ids.Answer(), CaseId = c.Id, AnsweredAt = t, RecordedAt = t, Source = AnswerSource.Form, Score = score, Comment = report.Comment, PersonId = c.EngineerId });
            return true;
        }

        report.NoSignatureReason = Dice.Chance(0.8) ? "absent" : "refused";
        report.NoSignaturePicture = Dice.Of(Snapshot.Pictures);
        Notify(Supervisor.Id, NoticeKind.ApprovalAsked, t, ("number", c.Number));
        if (fate.Halt == Halt.NoSignature)
        {
            return false;
        }

        report.NoSignatureApprovedById = Supervisor.Id;
        c.Tell(CaseEventKind.NoSignatureApproved, Supervisor, t, null, null, ("reason", report.NoSignatureReason), ("approved", "1"));
        return true;
    }

    /// <summary>1–5; a late or reopened case is judged harder.</summary>
    private int Score(double bad)
    {
        var harder = c.Reopenings > 0 ? 4 : visits > 1 ? 2 : 1;
        return Dice.Chance(bad * harder) ? Dice.Int(1, 3) : Dice.Chance(0.025 * harder) ? 3 : Dice.Chance(0.35) ? 4 : 5;
    }

    private string Comment(int score) => Opinions.Comment(Dice, score, visits > 0);
}
