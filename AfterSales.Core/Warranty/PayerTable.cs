using AfterSales.Core.Settings;

namespace AfterSales.Core.Warranty;

/// <summary>
/// 费用归属 as one decision table (R10–R15), in one version: a case is judged by the one that held when it was taken in.
/// Complete and without contradiction: every combination has exactly one row (<see cref="PayerCheck"/>).
/// </summary>
public sealed class PayerTable : Named
{
    /// <summary>Code of the one table.</summary>
    public const string Standard = "standard";

    /// <summary>Its rows.</summary>
    public List<PayerRow> Rows { get; init; } = [];

    /// <summary>Who pays in a situation; none is open, where a table was stored before a new kind of situation existed.</summary>
    public WhoPays Of(PayerSituation situation) => Rows.Find(r => r.Fits(situation)) is { } row
        ? new(row.Payer, row.Rule, row.ReasonZh, row.ReasonEn) : new(Payer.Open, "", "", "");
}

/// <summary>A row: what it is for (null is any), who pays and why.</summary>
/// <param name="Work">By phone or with work done.</param>
/// <param name="Cover">The warranty.</param>
/// <param name="Papers">R14: the papers.</param>
/// <param name="Cause">The group of the cause.</param>
/// <param name="Route">The way of sale.</param>
/// <param name="Payer">Who pays.</param>
/// <param name="Rule">The rules it comes from.</param>
/// <param name="ReasonZh">Why, in the user's words, Chinese.</param>
/// <param name="ReasonEn">The same in English.</param>
public sealed record PayerRow(PayerWork? Work, WarrantyCover? Cover, PayerPapers? Papers, CauseGroup? Cause, SalesRoute? Route, Payer Payer, string Rule, string ReasonZh, string ReasonEn)
{
    /// <summary>True when the row is for the situation.</summary>
    public bool Fits(PayerSituation s) =>
        (Work ?? s.Work) == s.Work && (Cover ?? s.Cover) == s.Cover && (Papers ?? s.Papers) == s.Papers && (Cause ?? s.Cause) == s.Cause && (Route ?? s.Route) == s.Route;
}

/// <summary>What decides who pays.</summary>
public sealed record PayerSituation(PayerWork Work, WarrantyCover Cover, PayerPapers Papers, CauseGroup Cause, SalesRoute Route)
{
    /// <summary>Every situation there is.</summary>
    public static IReadOnlyList<PayerSituation> All { get; } =
    [
        .. from work in Enum.GetValues<PayerWork>()
           from cover in Enum.GetValues<WarrantyCover>()
           from papers in Enum.GetValues<PayerPapers>()
           from cause in Enum.GetValues<CauseGroup>()
           from route in Enum.GetValues<SalesRoute>()
           select new PayerSituation(work, cover, papers, cause, route),
    ];
}

/// <summary>R11: what is done.</summary>
public enum PayerWork
{
    /// <summary>电话指导: nobody is sent.</summary>
    Guidance = 1,

    /// <summary>On site, in the workshop, sent in.</summary>
    Work = 2,
}

/// <summary>R14: warranty card and invoice.</summary>
public enum PayerPapers
{
    /// <summary>One of them is on file, or was not asked for.</summary>
    OnFile = 1,

    /// <summary>There is neither.</summary>
    Missing = 2,
}

/// <summary>The way of sale.</summary>
public enum SalesRoute
{
    /// <summary>直销.</summary>
    Direct = 1,

    /// <summary>经销商.</summary>
    Dealer = 2,
}
