using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>An earlier case of which the new one repeats the fault.</summary>
/// <param name="CaseId">Its key.</param>
/// <param name="Number">Its number.</param>
/// <param name="ResolvedAt">When it was resolved.</param>
/// <param name="Days">Days between that day and today.</param>
/// <param name="Resolution">How.</param>
/// <param name="Engineer">By whom, where somebody went.</param>
/// <param name="Times">How often the fault was resolved within the days that count, up to <see cref="RepeatFault.MostCounted"/>.</param>
public sealed record RepeatHit(long CaseId, string Number, DateTimeOffset ResolvedAt, int Days, string? Resolution, string? Engineer, int Times);

/// <summary>R30: the same problem may not be repaired twice.</summary>
public static class RepeatFault
{
    /// <summary>More repairs of one fault are not counted.</summary>
    public const int MostCounted = 20;

    /// <summary>What "the same symptom" compares (DOMAIN 4): the code, else the words' comparable form.</summary>
    public static string SymptomKey(string? code, string? words)
    {
        var key = string.IsNullOrEmpty(code) ? TextRule.Key(words) : code;
        return key.Length > CaseLimits.Symptom ? key[..CaseLimits.Symptom] : key;
    }

    /// <summary>
    /// The latest repair or complaint of the machine with the symptom, resolved at or before <paramref name="at"/> and on a
    /// day at most the policy's recurrence days before; a blank machine or symptom matches nothing.
    /// </summary>
    public static async Task<RepeatHit?> Find(AfterSalesDb db, long? assetId, string symptomKey, DateTimeOffset at, ServicePolicy policy, TimeZoneInfo zone, CancellationToken stop)
    {
        if (assetId is null || symptomKey.Length == 0)
        {
            return null;
        }

        var today = zone.DayOf(at);
        var earliest = zone.StartOf(today.AddDays(-policy.RecurrenceDays));
        var hits = await db.Cases.AsNoTracking()
            .Where(c => c.AssetId == assetId && c.SymptomKey == symptomKey && c.Status != CaseStatus.Cancelled)
            .Where(c => (c.Type == CaseType.Repair || c.Type == CaseType.Complaint) && c.ResolvedAt >= earliest && c.ResolvedAt <= at)
            .OrderByDescending(c => c.ResolvedAt).ThenByDescending(c => c.Id)
            .Select(c => new { c.Id, c.Number, c.ResolvedAt, c.Resolution, Engineer = WhoWent.Either(db.Users.Where(p => p.Id == c.EngineerId).Select(p => p.Name).FirstOrDefault(), c.EngineerText) })
            .Take(MostCounted).ToListAsync(stop);
        return hits is not [var hit, ..] ? null
            : new RepeatHit(hit.Id, hit.Number, hit.ResolvedAt!.Value, today.DayNumber - zone.DayOf(hit.ResolvedAt.Value).DayNumber, hit.Resolution, hit.Engineer, hits.Count);
    }
}
