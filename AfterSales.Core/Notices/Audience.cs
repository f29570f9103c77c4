using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Notices;

/// <summary>Who is to be told, among those who still work here.</summary>
public static class Audience
{
    /// <summary>Everybody of a role.</summary>
    public static Task<List<long>> Of(Write write, Role role) =>
        write.Db.Users.Where(p => p.Active && p.Role == role).Select(p => p.Id).ToListAsync(write.Stop);

    /// <summary>The person, if still here.</summary>
    public static Task<List<long>> Of(Write write, long? personId) =>
        write.Db.Users.Where(p => p.Active && p.Id == personId).Select(p => p.Id).ToListAsync(write.Stop);

    /// <summary>The supervisor of a case's area (片区主管): the one named, else those who serve it, else every supervisor.</summary>
    public static async Task<List<long>> Supervisors(Write write, long caseId)
    {
        var area = await write.Db.CaseFacts.Where(f => f.CaseId == caseId).Select(f => f.Area).SingleOrDefaultAsync(write.Stop);
        return await SupervisorsOf(write, area);
    }

    /// <summary>The same by the area's code; null is no area.</summary>
    public static async Task<List<long>> SupervisorsOf(Write write, string? area)
    {
        var named = await write.Db.Areas.Where(a => a.Code == area && a.ValidTo == null).Select(a => a.SupervisorId).FirstOrDefaultAsync(write.Stop);
        var all = await write.Db.Users.Where(p => p.Active && p.Role == Role.Supervisor).Select(p => new { p.Id, p.Area }).ToListAsync(write.Stop);
        if (all.Any(p => p.Id == named))
        {
            return [named!.Value];
        }

        var serving = all.Where(p => area is not null && p.Area == area).Select(p => p.Id).ToList();
        return serving.Count > 0 ? serving : [.. all.Select(p => p.Id)];
    }
}
