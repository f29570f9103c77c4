using AfterSales.Core.Cases;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Complaints;

/// <summary>A complaint as it is heard, about a case.</summary>
public sealed class ComplaintForm
{
    /// <summary>The case that it is about.</summary>
    public string? ParentNumber { get; set; }

    /// <summary>How it came.</summary>
    public Channel? Channel { get; set; } = Cases.Channel.Phone;

    /// <summary>严重程度.</summary>
    public Severity? Severity { get; set; } = Complaints.Severity.Minor;

    /// <summary>The customer's words.</summary>
    public string? Words { get; set; }

    /// <summary>R4: met in this very call.</summary>
    public bool AnsweredOnSpot { get; set; }

    /// <summary>What was answered on the spot.</summary>
    public string? Answer { get; set; }

    /// <summary>Every fault at once.</summary>
    public Checks Check() => new Checks()
        .Required(nameof(Channel), Channel).Member(nameof(Channel), Channel)
        .Required(nameof(Severity), Severity).Member(nameof(Severity), Severity)
        .Text(nameof(Words), Words, CaseLimits.Description, required: true)
        .Text(nameof(Answer), Answer, CaseLimits.Description, required: AnsweredOnSpot);
}

/// <summary>R4: reported to a supervisor; nobody named means the one of the case's area.</summary>
public sealed class ComplaintReportForm
{
    /// <summary>To whom.</summary>
    public long? ToId { get; set; }

    /// <summary>What was written with it.</summary>
    public string? Note { get; set; }

    /// <summary>Every fault at once.</summary>
    public Checks Check() => new Checks().Text(nameof(Note), Note, CaseLimits.Description);
}

/// <summary>The solution, with what the supervisor makes of the complaint.</summary>
public sealed class SolutionForm
{
    /// <summary>严重程度, as judged by the supervisor.</summary>
    public Severity? Severity { get; set; }

    /// <summary>What caused the complaint.</summary>
    public string? Cause { get; set; }

    /// <summary>What is going to be done.</summary>
    public string? Solution { get; set; }

    /// <summary>Every fault at once.</summary>
    public Checks Check() => new Checks()
        .Required(nameof(Severity), Severity).Member(nameof(Severity), Severity)
        .Text(nameof(Cause), Cause, CaseLimits.Description)
        .Text(nameof(Solution), Solution, CaseLimits.Description, required: true);
}

/// <summary>The customer was told the solution.</summary>
public sealed class SolutionToldForm
{
    /// <summary>By telephone or in writing.</summary>
    public ReplyHow? How { get; set; } = ReplyHow.Phone;

    /// <summary>What was said.</summary>
    public string? Words { get; set; }

    /// <summary>Every fault at once.</summary>
    public Checks Check() => new Checks()
        .Required(nameof(How), How)
        .When(How is { } how && how is not (ReplyHow.Phone or ReplyHow.Writing), "Shared.NotInList", nameof(How))
        .Text(nameof(Words), Words, CaseLimits.Description, required: true);
}

/// <summary>What was done about the complaint.</summary>
public sealed class HandlingForm
{
    /// <summary>处理结果.</summary>
    public string? Handling { get; set; }

    /// <summary>Every fault at once.</summary>
    public Checks Check() => new Checks().Text(nameof(Handling), Handling, CaseLimits.Description, required: true);
}

/// <summary>The customer's judgement of the handling.</summary>
public sealed class VerdictForm
{
    /// <summary>投诉评价.</summary>
    public Verdict? Verdict { get; set; }

    /// <summary>The customer's words.</summary>
    public string? Words { get; set; }

    /// <summary>Every fault at once; who isn't satisfied is quoted.</summary>
    public Checks Check() => new Checks()
        .Required(nameof(Verdict), Verdict).Member(nameof(Verdict), Verdict)
        .Text(nameof(Words), Words, CaseLimits.Description, required: Verdict == Complaints.Verdict.Dissatisfied);
}
