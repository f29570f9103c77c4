using AfterSales.Core.Data;
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
        var contact = new Contact { CustomerId = customerId, Name = TextRule.Kept(form.Name)!, Title = TextRule.Kept(form.Title) };
        contact.Phones.AddRange(form.Numbers.Select(n => Phone(0, customerId, n)));
        write.Db.Contacts.Add(contact);
        await write.Db.SaveChangesAsync(write.Stop);
        return contact;
    }

    /// <summary>One more number of a contact; one already there, in whatever spelling, stays as it is.</summary>
    public static async Task AddPhone(Write write, Contact contact, string number)
    {
        var phone = Phone(contact.Id, contact.CustomerId, number);
        if (await write.Db.ContactPhones.AnyAsync(p => p.ContactId == contact.Id && p.NumberKey == phone.NumberKey, write.Stop))
        {
            return;
        }

        write.Db.ContactPhones.Add(phone);
        await write.Db.SaveChangesAsync(write.Stop);
    }

    /// <summary>A new place.</summary>
    public static async Task<Site> AddSite(Write write, long customerId, SiteForm form)
    {
        var site = new Site { CustomerId = customerId, Address = "" };
        form.Fill(site);
        write.Db.Sites.Add(site);
        await write.Db.SaveChangesAsync(write.Stop);
        return site;
    }

    /// <summary>R5: what the file still lacks: the area, somebody with a number, an address.</summary>
    public static async Task<IReadOnlyList<Problem>> Missing(AfterSalesDb db, Customer customer, CancellationToken stop) => new Checks()
        .When(customer.Area is null && !await db.Sites.AnyAsync(s => s.CustomerId == customer.Id && s.Area != null, stop), "Customers.FileNeedsArea")
        .When(!await db.ContactPhones.AnyAsync(p => p.CustomerId == customer.Id, stop), "Customers.FileNeedsPhone")
        .When(!await db.Sites.AnyAsync(s => s.CustomerId == customer.Id, stop), "Customers.FileNeedsSite")
        .Problems;

    /// <summary>R5: files a customer of known first contact as soon as nothing is missing any more.</summary>
    public static async Task FileIfComplete(Write write, Customer customer)
    {
        if (customer is { FiledOn: null, FirstContactOn: not null } && await Missing(write.Db, customer, write.Stop) is [])
        {
            (customer.FiledOn, customer.FiledById) = (write.Zone.DayOf(write.Now), write.Actor.Id);
        }
    }

    /// <summary>A number with its comparable form.</summary>
    public static ContactPhone Phone(long contactId, long customerId, string number) =>
        new() { ContactId = contactId, CustomerId = customerId, Number = number, NumberKey = PhoneNumber.Key(number) };
}
