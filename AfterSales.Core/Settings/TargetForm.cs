using AfterSales.Core.Shared;

namespace AfterSales.Core.Settings;

/// <summary>A figure's target: a share as per cent on the screen, or hours for K12.</summary>
public sealed class TargetForm : DatedForm<Target, TargetForm>
{
    /// <summary>The value as typed: per cent, or hours for K12.</summary>
    public decimal? Value { get; set; }

    /// <summary>True where more is better.</summary>
    public bool HigherIsBetter { get; set; } = true;

    /// <summary>Missed by no more than this is amber; same unit as <see cref="Value"/>.</summary>
    public decimal? AmberMargin { get; set; }

    /// <summary>K12 is a duration, the others are shares.</summary>
    public bool IsDuration => Code == "K12";

    private double Unit => IsDuration ? 60 : 0.01;

    /// <inheritdoc/>
    public override Target Row(DateTimeOffset from) => new()
    {
        Code = Code,
        ValidFrom = from,
        Value = (double)Value!.Value * Unit,
        HigherIsBetter = HigherIsBetter,
        AmberMargin = (double)AmberMargin!.Value * Unit,
    };

    /// <inheritdoc/>
    protected override void Take(Target row)
    {
        Value = Math.Round((decimal)(row.Value / Unit), 4);
        HigherIsBetter = row.HigherIsBetter;
        AmberMargin = Math.Round((decimal)(row.AmberMargin / Unit), 4);
    }

    /// <inheritdoc/>
    protected override void Check(Checks checks)
    {
        var most = IsDuration ? 10_000 : 100;
        checks.Required(nameof(Value), Value).Range(nameof(Value), Value, 0, most)
            .Required(nameof(AmberMargin), AmberMargin).Range(nameof(AmberMargin), AmberMargin, 0, most);
    }
}
