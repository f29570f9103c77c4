using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Warranty;

/// <summary>费用归属表 as typed; refused as long as a situation has no row, or several.</summary>
public sealed class PayerTableForm : NamedForm<PayerTable, PayerTableForm>
{
    /// <summary>Most rows.</summary>
    public const int MostRows = 60;

    private const int FaultsTold = 10;

    /// <summary>The rows.</summary>
    public List<RowLine> Rows { get; set; } = [];

    /// <inheritdoc/>
    protected override void Take(PayerTable row)
    {
        base.Take(row);
        Rows =
        [
            .. row.Rows.Select(r => new RowLine
            {
                Work = r.Work, Cover = r.Cover, Papers = r.Papers, Cause = r.Cause, Route = r.Route, Payer = r.Payer, Rule = r.Rule, ReasonZh = r.ReasonZh, ReasonEn = r.ReasonEn,
            }),
        ];
    }

    /// <inheritdoc/>
    public override PayerTable Row(DateTimeOffset from) =>
        new() { Code = Code, ValidFrom = from, NameZh = NameZh!.Trim(), NameEn = NameEn!.Trim(), Sort = Sort, Rows = [.. Rows.Select(r => r.Row())] };

    /// <inheritdoc/>
    protected override void Check(Checks checks)
    {
        base.Check(checks);
        checks.When(Code != PayerTable.Standard, "Shared.NotInList", nameof(Code)).When(Rows.Count > MostRows, "Settings.TooManyLines", nameof(Rows), MostRows);
        for (var i = 0; i < Rows.Count; i++)
        {
            Rows[i].Check(checks, $"Rows[{i}].");
        }

        if (checks.Problems.Count > 0)
        {
            return;
        }

        var faults = PayerCheck.Faults([.. Rows.Select(r => r.Row())]);
        foreach (var fault in faults.Take(FaultsTold))
        {
            var (s, rows) = (fault.Situation, fault.Rows.Select(r => TextRule.Invariant(r)).ToList());
            checks.When(fault.Missing, "Warranty.PayerMissing", nameof(Rows), s.Work, s.Cover, s.Papers, s.Cause, s.Route)
                .When(!fault.Missing, "Warranty.PayerTwice", nameof(Rows), s.Work, s.Cover, s.Papers, s.Cause, s.Route, rows);
        }

        checks.When(faults.Count > FaultsTold, "Warranty.PayerMore", nameof(Rows), faults.Count - FaultsTold);
    }

    /// <summary>One row; what is null is any.</summary>
    public sealed class RowLine
    {
        /// <summary>By phone or with work.</summary>
        public PayerWork? Work { get; set; }

        /// <summary>The warranty.</summary>
        public WarrantyCover? Cover { get; set; }

        /// <summary>The papers.</summary>
        public PayerPapers? Papers { get; set; }

        /// <summary>The cause's group.</summary>
        public CauseGroup? Cause { get; set; }

        /// <summary>The way of sale.</summary>
        public SalesRoute? Route { get; set; }

        /// <summary>Who pays.</summary>
        public Payer? Payer { get; set; }

        /// <summary>The rules.</summary>
        public string? Rule { get; set; }

        /// <summary>Why, Chinese.</summary>
        public string? ReasonZh { get; set; }

        /// <summary>Why, English.</summary>
        public string? ReasonEn { get; set; }

        internal PayerRow Row() => new(Work, Cover, Papers, Cause, Route, Payer!.Value, TextRule.Kept(Rule) ?? "", ReasonZh!.Trim(), ReasonEn!.Trim());

        internal void Check(Checks checks, string at) => checks
            .Member<PayerWork>(at + nameof(Work), Work).Member<WarrantyCover>(at + nameof(Cover), Cover).Member<PayerPapers>(at + nameof(Papers), Papers)
            .Member<CauseGroup>(at + nameof(Cause), Cause).Member<SalesRoute>(at + nameof(Route), Route)
            .Required(at + nameof(Payer), Payer).Member<Payer>(at + nameof(Payer), Payer)
            .Text(at + nameof(Rule), Rule, SettingsLimits.Code)
            .Text(at + nameof(ReasonZh), ReasonZh, SettingsLimits.Point, required: true).Text(at + nameof(ReasonEn), ReasonEn, SettingsLimits.Point, required: true);
    }
}
