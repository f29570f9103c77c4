namespace AfterSales.Bench.Soak;

/// <summary>What a writer does in one request. The request's id stands in the texts that it writes, so that its effect can be found.</summary>
public enum StepKind
{
    /// <summary>Takes in a call; no target.</summary>
    Intake = 1,

    /// <summary>Records the first reply to a case.</summary>
    Reply = 2,

    /// <summary>Counts a chase of a case.</summary>
    Chase = 3,

    /// <summary>Puts a case on hold for a day.</summary>
    Hold = 4,

    /// <summary>Dispatches a case.</summary>
    Assign = 5,

    /// <summary>Accepts a work order.</summary>
    Accept = 6,

    /// <summary>Arrives for a work order.</summary>
    Arrive = 7,

    /// <summary>Fills in a work order's report.</summary>
    Report = 8,

    /// <summary>Answers a work order's checklist.</summary>
    Checks = 9,

    /// <summary>The user's score.</summary>
    Score = 10,

    /// <summary>The user's signature.</summary>
    Sign = 11,

    /// <summary>Completes a work order.</summary>
    Complete = 12,

    /// <summary>Notes the answer to a callback.</summary>
    Call = 13,
}

/// <summary>One request as it goes over the pipe: "Reply 5f0c… SC-20261124-0007".</summary>
public sealed record Step(StepKind Kind, Guid Request, string Target)
{
    /// <summary>The request's id as it stands in texts.</summary>
    public string Mark => Request.ToString("N");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Step Parse(string line)
    {
        var words = line.Split(' ');
        return new(Enum.Parse<StepKind>(words[0]), Guid.Parse(words[1]), words[2]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Mark} {Target}";
}
