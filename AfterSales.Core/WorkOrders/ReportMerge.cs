using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>Two devices fill in the same report: what the other saved comes in beside own typing. Pure.</summary>
public static class ReportMerge
{
    /// <summary>
    /// Brings <paramref name="mine"/> up to what is stored now. A field not touched since <paramref name="seen"/> takes the
    /// other's value; one that both changed keeps own typing, and the other's value is told under it.
    /// </summary>
    public static IReadOnlyList<Problem> Take(ReportForm mine, ReportForm seen, ReportForm theirs, ListBook lists)
    {
        var (was, now) = (seen.Fields().ToDictionary(f => f.Field, f => f.Value), theirs.Fields().ToDictionary(f => f.Field, f => f.Value));
        var both = new List<Problem>();
        foreach (var (field, typed) in mine.Fields().Where(f => now[f.Field] != was[f.Field] && now[f.Field] != f.Value))
        {
            if (typed == was[field])
            {
                mine.Copy(field, theirs);
            }
            else
            {
                both.Add(new Problem("WorkOrders.OtherWrote", field, lists.Shown(field, now[field])));
            }
        }

        mine.Version = theirs.Version;
        return both;
    }

    /// <summary>Takes one field over from another form.</summary>
    public static void Copy(this ReportForm form, string field, ReportForm from)
    {
        switch (field)
        {
            case nameof(ReportForm.ConfirmedSymptom): form.ConfirmedSymptom = from.ConfirmedSymptom; break;
            case nameof(ReportForm.ConfirmedSymptomText): form.ConfirmedSymptomText = from.ConfirmedSymptomText; break;
            case nameof(ReportForm.Cause): form.Cause = from.Cause; break;
            case nameof(ReportForm.CauseText): form.CauseText = from.CauseText; break;
            case nameof(ReportForm.Remedy): form.Remedy = from.Remedy; break;
            case nameof(ReportForm.Hours): form.Hours = from.Hours; break;
            case nameof(ReportForm.UserName): form.UserName = from.UserName; break;
            case nameof(ReportForm.FoundBeyond): form.FoundBeyond = from.FoundBeyond; break;
            case nameof(ReportForm.Parts): form.Parts = [.. from.Parts.Select(p => p.Copy())]; break;
            default: throw new ArgumentOutOfRangeException(nameof(field), field, "no field of the report");
        }
    }

    /// <summary>A form of its own with the same content.</summary>
    public static ReportForm Copy(this ReportForm form)
    {
        var copy = new ReportForm { Version = form.Version };
        foreach (var (field, _) in form.Fields())
        {
            copy.Copy(field, form);
        }

        return copy;
    }

    private static PartForm Copy(this PartForm part) =>
        new() { PartNo = part.PartNo, Name = part.Name, Quantity = part.Quantity, OldSerial = part.OldSerial, NewSerial = part.NewSerial };
}
