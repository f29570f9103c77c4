using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>Whose file goes on: a merged customer's number and key lead to the one it was merged into, over all steps.</summary>
internal static class Survivor
{
    /// <summary>The customer of a key, or the one it was merged into.</summary>
    public static async Task<long> Of(AfterSalesDb db, long id, CancellationToken stop)
    {
        while (await db.Customers.Where(c => c.Id == id).Select(c => c.MergedIntoId).SingleOrDefaultAsync(stop) is { } into)
        {
            id = into;
        }

        return id;
    }

    /// <summary>The same by number; null when there never was one.</summary>
    public static async Task<long?> Of(AfterSalesDb db, string code, CancellationToken stop) =>
        await db.Customers.Where(c => c.Code == code).Select(c => new { c.Id, c.MergedIntoId }).SingleOrDefaultAsync(stop) is not { } found ? null
            : found.MergedIntoId is { } into ? await Of(db, into, stop) : found.Id;

    /// <summary>A customer's key and those of all that were merged into it, over all steps.</summary>
    public static async Task<List<long>> Whole(AfterSalesDb db, long id, CancellationToken stop)
    {
        var (whole, last) = (new List<long> { id }, new List<long> { id });
        while (last.Count > 0)
        {
            var into = last;
            last = await db.Customers.Where(c => into.Contains(c.MergedIntoId!.Value)).Select(c => c.Id).ToListAsync(stop);
            whole.AddRange(last);
        }

        return whole;
    }

    /// <summary>
    /// The customer of a number to change; <see cref="MissingException"/> when there never was one. What was typed of one that
    /// was merged since is not the survivor's: refused with where its file went.
    /// </summary>
    public static async Task<Customer> ToChange(Write write, string code)
    {
        var customer = await write.Db.Customers.SingleOrDefaultAsync(c => c.Code == code, write.Stop) ?? throw new MissingException($"customer {code}");
        return await Went(write.Db, customer, write.Stop) is { } went ? throw new RefusedException(went) : customer;
    }

    /// <summary>That a customer's file went into another, and into which; null while it stands.</summary>
    public static async Task<Problem?> Went(AfterSalesDb db, Customer customer, CancellationToken stop)
    {
        if (customer.MergedIntoId is null)
        {
            return null;
        }

        var id = await Of(db, customer.Id, stop);
        var into = await db.Customers.Where(c => c.Id == id).Select(c => new { c.Code, c.Name }).SingleAsync(stop);
        return new("Customers.MergedInto", null, customer.Code, into.Name, into.Code);
    }
}
