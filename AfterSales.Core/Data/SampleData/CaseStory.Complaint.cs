using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Notices;

namespace AfterSales.Core.Data.SampleData;

/// <summary>投诉: heard, reported (R4), solution known and told, handled, judged.</summary>
internal sealed partial class CaseStory
{
    private void Complain()
    {
        Notify(Supervisor.Id, NoticeKind.ComplaintOpened, t, ("number", c.Number), ("parent", fate.Follows?.Parent.Number));
        if (fate.Halt == Halt.Nowhere && Dice.Chance(0.1))
        {
            OnTheSpot();
            return;
        }

        if (fate.Halt != Halt.Unreported && Reply() && Reported() && Solved())
        {
            Judged();
        }
    }

    private void OnTheSpot()
    {
        var answer = Dice.Of(Grievance.Solutions);
        (complaint!.AnsweredOnSpot, complaint.Solution, complaint.Handling) = (true, answer, answer);
        (complaint.SolutionKnownAt, complaint.SolutionToldAt) = (t, t);
        c.Resolve(answer, true, agent, t, t);
        Judged();
    }

    private Grievance Grievance => Opinions.Behind(c.Description);

    private bool Reported()
    {
        if (!Until(Daytime(t + (fate.Halt == Halt.Nowhere && Dice.Chance(0.05) ? Dice.Hours(46, 60) : Dice.Hours(0.3, 14)))))
        {
            return false;
        }

        (complaint!.ReportedAt, complaint.ReportedToId) = (t, Supervisor.Id);
        c.OwnerId = Supervisor.Id;
        c.Tell(CaseEventKind.ComplaintReported, agent, t, null, null, ("to", Supervisor.Name));
        Notify(Supervisor.Id, NoticeKind.ComplaintReported, t, ("number", c.Number));
        return fate.Halt != Halt.Reported;
    }

    private bool Solved()
    {
        if (!Until(Daytime(t + Dice.Hours(1, 20))))
        {
            return false;
        }

        (complaint!.Solution, complaint.Cause, complaint.SolutionKnownAt) = (Dice.Of(Grievance.Solutions), Grievance.Cause, t);
        c.Tell(CaseEventKind.SolutionKnown, Supervisor, t, complaint.Solution);
        if (fate.Halt == Halt.Known || !Until(Dice.Chance(0.95) ? t + Dice.Hours(0.1, 2) : Daytime(t + Dice.Hours(16, 24))))
        {
            return false;
        }

        complaint.SolutionToldAt = t;
        c.Tell(CaseEventKind.SolutionTold, agent, t);
        if (!Until(Daytime(t + Dice.Hours(0.5, Dice.Chance(0.08) ? 60 : 10))))
        {
            return false;
        }

        complaint.Handling = complaint.Solution;
        c.Tell(CaseEventKind.ComplaintHandled, Supervisor, t, complaint.Handling);
        c.Resolve(complaint.Handling, false, Supervisor, t, t);
        return true;
    }

    /// <summary>The customer's word, and the closing; a dissatisfied one stays with the supervisor a day longer.</summary>
    private void Judged()
    {
        if (!Until(Daytime(t + Dice.Hours(4, 90))))
        {
            return;
        }

        var verdict = Dice.Chance(0.96) ? Verdict.Satisfied : Verdict.Dissatisfied;
        (complaint!.Verdict, complaint.JudgedAt) = (verdict, t);
        complaint.VerdictWords = Opinions.Judgement(Dice, verdict == Verdict.Satisfied);
        c.Tell(CaseEventKind.ComplaintJudged, agent, t, complaint.VerdictWords, null, ("verdict", verdict.ToString()));
        if (Until(verdict == Verdict.Satisfied ? t : Daytime(t + Dice.Hours(10, 40))))
        {
            c.Close(Supervisor, t, null);
        }
    }
}
