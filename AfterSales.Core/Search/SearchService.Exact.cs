using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Search;

/// <content>A whole number means just what bears it.</content>
public sealed partial class SearchService
{
    /// <summary>The customer of a code, the machine of a serial, a plate or a vehicle's number.</summary>
    private static async Task<List<SearchKey>> Exact(AfterSalesDb db, string text, CancellationToken stop)
    {
        var (spelled, serial, plate, vin, found) = (Spellings(text), SerialRule.Key(text), PlateRule.Kept(text), VinRule.Kept(text), new List<SearchKey>());
        foreach (var id in await db.Customers.Where(c => spelled.Contains(c.Code)).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(stop))
        {
            var survivor = await Survivor.Of(db, id, stop);
            found.Add(new() { Tail = "", Subject = SearchSubject.Customer, SubjectId = survivor, CustomerId = survivor });
        }

        var machines = await db.Assets.Where(a => a.SerialKey == serial).Concat(db.Assets.Where(a => plate != null && a.Plate == plate)).Concat(db.Assets.Where(a => vin != null && a.Vin == vin))
            .Select(a => new { a.Id, a.CustomerId }).ToListAsync(stop);
        found.AddRange(machines.OrderBy(a => a.Id).Select(a => new SearchKey { Tail = "", Subject = SearchSubject.Asset, SubjectId = a.Id, CustomerId = a.CustomerId }));
        return found;
    }

    /// <summary>A number as typed and in either case of plain letters.</summary>
    private static IReadOnlyList<string> Spellings(string text)
    {
        var plain = TextRule.Compatible(text);
        return [.. new[] { text, plain.ToUpperInvariant(), plain.ToLowerInvariant() }.Distinct()];
    }
}
