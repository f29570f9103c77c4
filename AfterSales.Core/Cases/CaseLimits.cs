namespace AfterSales.Core.Cases;

/// <summary>Longest texts of a case, in UTF-16 units.</summary>
public static class CaseLimits
{
    /// <summary>The caller's words, a resolution, a timeline text.</summary>
    public const int Description = 4000;

    /// <summary>A short note.</summary>
    public const int Note = 500;

    /// <summary>A symptom in words.</summary>
    public const int Symptom = 200;

    /// <summary>A visitor's name.</summary>
    public const int Visitor = 60;

    /// <summary>A written text as received.</summary>
    public const int Received = 20_000;

    /// <summary>A case's number.</summary>
    public const int Number = 40;
}
