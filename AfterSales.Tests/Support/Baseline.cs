using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Support;

/// <summary>What every test database has: the rows that ship (<see cref="Defaults"/>), the test people, two plain symptoms.</summary>
public static class Baseline
{
    /// <summary>From when the rows hold.</summary>
    public static readonly DateTimeOffset Beginning = Defaults.Beginning;

    /// <summary>The standard service policy (DOMAIN 3, "the policy that ships as the default").</summary>
    public static ServicePolicy Policy() => Defaults.Standard();

    /// <summary>Writes people, policies and lists.</summary>
    public static async Task Fill(AfterSalesDb db)
    {
        await Defaults.Ensure(db, TestHouse.Start);
        db.AddRange(People.Rows);
        db.Add(Symptom("leak", "漏油", "Oil leak"));
        db.Add(Symptom("noise", "异响", "Noise"));
        await db.SaveChangesAsync();
        await db.Areas.ExecuteUpdateAsync(set => set.SetProperty(a => a.SupervisorId, People.Supervisor));
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("""SELECT setval(pg_get_serial_sequence('"People"', 'Id'), (SELECT MAX("Id") FROM "People"))""");
        }
    }

    private static Term Symptom(string code, string zh, string en) =>
        new() { Kind = TermKind.Symptom, Code = code, NameZh = zh, NameEn = en, ValidFrom = Beginning };
}
