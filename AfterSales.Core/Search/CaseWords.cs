using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Search;

/// <summary>
/// The words of a case: the caller's, the symptom's, a letter's and a visitor's, what was done and what its reports say. The database keeps an index of
/// them beside the row (<see cref="CaseWordIndex"/>), the context the row beside the case, as <see cref="SearchTails"/>.
/// </summary>
public sealed class CaseWords
{
    /// <summary>The case.</summary>
    public long CaseId { get; init; }

    /// <summary>Its <see cref="Tokens"/>, a blank between each two.</summary>
    public required string Words { get; set; }

    /// <summary>The words of a case with its reports.</summary>
    public static CaseWords Of(ServiceCase c, IEnumerable<ServiceReport> reports) => new()
    {
        CaseId = c.Id,
        Words = Join([c.Description, c.SymptomText, c.VisitorName, c.LetterSubject, c.ReceivedText, c.Resolution, .. reports.SelectMany(Texts)]),
    };

    /// <summary>The words of these cases made anew from what the transaction has saved.</summary>
    internal static async Task Renew(AfterSalesDb db, IEnumerable<long> cases, CancellationToken stop)
    {
        foreach (var id in cases)
        {
            var c = await db.Cases.AsNoTracking().SingleAsync(x => x.Id == id, stop);
            var reports = await db.ServiceReports.AsNoTracking().Where(r => r.CaseId == id).OrderBy(r => r.Id).ToListAsync(stop);
            var now = Of(c, reports);
            if (await db.CaseWords.FindAsync([id], stop) is { } kept)
            {
                kept.Words = now.Words;
                continue;
            }

            db.CaseWords.Add(now);
        }
    }

    /// <summary>What is searched of a report.</summary>
    private static IEnumerable<string?> Texts(ServiceReport r) => [r.ConfirmedSymptomText, r.CauseText, r.Remedy, r.FoundBeyond];

    private static string Join(IEnumerable<string?> texts) => string.Join(' ', texts.Where(t => t is not null).Distinct().SelectMany(Tokens.Of).Take(Tokens.Most));
}
