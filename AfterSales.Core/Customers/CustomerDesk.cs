using AfterSales.Core.Assets;
using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>Changes customers, contacts and places; what somebody else changed meanwhile is told field by field.</summary>
public sealed class CustomerDesk(Writer writer, Lists lists, BusinessClock clock, Actor actor)
{
    /// <summary>A new customer with first contact today (R5 runs from then); the answer is its code.</summary>
    public async Task<Result<string>> Add(CustomerForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        var faults = form.Check(await lists.Book(stop), clock.Today);
        return faults.Count > 0 ? Result<string>.Refused(faults) : await writer.Run<string>(request, async write =>
        {
            write.Touch("customers");
            return (await CustomerFile.Add(write, form)).Code;
        }, stop);
    }

    /// <summary>Saves the customer's own fields; completes the file where nothing is missing any more (R5).</summary>
    public async Task<Result> Edit(string code, CustomerForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        var book = await lists.Book(stop);
        var faults = form.Check(book, clock.Today);
        return faults.Count > 0 ? Result.Refused(faults) : await Change(code, request, async (write, customer) =>
        {
            if (form.CustomerId is { } read && read != customer.Id)
            {
                return new Problem("Customers.FormOfAnother", null, await write.Db.Customers.Where(c => c.Id == read).Select(c => c.Code).SingleOrDefaultAsync(write.Stop), code);
            }

            var conflicts = form.Conflicts(CustomerForm.Of(customer), await write.Db.LastChangedBy(nameof(Customer), code, write.Stop), book.Told);
            if (conflicts.Count > 0)
            {
                return Result.Refused(conflicts);
            }

            form.Fill(customer);
            return Result.Done;
        }, stop);
    }

    /// <summary>Adds a contact, or saves one (<paramref name="contactId"/>); numbers taken off the form are removed.</summary>
    public async Task<Result> SaveContact(string code, long? contactId, ContactForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        var faults = form.Check();
        return faults.Count > 0 ? Result.Refused(faults) : await Change(code, request, async (write, customer) =>
        {
            if (contactId is not { } id)
            {
                await CustomerFile.AddContact(write, customer.Id, form);
                return Result.Done;
            }

            var contact = await write.Db.Contacts.Include(c => c.Phones).SingleOrDefaultAsync(c => c.Id == id && c.CustomerId == customer.Id, write.Stop) ?? throw new MissingException($"contact {id}");
            var conflicts = form.Conflicts(ContactForm.Of(contact), await write.Db.LastChangedBy(nameof(Contact), TextRule.Invariant(id), write.Stop));
            if (conflicts.Count > 0)
            {
                return Result.Refused(conflicts);
            }

            Fill(write, contact, form);
            await CustomerFile.PreferOnly(write, contact);
            return Result.Done;
        }, stop);
    }

    /// <summary>Adds a place, or saves one.</summary>
    public async Task<Result> SaveSite(string code, long? siteId, SiteForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        var book = await lists.Book(stop);
        var faults = form.Check(book);
        return faults.Count > 0 ? Result.Refused(faults) : await Change(code, request, async (write, customer) =>
        {
            if (siteId is not { } id)
            {
                await CustomerFile.AddSite(write, customer, form, book);
                return Result.Done;
            }

            var site = await write.Db.Sites.SingleOrDefaultAsync(s => s.Id == id && s.CustomerId == customer.Id, write.Stop) ?? throw new MissingException($"site {id}");
            var conflicts = form.Conflicts(SiteForm.Of(site), await write.Db.LastChangedBy(nameof(Site), TextRule.Invariant(id), write.Stop), book.Told);
            if (conflicts.Count > 0)
            {
                return Result.Refused(conflicts);
            }

            form.Fill(site, book, customer.Area);
            return Result.Done;
        }, stop);
    }

    /// <summary>建档 (R5): refused with each thing that the file still lacks.</summary>
    public Task<Result> File(string code, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        return Change(code, request, async (write, customer) =>
        {
            var missing = customer.FiledOn is null ? await CustomerFile.Missing(write.Db, customer, write.Stop) : [new Problem("Customers.AlreadyFiled", null, customer.FiledOn)];
            if (missing.Count > 0)
            {
                return Result.Refused(missing);
            }

            (customer.FiledOn, customer.FiledById) = (write.Zone.DayOf(write.Now), actor.Id);
            return Result.Done;
        }, stop);
    }

    private Task<Result> Change(string code, Guid request, Func<Write, Customer, Task<Result>> change, CancellationToken stop) =>
        writer.Run(request, async write =>
        {
            var customer = await Survivor.ToChange(write, code);
            var done = customer.AnonymousAt is null ? await change(write, customer) : new Problem("Customers.IsAnonymous");
            if (done.Ok)
            {
                await write.Db.SaveChangesAsync(write.Stop);
                await CustomerFile.FileIfComplete(write, customer);
                write.Touch("customers");
            }

            return done;
        }, stop);

    private static void Fill(Write write, Contact contact, ContactForm form)
    {
        var numbers = form.Numbers.ToDictionary(n => n.Sameness);
        foreach (var phone in contact.Phones.ToList())
        {
            if (!numbers.Remove((phone.Kind == PhoneKind.WeChat, phone.NumberKey), out var typed))
            {
                write.Db.ContactPhones.Remove(phone);
                continue;
            }

            phone.Kind = typed.Kind ?? phone.Kind;
        }

        contact.Phones.AddRange(numbers.Values.Select(n => CustomerFile.Phone(contact.Id, contact.CustomerId, n)));
        form.Fill(contact);
        write.Db.Entry(contact).Property(c => c.Name).IsModified = true;
    }
}
