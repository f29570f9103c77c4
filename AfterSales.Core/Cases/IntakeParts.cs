using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>Customer, contact, place and machine of an intake: what is on file belongs together, what is new is filed.</summary>
internal sealed record IntakeParts(Customer Customer, Contact? Contact, Site? Site, Asset? Asset)
{
    /// <summary>Finds or files every part in the intake's transaction; its faults were told before (<see cref="IntakeFaults"/>).</summary>
    public static async Task<IntakeParts> Of(Write write, IntakeForm form, ListBook lists)
    {
        var customer = form.CustomerId is { } id
            ? await write.Db.Customers.SingleAsync(c => c.Id == id, write.Stop)
            : await CustomerFile.Add(write, form.Customer);
        var contact = await Contact_(write, form, customer.Id);
        var site = await Site_(write, form, customer, lists);
        var asset = await Asset_(write, form, customer.Id, site, lists);
        await Number(write, form, contact);
        await CustomerFile.FileIfComplete(write, customer);
        return new IntakeParts(customer, contact, site ?? await Only(write, customer.Id, asset), asset);
    }

    private static async Task<Contact?> Contact_(Write write, IntakeForm form, long customerId)
    {
        if (form.ContactId is { } id)
        {
            return await write.Db.Contacts.SingleAsync(c => c.Id == id, write.Stop);
        }

        return form.NewContact ? await CustomerFile.AddContact(write, customerId, form.Contact) : null;
    }

    private static async Task<Site?> Site_(Write write, IntakeForm form, Customer customer, ListBook lists)
    {
        if (form.SiteId is { } id)
        {
            return await write.Db.Sites.SingleAsync(c => c.Id == id, write.Stop);
        }

        return form.NewSite ? await CustomerFile.AddSite(write, customer, form.Site, lists) : null;
    }

    private static async Task<Asset?> Asset_(Write write, IntakeForm form, long customerId, Site? site, ListBook lists)
    {
        if (form.AssetId is { } id)
        {
            return await write.Db.Assets.SingleAsync(c => c.Id == id, write.Stop);
        }

        if (!form.NewAsset)
        {
            return null;
        }

        form.Asset.SiteId = site?.Id;
        return (await AssetFile.Add(write, customerId, form.Asset, lists)).Value;
    }

    /// <summary>The number that rang belongs to this person from now on, and the further ones of the message; an inner line is nobody's.</summary>
    private static async Task Number(Write write, IntakeForm form, Contact? contact)
    {
        foreach (var number in contact is null ? [] : PhoneNumber.Each(form.Phone).Concat(PhoneNumber.Each(form.FurtherPhones)).Where(PhoneNumber.CanBeCalled))
        {
            await CustomerFile.AddPhone(write, contact!, number);
        }
    }

    /// <summary>Where none was chosen: the machine's place, else the customer's only one.</summary>
    private static async Task<Site?> Only(Write write, long customerId, Asset? asset)
    {
        var sites = await write.Db.Sites.Where(s => s.CustomerId == customerId).Take(2).ToListAsync(write.Stop);
        return asset?.SiteId is { } id ? await write.Db.Sites.SingleAsync(s => s.Id == id, write.Stop) : sites.Count == 1 ? sites[0] : null;
    }
}
