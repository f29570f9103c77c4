using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>匿名化: one person asks with a reason, a manager decides; granted, it can't be undone (decision 0022).</summary>
public sealed class Anonymising(Writer writer, Actor actor)
{
    private const int Named = 5;

    /// <summary>Asks for it; refused while there is something to do for the customer. The managers are told.</summary>
    public async Task<Result> Ask(string code, string? reason, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        var faults = new Checks().Text("Reason", reason, CaseLimits.Note, required: true).Problems;
        return faults.Count > 0 ? Result.Refused(faults) : await Change(code, request, async (write, customer) =>
        {
            var wrong = customer.AnonymityAskedAt is null ? await Waiting(write.Db, customer.Id, write.Stop) : [new Problem("Customers.AnonymityAskedAlready")];
            wrong = wrong.Count > 0 ? wrong : await Told(write.Db, customer, reason!, "Reason", write.Stop);
            if (wrong.Count > 0)
            {
                return Result.Refused(wrong);
            }

            customer.AskAnonymity(write.Now, actor.Id, TextRule.Kept(reason)!);
            await write.Notify(await Audience.Of(write, Role.Manager), NoticeKind.AnonymityAsked, Cause(customer), null, ("customer", customer.Code));
            return Result.Done;
        }, stop);
    }

    /// <summary>Granted: everything that tells who it is is replaced, here and in the trail, and stays so. What was asked for must still stand, and nothing may wait.</summary>
    public Task<Result> Grant(string code, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Anonymise);
        return Change(code, request, async (write, customer) =>
        {
            await Writer.Alone(write);
            var wrong = Asked(customer) ?? await Waiting(write.Db, customer.Id, write.Stop);
            // The file may have got a name since it was asked for.
            wrong = wrong.Count > 0 ? wrong : await Told(write.Db, customer, customer.AnonymityReason!, null, write.Stop);
            if (wrong.Count > 0)
            {
                return Result.Refused(wrong);
            }

            await Tell(write, customer, null);
            await Anonymiser.Replace(write, customer);
            return Result.Done;
        }, stop);
    }

    /// <summary>Refused, with the reason that who asked reads; it may be asked for again.</summary>
    public async Task<Result> Refuse(string code, string? reason, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Anonymise);
        var faults = new Checks().Text("Reason", reason, CaseLimits.Note, required: true).Problems;
        return faults.Count > 0 ? Result.Refused(faults) : await Change(code, request, async (write, customer) =>
        {
            if (Asked(customer) is { } wrong)
            {
                return Result.Refused(wrong);
            }

            await Tell(write, customer, TextRule.Kept(reason));
            (customer.AnonymityAskedAt, customer.AnonymityAskedById, customer.AnonymityReason) = (null, null, null);
            return Result.Done;
        }, stop);
    }

    /// <summary>Refused where the reason, which outlasts the rest, would tell who it was: by a name, an account, a place, a machine or a number.</summary>
    private static async Task<IReadOnlyList<Problem>> Told(AfterSalesDb db, Customer customer, string reason, string? field, CancellationToken stop)
    {
        var whole = await Survivor.Whole(db, customer.Id, stop);
        var machines = db.Assets.Where(a => a.CustomerId == customer.Id);
        var names = await db.Customers.Where(c => whole.Contains(c.Id)).Select(c => c.Name)
            .Concat(db.Contacts.Where(c => c.CustomerId == customer.Id).Select(c => c.Name))
            .Concat(db.Sites.Where(s => s.CustomerId == customer.Id).Select(s => s.Address))
            .Concat(machines.Select(a => a.SerialNo)).Concat(machines.Where(a => a.Plate != null).Select(a => a.Plate!)).Concat(machines.Where(a => a.Vin != null).Select(a => a.Vin!))
            .ToListAsync(stop);
        var numbers = await db.ContactPhones.Where(p => p.CustomerId == customer.Id).Select(p => new { p.Number, p.Kind }).ToListAsync(stop);
        names.AddRange(numbers.Where(p => p.Kind == PhoneKind.WeChat && !PhoneNumber.LooksWhole(p.Number)).Select(p => p.Number));
        return names.Find(n => Mentions.Tells(reason, n)) is { } name ? [new("Customers.AnonymityReasonNames", field, name)]
            : NumbersInWords.Masked(reason) != reason || numbers.Exists(p => Mentions.HoldsNumber(reason, p.Number)) ? [new("Customers.AnonymityReasonNumber", field)]
            : [];
    }

    private static IReadOnlyList<Problem>? Asked(Customer customer) => customer is { AnonymityAskedAt: not null, AnonymousAt: null } ? null : [new Problem("Customers.AnonymityNotAsked")];

    /// <summary>Who is still to be served must still be known: a case not closed, a follow-up to come.</summary>
    internal static async Task<IReadOnlyList<Problem>> Waiting(AfterSalesDb db, long customerId, CancellationToken stop)
    {
        var cases = db.Cases.Where(c => c.CustomerId == customerId);
        var open = cases.Where(c => c.Status != CaseStatus.Closed && c.Status != CaseStatus.Cancelled);
        var named = await open.OrderBy(c => c.Id).Select(c => c.Number).Take(Named).ToListAsync(stop);
        var calls = await cases.Join(db.Callbacks.Where(Callback.IsToCome), c => c.Id, k => k.CaseId, (c, k) => k.Id).CountAsync(stop);
        return new Checks()
            .When(named.Count > 0, "Customers.AnonymityOpenCases", null, named.Count < Named ? named.Count : await open.CountAsync(stop), named)
            .When(calls > 0, "Customers.AnonymityCallbacks", null, calls).Problems;
    }

    private static Task Tell(Write write, Customer customer, string? why) =>
        write.Notify(customer.AnonymityAskedById, NoticeKind.AnonymityDecided, Cause(customer), null, ("customer", customer.Code), ("reason", why));

    internal static string Cause(Customer customer) => $"{customer.Code}/{TextRule.Invariant(customer.AnonymityAskedAt!.Value.ToUnixTimeMilliseconds())}";

    private Task<Result> Change(string code, Guid request, Func<Write, Customer, Task<Result>> change, CancellationToken stop) => writer.Run(request, async write =>
    {
        write.Touch("customers");
        return await change(write, await Survivor.ToChange(write, code));
    }, stop);
}
