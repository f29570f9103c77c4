using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Warranty;

/// <summary>
/// The repairs of machines as the warranty counts them: from the first arrival, of goods handed over from the intake, or from
/// the first wait for a part or by our own fault where that is earlier, up to the resolution. Guidance by phone is no repair,
/// nor is what was found to be misuse or otherwise not covered (R14).
/// </summary>
internal static class RepairReader
{
    public static async Task<IReadOnlyList<(long AssetId, RepairFact Fact)>> Of(AfterSalesDb db, ListBook book, IReadOnlyCollection<Asset> assets, TimeZoneInfo zone, CancellationToken stop)
    {
        var begins = assets.ToDictionary(a => a.Id, a => book.PolicyOf(a, zone) is { } p ? p.PartHolds.Union(p.OwnHolds).ToList() : []);
        var machines = begins.Keys.ToList();
        var cases = await db.Cases.AsNoTracking().Where(c => c.AssetId != null && machines.Contains(c.AssetId.Value) && c.Type == CaseType.Repair && c.Status != CaseStatus.Cancelled)
            .Select(c => new Repair(c.Id, c.AssetId!.Value, c.Number, c.Mode, c.OpenedAt, c.ArrivedAt, c.ResolvedAt, c.Symptom, c.SymptomKey)).ToListAsync(stop);
        if (cases.Count == 0)
        {
            return [];
        }

        var ids = cases.Select(c => c.Id).ToList();
        var holds = (await db.CaseHolds.AsNoTracking().Where(h => ids.Contains(h.CaseId)).ToListAsync(stop)).ToLookup(h => h.CaseId);
        var reports = (await db.ServiceReports.Where(r => ids.Contains(r.CaseId)).OrderBy(r => r.Id).Select(r => new Found(r.CaseId, r.Cause, r.ConfirmedSymptom)).ToListAsync(stop)).ToLookup(r => r.CaseId);
        var parts = (await (from r in db.ServiceReports where ids.Contains(r.CaseId) join p in db.ReportParts on r.Id equals p.ServiceReportId where p.Assembly != null select new { r.CaseId, p.Assembly }).ToListAsync(stop))
            .ToLookup(p => p.CaseId, p => p.Assembly!);
        return
        [
            .. from c in cases
               where Covered(book, reports[c.Id].LastOrDefault(r => r.Cause is not null)?.Cause)
               let fact = Fact(book, c, [.. holds[c.Id]], begins[c.AssetId], reports[c.Id].LastOrDefault(r => r.Symptom is not null)?.Symptom, [.. parts[c.Id].Distinct().Order(StringComparer.Ordinal)], zone)
               where fact is not null
               select (c.AssetId, fact),
        ];
    }

    private static bool Covered(ListBook book, string? cause) => book.CauseGroup(cause) is not (CauseGroup.Misuse or CauseGroup.NotCovered);

    private static RepairFact? Fact(ListBook book, Repair c, IReadOnlyList<CaseHold> holds, List<string> begins, string? confirmed, IReadOnlyList<string> replaced, TimeZoneInfo zone)
    {
        if (c is { Mode: ServiceMode.Remote, ArrivedAt: null })
        {
            return null;
        }

        var begun = c.ArrivedAt ?? (c.Mode is ServiceMode.Workshop or ServiceMode.SentIn ? c.OpenedAt : null);
        if (holds.Where(h => begins.Contains(h.Reason)).Select(h => (DateTimeOffset?)h.From).Append(begun).Min() is not { } first)
        {
            return null;
        }

        return new RepairFact(
            c.Number, zone.DayOf(c.OpenedAt), zone.DayOf(first), c.ResolvedAt is { } resolved ? zone.DayOf(resolved) : null, confirmed ?? c.SymptomKey,
            book.Term(TermKind.Symptom, confirmed ?? c.Symptom)?.Safety ?? false, replaced,
            [.. holds.Select(h => new WaitFact(zone.DayOf(h.From), (h.EndedAt ?? c.ResolvedAt) is { } end ? zone.DayOf(end) : null, h.Reason))]);
    }

    private sealed record Repair(long Id, long AssetId, string Number, ServiceMode Mode, DateTimeOffset OpenedAt, DateTimeOffset? ArrivedAt, DateTimeOffset? ResolvedAt, string? Symptom, string SymptomKey);

    private sealed record Found(long CaseId, string? Cause, string? Symptom);
}
