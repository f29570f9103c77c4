namespace AfterSales.Core.Settings;

/// <summary>Lengths that forms check and pages tell, in characters.</summary>
public static class SettingsLimits
{
    /// <summary>A row's code.</summary>
    public const int Code = 40;

    /// <summary>A row's name.</summary>
    public const int Name = 60;

    /// <summary>A checklist's point.</summary>
    public const int Point = 200;
}
