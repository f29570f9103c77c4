using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Data;

/// <summary>A day's counter of public numbers; unique, never reused.</summary>
public sealed class NumberSeries
{
    /// <summary>The part before the counter, as "SC-20261124".</summary>
    public required string Series { get; init; }

    /// <summary>The last number given.</summary>
    public int Last { get; set; }

    /// <summary>The next number of a prefix for a day in the company's zone, in the caller's transaction.</summary>
    public static async Task<string> Next(AfterSalesDb db, string prefix, DateOnly day, CancellationToken stop)
    {
        var series = $"{prefix}-{day.Compact()}";
        var given = await db.Database.SqlQuery<int>(
            $"""INSERT INTO "NumberSeries" ("Series", "Last") VALUES ({series}, 1) ON CONFLICT ("Series") DO UPDATE SET "Last" = "NumberSeries"."Last" + 1 RETURNING "Last" AS "Value" """).ToListAsync(stop);
        return $"{series}-{given[0]:0000}";
    }
}
