using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>New customers, contacts, phones and places in a caller's transaction: intake and customer pages go the same way.</summary>
public static class CustomerFile
{
    /// <summary>A new customer with first contact today and a number of its own.</summary>
    public static async Task<Customer> Add(Write write, CustomerForm form)
    {
        var today = write.Zone.DayOf(write.Now);
        var customer = new Customer
        {
            Code = await NumberSeries.Next(write.Db, "KH", today, write.Stop),
            Name = "",
            NameKey = "",
            FirstContactOn = today,
        };
        form.Fill(customer);
        write.Db.Customers.Add(customer);
        await write.Db.SaveChangesAsync(write.Stop);
        return customer;
    }

    /// <summary>A new contact with its numbers.</summary>
    public static async Task<Contact> AddContact(Write write, long customerId, ContactForm form)
    {
        var contact = new Contact { CustomerId = customerId, Name = "" };
        form.Fill(contact);
        contact.Phones.AddRange(form.Numbers.Select(n => Phone(0, customerId, n)));
        write.Db.Contacts.Add(contact);
        await PreferOnly(write, contact);
        await write.Db.SaveChangesAsync(write.Stop);
        return contact;
    }

    /// <summary>Of a customer's contacts one at most is preferred: the one that was made so last.</summary>
    public static async Task PreferOnly(Write write, Contact contact)
    {
        foreach (var other in contact.Preferred ? await write.Db.Contacts.Where(c => c.CustomerId == contact.CustomerId && c.Id != contact.Id && c.Preferred).ToListAsync(write.Stop) : [])
        {
            other.Preferred = false;
        }
    }

    /// <summary>One more number of a contact, up to as many as its form takes; one already there, in whatever spelling, stays as it is.</summary>
    public static async Task AddPhone(Write write, Contact contact, string number)
    {
        var phone = Phone(contact.Id, contact.CustomerId, number);
        var there = await write.Db.ContactPhones.Where(p => p.ContactId == contact.Id).Select(p => p.NumberKey).ToListAsync(write.Stop);
        if (there.Contains(phone.NumberKey) || there.Count >= ContactForm.MostPhones)
        {
            return;
        }

        write.Db.ContactPhones.Add(phone);
        await write.Db.SaveChangesAsync(write.Stop);
    }

    /// <summary>A new place.</summary>
    public static async Task<Site> AddSite(Write write, Customer customer, SiteForm form, ListBook lists)
    {
        var site = new Site { CustomerId = customer.Id, Address = "" };
        form.Fill(site, lists, customer.Area);
        write.Db.Sites.Add(site);
        await write.Db.SaveChangesAsync(write.Stop);
        return site;
    }

    /// <summary>R5: what the file still lacks: the area, somebody who can be reached (a fax reaches nobody), an address.</summary>
    public static IReadOnlyList<Problem> Missing(Customer customer, IReadOnlyCollection<Site> sites, IEnumerable<ContactPhone> phones) => new Checks()
        .When(customer.Area is null && sites.All(s => s.Area is null), "Customers.FileNeedsArea")
        .When(phones.All(p => p.Kind == PhoneKind.Fax), "Customers.FileNeedsPhone")
        .When(sites.Count == 0, "Customers.FileNeedsSite")
        .Problems;

    /// <summary>The same of what is saved.</summary>
    public static async Task<IReadOnlyList<Problem>> Missing(AfterSalesDb db, Customer customer, CancellationToken stop) => Missing(
        customer,
        await db.Sites.AsNoTracking().Where(s => s.CustomerId == customer.Id).ToListAsync(stop),
        await db.ContactPhones.AsNoTracking().Where(p => p.CustomerId == customer.Id).ToListAsync(stop));

    /// <summary>R5: files a customer of known first contact as soon as nothing is missing any more.</summary>
    public static async Task FileIfComplete(Write write, Customer customer)
    {
        if (customer is { FiledOn: null, FirstContactOn: not null } && await Missing(write.Db, customer, write.Stop) is [])
        {
            (customer.FiledOn, customer.FiledById) = (write.Zone.DayOf(write.Now), write.Actor.Id);
        }
    }

    /// <summary>In plain figures, where these are not longer than a number may be.</summary>
    private static string Plain(string number) => TextRule.Compatible(number) is { Length: <= PhoneNumber.MaxLength } plain ? plain : number;

    /// <summary>A number with its comparable form.</summary>
    public static ContactPhone Phone(long contactId, long customerId, PhoneForm form) => new()
    {
        ContactId = contactId,
        CustomerId = customerId,
        Kind = form.Kind ?? PhoneNumber.KindOf(form.Number),
        Number = Plain(TextRule.Kept(form.Number)!),
        NumberKey = form.Key,
    };
}
