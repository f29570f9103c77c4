namespace AfterSales.Core.Attachments;

/// <summary>How much may be attached.</summary>
public static class AttachmentLimits
{
    /// <summary>Of one file, in MB.</summary>
    public const int MostMegabytes = 20;

    /// <summary>Of one file, in bytes.</summary>
    public const long MostBytes = MostMegabytes * 1024L * 1024;

    /// <summary>Files of one case, those taken away not counted.</summary>
    public const int MostOfCase = 60;

    /// <summary>Documents of one machine, those taken away not counted.</summary>
    public const int MostOfMachine = 60;

    /// <summary>Longest name shown.</summary>
    public const int Name = 120;
}
