namespace AfterSales.Core.Warranty;

/// <summary>A situation to which a table gives no answer, or several.</summary>
public sealed record PayerFault(PayerSituation Situation, IReadOnlyList<int> Rows)
{
    /// <summary>No row fits.</summary>
    public bool Missing => Rows.Count == 0;
}

/// <summary>Whether a decision table gives exactly one answer in every situation.</summary>
public static class PayerCheck
{
    /// <summary>Every situation without exactly one row; rows are counted from 1.</summary>
    public static IReadOnlyList<PayerFault> Faults(IReadOnlyList<PayerRow> rows) =>
    [
        .. PayerSituation.All.Select(s => new PayerFault(s, [.. rows.Select((r, i) => r.Fits(s) ? i + 1 : 0).Where(i => i > 0)])).Where(f => f.Rows.Count != 1),
    ];
}
