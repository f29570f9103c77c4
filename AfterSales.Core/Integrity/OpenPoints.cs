using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Performance;
using AfterSales.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Integrity;

/// <summary>What of people and settings an administrator has to put right.</summary>
/// <param name="Headless">Areas without an active supervisor: their notices go to every one.</param>
/// <param name="Leavers">Who has left and still owns open cases.</param>
/// <param name="Untargeted">Figures without a target in force: they have no state.</param>
public sealed record OpenPoints(IReadOnlyList<Area> Headless, IReadOnlyList<Leaver> Leavers, IReadOnlyList<FigureKey> Untargeted)
{
    /// <summary>How many there are.</summary>
    public int Count => Headless.Count + Leavers.Count + Untargeted.Count;

    internal static async Task<OpenPoints> Read(AfterSalesDb db, DateTimeOffset now, CancellationToken stop)
    {
        var areas = await db.Areas.AsNoTracking().Where(a => a.ValidFrom <= now && (a.ValidTo == null || a.ValidTo > now))
            .Where(a => !db.Users.Any(p => p.Active && p.Role == Role.Supervisor && (p.Id == a.SupervisorId || p.Area == a.Code))).OrderBy(a => a.Sort).ToListAsync(stop);
        var open = db.Cases.Where(OpenCases.IsOpen);
        var leavers = await db.Users.Where(p => !p.Active && open.Any(c => c.OwnerId == p.Id)).OrderBy(p => p.UserName)
            .Select(p => new Leaver(p.Id, p.Name, open.Count(c => c.OwnerId == p.Id))).ToListAsync(stop);
        var targets = await db.Targets.Where(t => t.ValidFrom <= now && (t.ValidTo == null || t.ValidTo > now)).Select(t => t.Code).ToListAsync(stop);
        return new(areas, leavers, [.. FigureKeys.All.Where(k => !targets.Contains(k.ToString()))]);
    }
}

/// <summary>Somebody who has left, with the open cases still owned.</summary>
public sealed record Leaver(long Id, string Name, int Cases);
