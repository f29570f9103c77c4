using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;

namespace AfterSales.Core.Import;

/// <summary>DOMAIN 10, "rejected with the reason": what the cells of one row must be to one another. Pure; every fault at once.</summary>
internal static class RowRules
{
    private static readonly (int Early, int Late)[] Order =
    [
        (CaseCell.OpenedAt, CaseCell.FirstReplyAt), (CaseCell.OpenedAt, CaseCell.ArrivedAt), (CaseCell.OpenedAt, CaseCell.ResolvedAt), (CaseCell.OpenedAt, CaseCell.ClosedAt), (CaseCell.OpenedAt, CaseCell.AnsweredAt),
        (CaseCell.FirstReplyAt, CaseCell.ResolvedAt), (CaseCell.ArrivedAt, CaseCell.ResolvedAt), (CaseCell.ArrivedAt, CaseCell.ClosedAt), (CaseCell.ResolvedAt, CaseCell.ClosedAt), (CaseCell.ResolvedAt, CaseCell.AnsweredAt),
    ];

    /// <summary>Adds the row's faults; <paramref name="now"/> is the present in local time.</summary>
    public static void Check(ImportRow row, DateTime now)
    {
        foreach (var column in Columns.Of(row.Sheet.Kind!.Value))
        {
            var at = row.Values[column.Index] switch { DateTime time => time, DateOnly day => day.ToDateTime(TimeOnly.MinValue), _ => (DateTime?)null };
            if (at > now)
            {
                row.Reject(column.Index, "Import.Future");
            }
            else if (at < AssetLimits.Earliest.ToDateTime(TimeOnly.MinValue) && row.Says(column.Index))
            {
                row.Reject(column.Index, "Import.TooEarly", AssetLimits.Earliest);
            }
        }

        if (row.Sheet.Kind == SheetKind.Cases)
        {
            Case(row);
        }
        else if (row.Sheet.Kind == SheetKind.Customers)
        {
            Filed(row);
        }
    }

    /// <summary>Whoever was made anonymous stays so: nothing more of theirs comes in.</summary>
    public static void NotAnonymous(ImportRow row, int cell, Customer? customer)
    {
        if (row.State is RowState.New or RowState.Changed && customer?.AnonymousAt is not null)
        {
            row.Reject(cell, "Customers.IsAnonymous");
        }
    }

    /// <summary>R5: the days to file a customer are counted from the first contact. A merge may leave a file older than it; what we hold comes in again, and is told.</summary>
    private static void Filed(ImportRow row)
    {
        var (contact, filed) = (row.Get<DateOnly>(CustomerCell.FirstContactOn), row.Get<DateOnly>(CustomerCell.FiledOn));
        if (filed < contact && (row.Says(CustomerCell.FiledOn) || row.Says(CustomerCell.FirstContactOn)))
        {
            row.Remark(CustomerCell.FiledOn, "Import.FiledBefore", contact);
        }
    }

    private static void Case(ImportRow row)
    {
        foreach (var (early, late) in Order)
        {
            if (row.Get<DateTime>(early) is { } first && row.Get<DateTime>(late) is { } then && then < first)
            {
                row.Reject(late, "Import.OutOfOrder", Columns.Of(SheetKind.Cases)[early], first);
            }
        }

        bool Has(int cell) => row.Values[cell] is not null;
        RejectIf(Has(CaseCell.ClosedAt) && !Has(CaseCell.ResolvedAt), CaseCell.ResolvedAt, "Import.ClosedUnresolved");
        RejectIf(Has(CaseCell.Score) && !Has(CaseCell.AnsweredAt), CaseCell.AnsweredAt, "Import.ScoreWithoutTime");
        RejectIf(Has(CaseCell.AnsweredAt) && !Has(CaseCell.Score), CaseCell.Score, "Import.TimeWithoutScore");
        RejectIf(Has(CaseCell.Verdict) && !(row.Get<CaseType>(CaseCell.Type) == CaseType.Complaint && Has(CaseCell.ClosedAt)), CaseCell.Verdict, "Import.NoVerdictHere");
        RejectIf(row.Get<bool>(CaseCell.Cancelled) == true && Has(CaseCell.ResolvedAt), CaseCell.ResolvedAt, "Import.CancelledResolved");

        void RejectIf(bool wrong, int cell, string code)
        {
            // A cell that could not be read is told already; it is not missing.
            if (wrong && !row.Faults.Any(f => f.Column?.Index == cell))
            {
                row.Reject(cell, code);
            }
        }
    }
}
