using AfterSales.Core.Shared;

namespace AfterSales.Core.Assets;

/// <summary>表读数 as typed.</summary>
public sealed class ReadingForm : EditForm<ReadingForm>
{
    /// <summary>Highest reading believed.</summary>
    public const int Highest = 9_999_999;

    /// <summary>Stands for what was typed and is no whole number, so that it is refused as that and not as missing.</summary>
    public const int Unreadable = -1;

    /// <summary>The day it was read.</summary>
    public DateOnly? ReadOn { get; set; }

    /// <summary>What the meter showed; null was not read.</summary>
    public int? Value { get; set; }

    /// <summary>换表: a new meter began.</summary>
    public bool Replaced { get; set; }

    /// <summary>What the old meter showed in the end; null is where it was read last.</summary>
    public int? OldValue { get; set; }

    /// <summary>The form of a stored reading; <paramref name="former"/> is the one before it.</summary>
    public static ReadingForm Of(MeterReading reading, MeterReading? former) => new ReadingForm
    {
        ReadOn = reading.ReadOn,
        Value = reading.Value,
        Replaced = reading.MeterReplaced,
        OldValue = reading.MeterReplaced ? reading.Before - (former?.Before ?? 0) : null,
        Version = reading.Version,
    }.Freshly();

    /// <summary>What a meter may show; null was not read.</summary>
    public static bool Readable(int? value) => value is null or (>= 0 and <= Highest);

    /// <summary>Every fault at once, but for how it fits the other readings.</summary>
    public IReadOnlyList<Problem> Check(DateOnly today) => new Checks()
        .Required(nameof(ReadOn), ReadOn).Required(nameof(Value), Value)
        .When(ReadOn > today, "Assets.DayAhead", nameof(ReadOn))
        .When(!Readable(Value), "Assets.ReadingRange", nameof(Value), 0, Highest)
        .When(Replaced && !Readable(OldValue), "Assets.ReadingRange", nameof(OldValue), 0, Highest)
        .Problems;
}
