using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>Customers of a file: new ones whole, and what changes of those on file.</summary>
internal static class CustomerWriting
{
    /// <summary>A new customer with its contact and place; they get their keys here.</summary>
    public static Customer New(object?[] v, ListBook book, Func<object, long> key)
    {
        var name = (string)v[CustomerCell.Name]!;
        var customer = new Customer
        {
            Code = (string)v[CustomerCell.Code]!,
            Name = name,
            NameKey = CustomerForm.NameKey(name),
            Kind = v[CustomerCell.Kind] is CustomerKind kind ? kind : CustomerKind.EndUser,
            Tier = v[CustomerCell.Tier] is CustomerTier tier ? tier : CustomerTier.C,
            Area = v[CustomerCell.Area] as string,
            FirstContactOn = v[CustomerCell.FirstContactOn] as DateOnly?,
            FiledOn = v[CustomerCell.FiledOn] as DateOnly?,
        };
        key(customer);
        if (Contact(v, customer) is { } contact)
        {
            customer.Contacts.Add(contact);
        }

        if (v[CustomerCell.Address] is not null || v[CustomerCell.DistanceKm] is not null)
        {
            customer.Sites.Add(Located(new Site { CustomerId = customer.Id, Address = "" }, v, customer, book));
        }

        return customer;
    }

    /// <summary>Customers to change, with what hangs on them.</summary>
    public static Task<List<Customer>> Open(Write write, IReadOnlyList<long> ids) =>
        write.Db.Customers.Include(c => c.Contacts).ThenInclude(c => c.Phones).Include(c => c.Sites).AsSplitQuery().Where(c => ids.Contains(c.Id)).ToListAsync(write.Stop);

    /// <summary>Brings the customer from one row to another; what is alike in both stays untouched.</summary>
    public static void Change(Write write, Customer c, ListBook book, object?[] before, object?[] after)
    {
        bool Moved(params int[] cells) => cells.Any(i => !Equals(before[i], after[i]));
        if (Moved(CustomerCell.Name))
        {
            c.Name = (string)after[CustomerCell.Name]!;
            c.NameKey = CustomerForm.NameKey(c.Name);
        }

        (c.Kind, c.Tier, c.Area) = ((CustomerKind)after[CustomerCell.Kind]!, (CustomerTier)after[CustomerCell.Tier]!, after[CustomerCell.Area] as string);
        (c.FirstContactOn, c.FiledOn) = (after[CustomerCell.FirstContactOn] as DateOnly?, after[CustomerCell.FiledOn] as DateOnly?);
        if (Moved(CustomerCell.Contact, CustomerCell.Phone))
        {
            ChangeContact(write, c, after);
        }

        if (Moved(CustomerCell.Address, CustomerCell.DistanceKm))
        {
            ChangeSite(write, c, book, after);
        }

        // Its version tells that it was changed, wherever the change is.
        write.Db.Entry(c).Property(x => x.Name).IsModified = true;
    }

    private static void ChangeContact(Write write, Customer c, object?[] after)
    {
        if (Contact(after, c) is not { } wanted)
        {
            // Only an undoing takes back: the contact that the import added, the last.
            var added = c.Contacts.MaxBy(x => x.Id)!;
            write.Db.ContactPhones.RemoveRange(added.Phones);
            write.Db.Contacts.Remove(added);
            return;
        }

        if (ContactFit.Of(c, after) is not { } contact)
        {
            c.Contacts.Add(wanted);
            return;
        }

        contact.Name = wanted.Name;
        var keys = wanted.Phones.Select(p => p.NumberKey).ToHashSet();
        write.Db.ContactPhones.RemoveRange(contact.Phones.Where(p => p.Kind <= PhoneKind.Home && !keys.Contains(p.NumberKey)));
        contact.Phones.AddRange(wanted.Phones.Where(p => ContactFit.Numbers(contact).All(x => x.NumberKey != p.NumberKey)).ToList());
    }

    private static void ChangeSite(Write write, Customer c, ListBook book, object?[] after)
    {
        var site = c.Sites.OrderBy(s => s.Id).FirstOrDefault();
        if (site is not null && after[CustomerCell.Address] is null && after[CustomerCell.DistanceKm] is null)
        {
            write.Db.Sites.Remove(site);
            return;
        }

        if (site is null)
        {
            c.Sites.Add(site = new Site { CustomerId = c.Id, Address = "" });
        }

        Located(site, after, c, book);
    }

    /// <summary>Where it is and how far: as the row says, else as far as its area is, and marked so.</summary>
    private static Site Located(Site site, object?[] v, Customer c, ListBook book)
    {
        site.Address = v[CustomerCell.Address] as string ?? "";
        (site.DistanceKm, site.DistanceFromArea) = new SiteForm { DistanceKm = v[CustomerCell.DistanceKm] as int? }.Distance(book, c.Area);
        return site;
    }

    private static Contact? Contact(object?[] v, Customer customer)
    {
        if (v[CustomerCell.Contact] is null && v[CustomerCell.Phone] is null)
        {
            return null;
        }

        var contact = new Contact { CustomerId = customer.Id, Name = v[CustomerCell.Contact] as string ?? RowValues.Nameless(customer.Name) };
        contact.Phones.AddRange((v[CustomerCell.Phone] as string)?.Split(';').Select(n => CustomerFile.Phone(0, customer.Id, n)) ?? []);
        return contact;
    }
}
