using AfterSales.Core.Data;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Complaints;

/// <summary>投诉: what a case of that type holds beside the case (1:1).</summary>
public sealed class Complaint : IVersioned, IAudited
{
    /// <summary>The case; also the key.</summary>
    public long CaseId { get; init; }

    /// <summary>严重程度.</summary>
    public Severity Severity { get; set; }

    /// <summary>R4: met in the very call.</summary>
    public bool AnsweredOnSpot { get; set; }

    /// <summary>R4: reported to the supervisor.</summary>
    public DateTimeOffset? ReportedAt { get; set; }

    /// <summary>To whom.</summary>
    public long? ReportedToId { get; set; }

    /// <summary>What caused it.</summary>
    public string? Cause { get; set; }

    /// <summary>The solution, once known.</summary>
    public string? Solution { get; set; }

    /// <summary>R4: when it was known.</summary>
    public DateTimeOffset? SolutionKnownAt { get; set; }

    /// <summary>R4: when the customer was told.</summary>
    public DateTimeOffset? SolutionToldAt { get; set; }

    /// <summary>What was done.</summary>
    public string? Handling { get; set; }

    /// <summary>The customer's judgement of the handling.</summary>
    public Verdict? Verdict { get; set; }

    /// <summary>When it was judged.</summary>
    public DateTimeOffset? JudgedAt { get; set; }

    /// <summary>The customer's words with it.</summary>
    public string? VerdictWords { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>R4: met in the very call, so that nothing is left to report or to tell.</summary>
    public void AnswerOnSpot(string answer, DateTimeOffset now) =>
        (AnsweredOnSpot, Solution, SolutionKnownAt, SolutionToldAt, Handling) = (true, answer, now, now, answer);

    /// <summary>R4: reported to the supervisor, once.</summary>
    public Result Report(long toId, DateTimeOffset now)
    {
        if (ReportedAt is not null || AnsweredOnSpot)
        {
            return new Problem("Complaints.AlreadyReported");
        }

        (ReportedAt, ReportedToId) = (now, toId);
        return Result.Done;
    }

    /// <summary>A solution is known: the day on which the customer is to be told has begun (R4).</summary>
    public Result Know(string solution, string? cause, Severity severity, DateTimeOffset now)
    {
        if (SolutionKnownAt is not null)
        {
            return new Problem("Complaints.SolutionAlreadyKnown");
        }

        (Solution, Cause, Severity, SolutionKnownAt) = (solution, cause, severity, now);
        return Result.Done;
    }

    /// <summary>The customer was told it.</summary>
    public Result Tell(DateTimeOffset now)
    {
        if (SolutionKnownAt is null)
        {
            return new Problem("Complaints.NoSolutionYet");
        }

        if (SolutionToldAt is not null)
        {
            return new Problem("Complaints.AlreadyTold");
        }

        SolutionToldAt = now;
        return Result.Done;
    }

    /// <summary>What was done about it.</summary>
    public Result Handle(string handling)
    {
        if (SolutionKnownAt is null)
        {
            return new Problem("Complaints.NoSolutionYet");
        }

        Handling = handling;
        return Result.Done;
    }

    /// <summary>The customer's word is still to come, or to come anew after a reopening.</summary>
    public bool Unjudged(DateTimeOffset? reopenedAt) => Verdict is null || JudgedAt < reopenedAt;

    /// <summary>The customer judged the handling; said once, it stands, unless the case was reopened since.</summary>
    public Result Judge(Verdict verdict, string? words, DateTimeOffset? reopenedAt, DateTimeOffset now)
    {
        if (!Unjudged(reopenedAt))
        {
            return new Problem("Complaints.AlreadyJudged");
        }

        (Verdict, VerdictWords, JudgedAt) = (verdict, words, now);
        return Result.Done;
    }
}

/// <summary>严重程度.</summary>
public enum Severity
{
    /// <summary>一般.</summary>
    Minor = 1,

    /// <summary>较重.</summary>
    Major = 2,

    /// <summary>重大.</summary>
    Grave = 3,
}

/// <summary>投诉评价.</summary>
public enum Verdict
{
    /// <summary>满意.</summary>
    Satisfied = 1,

    /// <summary>不满意.</summary>
    Dissatisfied = 2,
}
