using AfterSales.Core.Cases;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Callbacks;

/// <summary>One call of a callback as the caller notes it.</summary>
public sealed class AttemptForm
{
    /// <summary>Lowest and highest score.</summary>
    public const int LeastScore = 1, MostScore = 5;

    /// <summary>An agreed time lies no farther ahead than this.</summary>
    public const int MostDaysAhead = 60;

    /// <summary>How it went.</summary>
    public AttemptOutcome? Outcome { get; set; }

    /// <summary>满意度, 1–5.</summary>
    public int? Score { get; set; }

    /// <summary>"Not satisfied" said in so many words (R47).</summary>
    public bool Dissatisfied { get; set; }

    /// <summary>The customer's words.</summary>
    public string? Comment { get; set; }

    /// <summary>The time agreed, as the company's wall time.</summary>
    public DateTime? CallAgainAt { get; set; }

    /// <summary>What else was noted.</summary>
    public string? Note { get; set; }

    /// <summary>Every fault at once.</summary>
    public Checks Check(DateTimeOffset now, TimeZoneInfo zone)
    {
        var again = CallAgainAt is { } local && Outcome == AttemptOutcome.CallAgain ? zone.Instant(local) : (DateTimeOffset?)null;
        return new Checks()
            .Required(nameof(Outcome), Outcome).Member(nameof(Outcome), Outcome)
            .When(Outcome == AttemptOutcome.Answered && Score is null, "Shared.Required", nameof(Score))
            .Range(nameof(Score), Score, LeastScore, MostScore)
            .Text(nameof(Comment), Comment, CaseLimits.Description)
            .When(Outcome == AttemptOutcome.CallAgain && CallAgainAt is null, "Shared.Required", nameof(CallAgainAt))
            .When(again <= now, "Callbacks.AgainInThePast", nameof(CallAgainAt))
            .When(again > now.AddDays(MostDaysAhead), "Callbacks.AgainTooFar", nameof(CallAgainAt), MostDaysAhead)
            .Text(nameof(Note), Note, CaseLimits.Description);
    }
}

/// <summary>A saved score set right by a new entry (R46).</summary>
public sealed class CorrectionForm
{
    /// <summary>满意度, 1–5.</summary>
    public int? Score { get; set; }

    /// <summary>"Not satisfied" said in so many words (R47).</summary>
    public bool Dissatisfied { get; set; }

    /// <summary>The customer's words.</summary>
    public string? Comment { get; set; }

    /// <summary>Why it is corrected.</summary>
    public string? Reason { get; set; }

    /// <summary>Every fault at once.</summary>
    public Checks Check() => new Checks()
        .Required(nameof(Score), Score).Range(nameof(Score), Score, AttemptForm.LeastScore, AttemptForm.MostScore)
        .Text(nameof(Comment), Comment, CaseLimits.Description)
        .Text(nameof(Reason), Reason, CaseLimits.Note, required: true);
}

/// <summary>What followed from a noted call: the case closed, or a complaint opened (R47).</summary>
public sealed record CallbackResult(bool Closed, string? ComplaintNumber);
