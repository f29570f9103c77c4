using System.Globalization;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>Public numbers given in great number; and how far imported numbers of our own make push a day's counter, so that none is given twice.</summary>
internal sealed class NumberCounters
{
    private const int Prefix = 11;
    private readonly Dictionary<string, int> given;
    private readonly Dictionary<string, int> last;

    private NumberCounters(Dictionary<string, int> given) => (this.given, last) = (given, new(given));

    public static async Task<NumberCounters> Read(AfterSalesDb db, CancellationToken stop) =>
        new(await db.NumberSeries.AsNoTracking().ToDictionaryAsync(s => s.Series, s => s.Last, stop));

    /// <summary>The next number of a day.</summary>
    public string Next(string prefix, DateOnly day)
    {
        var series = $"{prefix}-{day.Compact()}";
        last[series] = last.GetValueOrDefault(series) + 1;
        return $"{series}-{last[series]:0000}";
    }

    /// <summary>A number that came from outside.</summary>
    public void Pass(string prefix, string number)
    {
        if (number.Length > Prefix + 1 && number.StartsWith(prefix + "-", StringComparison.Ordinal) && number[Prefix] == '-' && number.AsSpan(3, 8).IndexOfAnyExceptInRange('0', '9') < 0
            && int.TryParse(number.AsSpan(Prefix + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > last.GetValueOrDefault(number[..Prefix]))
        {
            last[number[..Prefix]] = given;
        }
    }

    /// <summary>Writes what is news.</summary>
    public async Task Save(AfterSalesDb db, CancellationToken stop)
    {
        foreach (var (series, number) in last.Where(s => given.GetValueOrDefault(s.Key) != s.Value))
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "NumberSeries" ("Series", "Last") VALUES ({series}, {number}) ON CONFLICT ("Series") DO UPDATE SET "Last" = excluded."Last" """, stop);
        }
    }
}
