using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Shared;

namespace AfterSales.Tests.Support;

/// <summary>A customer as one usually needs it: a contact with a phone, a site at a distance, a machine in warranty.</summary>
public sealed record Known(Customer Customer, Contact Contact, Site Site, Asset Asset);

/// <summary>Rows that tests start from.</summary>
public static class Arrange
{
    private static int count;

    /// <summary>Stores a customer with contact, site and machine; each call makes others.</summary>
    public static async Task<Known> KnownCustomer(
        this TestHouse house, string? name = null, string phone = "13800138000", int? distanceKm = 640, DateOnly? acceptedOn = null, CustomerKind kind = CustomerKind.Direct, string area = "north")
    {
        var n = Interlocked.Increment(ref count);
        name ??= $"华强电缆厂{n}";
        var customer = new Customer
        {
            Code = $"C{n:00000}", Name = name, NameKey = TextRule.Key(name), Kind = kind, Tier = CustomerTier.B, Area = area,
            FirstContactOn = new(2026, 1, 5), FiledOn = new(2026, 1, 6), FiledById = People.Agent,
        };
        customer.Sites.Add(new Site { Address = "石家庄市工业路 1 号", Area = area, DistanceKm = distanceKm });
        customer.Contacts.Add(new Contact { Name = "张工", Title = "设备科长" });
        await using var db = house.Db();
        db.Add(customer);
        await db.SaveChangesAsync();

        var contact = customer.Contacts[0];
        contact.Phones.Add(new ContactPhone { ContactId = contact.Id, CustomerId = customer.Id, Kind = PhoneKind.Mobile, Number = phone, NumberKey = PhoneNumber.Key(phone) });
        var asset = new Asset
        {
            SerialNo = $"JC-{n:00000}", ProductLine = "extruder", Model = "SJ-90", CustomerId = customer.Id, SiteId = customer.Sites[0].Id,
            DeliveredOn = new(2026, 3, 1), InstalledOn = new(2026, 3, 10), AcceptedOn = acceptedOn ?? new DateOnly(2026, 3, 15), WarrantyPolicy = "machinery",
        };
        db.Add(asset);
        await db.SaveChangesAsync();
        return new(customer, contact, customer.Sites[0], asset);
    }
}
