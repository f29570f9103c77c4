using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>What of the records that a file speaks of is on file, by code, serial and number, read in batches.</summary>
internal sealed class Stored(AfterSalesDb db, CancellationToken stop)
{
    private const int Batch = 2_000;

    /// <summary>By the code asked for; a merged customer's code leads to the one it was merged into.</summary>
    public Dictionary<string, Customer> Customers { get; } = [];

    public Dictionary<string, Asset> Assets { get; } = [];

    /// <summary>Codes of the customers of these machines, by key.</summary>
    public Dictionary<long, Customer> Owners { get; } = [];

    public async Task ReadCustomers(IEnumerable<string> codes)
    {
        foreach (var batch in codes.Distinct().Where(c => !Customers.ContainsKey(c)).Chunk(Batch))
        {
            var found = await Whole().Where(c => batch.Contains(c.Code)).ToListAsync(stop);
            var gone = found.Where(c => c.MergedIntoId is not null).Select(c => c.MergedIntoId!.Value).ToList();
            var survivors = gone.Count == 0 ? [] : await Survivors(gone);
            foreach (var customer in found)
            {
                var stands = Remember(customer.MergedIntoId is { } into ? survivors[into] : customer);
                (Customers[customer.Code], Customers[stands.Code]) = (stands, stands);
            }
        }
    }

    public async Task ReadAssets(IEnumerable<string> serials)
    {
        foreach (var batch in serials.Distinct().Where(s => !Assets.ContainsKey(s)).Chunk(Batch))
        {
            foreach (var asset in await db.Assets.AsNoTracking().Where(a => batch.Contains(a.SerialNo)).ToListAsync(stop))
            {
                Assets[asset.SerialNo] = asset;
            }
        }

        var missing = Assets.Values.SelectMany(a => new[] { a.CustomerId, a.DealerId ?? a.CustomerId }).Where(id => !Owners.ContainsKey(id)).Distinct();
        foreach (var batch in missing.Chunk(Batch).ToList())
        {
            foreach (var owner in await Whole().Where(c => batch.Contains(c.Id)).ToListAsync(stop))
            {
                Remember(owner);
            }
        }
    }

    /// <summary>A chain of merges is followed to its end.</summary>
    private async Task<Dictionary<long, Customer>> Survivors(IReadOnlyList<long> ids)
    {
        var ends = new Dictionary<long, Customer>();
        foreach (var id in ids.Distinct())
        {
            ends[id] = await Whole().SingleAsync(c => c.Id == id, stop);
            while (ends[id].MergedIntoId is { } next)
            {
                ends[id] = await Whole().SingleAsync(c => c.Id == next, stop);
            }
        }

        return ends;
    }

    private Customer Remember(Customer customer) => Owners.TryGetValue(customer.Id, out var known) ? known : Owners[customer.Id] = customer;

    private IQueryable<Customer> Whole() => Whole(db);

    /// <summary>Customers with everything that hangs on them.</summary>
    public static IQueryable<Customer> Whole(AfterSalesDb db) => db.Customers.AsNoTracking().Include(c => c.Sites).Include(c => c.Contacts).ThenInclude(c => c.Phones).AsSplitQuery();
}
