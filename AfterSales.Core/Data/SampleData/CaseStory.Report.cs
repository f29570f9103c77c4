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
    private static readonly (string, double)[] Causes =
    [
        ("wear", 28), ("manufacturing", 12), ("assembly", 11), ("bought-in", 14), ("maintenance", 12), ("misuse", 9), ("material", 5), ("design", 3), ("environment", 3), ("unauthorised", 1), ("not-found", 2),
    ];

    /// <summary>
    /// 未完成, the commonest ending: true when the visit ended so and the next one is planned, perhaps after a hold; null
    /// where the story stands still.
    /// </summary>
    private bool? Unfinished(WorkOrder order)
    {
        var visit = order.Current!;
        if (!Until(t + Dice.Hours(0.8, 5)))
        {
            return null;
        }

        if (fate.Halt != Halt.Unfinished && (visit.Ordinal > 2 || !Dice.Chance(0.17)))
        {
            visit.LeftAt = t;
            visit.Ending = VisitEnding.Finished;
            return false;
        }

        var reason = Dice.Of([("part", 60.0), ("shutdown", 22.0), ("supplier", 8.0), ("time", 10.0)]);
        (visit.LeftAt, visit.Ending, visit.UnfinishedReason, visit.Note) = (t, VisitEnding.Unfinished, reason, "已说明情况，约定下次到场。");
        c.Tell(CaseEventKind.VisitUnfinished, Setting.Actor(visit.EngineerId), t, visit.Note, null, ("order", order.Number), ("reason", reason));
        if (!Held(reason is "part" or "shutdown" ? 0.75 : 0, reason == "part" ? "part" : "customer") || !Until(t + Dice.Hours(0.1, 1)))
        {
            return null;
        }

        var next = Appoint(Daytime(t + Dice.Hours(12, 60)));
        order.PlanNext(next, null, t);
        c.Tell(CaseEventKind.VisitPlanned, Setting.Actor(visit.EngineerId), t, null, null, Facts(order, next));
        return fate.Halt == Halt.Unfinished ? null : true;
    }

    /// <summary>R31, R36, R32: the report with its checklist, the form, the call to headquarters.</summary>
    private bool Complete(WorkOrder order)
    {
        var visit = order.Visits[^1];
        var engineer = Setting.Actor(visit.EngineerId);
        var report = Report(order, visit);
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
        order.Complete(t);
        c.Tell(CaseEventKind.Completed, engineer, t, null, null, ("order", order.Number));
        c.Resolve(report.Remedy!, false, engineer, t, t);
        Afterwards();
        return true;
    }

    private ServiceReport Report(WorkOrder order, Visit visit)
    {
        var parts = Machines.Of(asset?.ProductLine ?? "").Parts;
        var replaced = c.Type != CaseType.Training && Dice.Chance(0.55) ? Dice.Of(parts) : default;
        var symptom = Setting.Symptoms(asset?.ProductLine).FirstOrDefault(s => s.Code == c.Symptom);
        var report = new ServiceReport
        {
            CaseId = c.Id,
            WorkOrderId = order.Id,
            ConfirmedSymptom = c.Symptom,
            Cause = c.Type == CaseType.Repair ? Dice.Of(Causes) : null,
            CauseText = replaced.Name is null ? null : $"{replaced.Name}损坏",
            Remedy = c.Type == CaseType.Repair ? Words.Remedy(Dice, symptom?.NameZh ?? "故障", replaced.Name) : "按规程完成作业，试车正常，已向用户交底。",
            LabourMinutes = (int)(visit.LeftAt!.Value - visit.ArrivedAt!.Value).TotalMinutes,
            UserName = Dice.Of(client.Customer.Contacts).Name,
            FoundBeyond = Dice.Chance(0.07) ? "另有防护罩螺栓缺失，建议停机时补齐。" : null,
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

    private string Serial(string part) => $"{part[^4..]}{Dice.Int(100000, 999999)}";

    /// <summary>Signed before the engineer with a score; or nobody there, with the supervisor's approval (R31).</summary>
    private bool Sign(ServiceReport report)
    {
        if (fate.Halt != Halt.NoSignature && Dice.Chance(0.96))
        {
            var score = Score(0.02);
            (report.Score, report.Comment, report.Signature) = (score, Dice.Chance(0.3) ? Comment(score) : null, Dice.Of(Scribble.Pictures));
            (report.SignedBy, report.SignedAt) = (report.UserName, t);
            rows.Add(new SatisfactionAnswer { Id = stage.Ids.Answer(), CaseId = c.Id, AnsweredAt = t, RecordedAt = t, Source = AnswerSource.Form, Score = score, Comment = report.Comment, PersonId = c.EngineerId });
            return true;
        }

        report.NoSignatureReason = "absent";
        report.NoSignaturePicture = Dice.Of(Scribble.Pictures);
        Notify(Supervisor.Id, NoticeKind.ApprovalAsked, t, ("number", c.Number));
        if (fate.Halt == Halt.NoSignature || !Until(t + Dice.Hours(0.3, 10)))
        {
            return false;
        }

        report.NoSignatureApprovedById = Supervisor.Id;
        c.Tell(CaseEventKind.NoSignatureApproved, Supervisor, t, null, null, ("reason", "absent"), ("approved", "1"));
        return true;
    }

    /// <summary>1–5; a late or reopened case is judged harder.</summary>
    private int Score(double bad)
    {
        var harder = c.Reopenings > 0 ? 4 : visits > 1 ? 2 : 1;
        return Dice.Chance(bad * harder) ? Dice.Int(1, 3) : Dice.Chance(0.025 * harder) ? 3 : Dice.Chance(0.35) ? 4 : 5;
    }

    private string Comment(int score) => Dice.Of(score >= 4 ? Words.Praise : score == 3 ? Words.Middling : Words.Blame);
}
