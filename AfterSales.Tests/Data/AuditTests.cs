using System.Text.Json;
using AfterSales.Core.Audit;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Data;

public sealed class AuditTests
{
    [Theory, BothDatabases]
    public async Task A_change_tells_who_what_from_what_to_what_and_when(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer(name: "甲厂");
        house.Time.Advance(TimeSpan.FromMinutes(5));

        await house.As(Role.Supervisor).Write(async write =>
        {
            (await write.Db.Customers.SingleAsync()).Name = "乙厂";
            return Result.Done;
        });

        var entry = await house.Read(db => db.AuditEntries.OrderByDescending(e => e.Id).FirstAsync());
        Assert.Equal((People.Supervisor, "Customer", known.Customer.Code, AuditAction.Changed, house.Now), (entry.PersonId!.Value, entry.Entity, entry.EntityKey, entry.Action, entry.At));
        Assert.Equal([new FieldChange("Name", "甲厂", "乙厂")], Changes(entry));
    }

    [Theory, BothDatabases]
    public async Task A_new_row_is_told_by_the_keys_that_it_is_stored_under(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer(phone: "13812345678");

        var (contact, phone, entries) = await house.Read(async db => (await db.Contacts.SingleAsync(), await db.ContactPhones.SingleAsync(), await db.AuditEntries.ToListAsync()));
        AuditEntry Told(string entity) => Assert.Single(entries, e => e.Entity == entity);

        Assert.Equal(known.Customer.Code, Told(nameof(Customer)).EntityKey);
        Assert.Equal(TextRule.Invariant(contact.Id), Told(nameof(Contact)).EntityKey);
        Assert.Equal(TextRule.Invariant(phone.Id), Told(nameof(ContactPhone)).EntityKey);
        Assert.Equal(TextRule.Invariant(contact.CustomerId), Changes(Told(nameof(Contact))).Single(c => c.Field == nameof(Contact.CustomerId)).To);
    }

    [Theory, BothDatabases]
    public async Task A_refused_change_leaves_no_trace(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.KnownCustomer();
        var before = await house.Read(db => db.AuditEntries.CountAsync());

        await house.As(Role.Agent).Write(async write =>
        {
            (await write.Db.Customers.SingleAsync()).Name = "乙厂";
            await write.Db.SaveChangesAsync();
            return new Problem("Shared.Required");
        });

        Assert.Equal(before, await house.Read(db => db.AuditEntries.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Secrets_are_named_and_never_copied(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);

        await house.As(Role.Administrator).Write(async write =>
        {
            var person = await write.Db.Users.SingleAsync(p => p.Id == People.Agent);
            (person.PasswordHash, person.SecurityStamp) = ("hash-of-a-password", "a-new-stamp");
            return Result.Done;
        });

        var all = await house.Read(db => db.AuditEntries.Select(e => e.Changes).ToListAsync());
        Assert.DoesNotContain(all, c => c.Contains("hash-of-a-password", StringComparison.Ordinal) || c.Contains("stamp", StringComparison.Ordinal));
        var last = await house.Read(db => db.AuditEntries.OrderByDescending(e => e.Id).FirstAsync());
        Assert.Contains(Changes(last), c => c is { Field: "PasswordHash", From: "•", To: "•" });
    }

    [Fact]
    public async Task A_save_that_changes_nothing_writes_nothing()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer(name: "甲厂");
        var before = await house.Read(db => db.AuditEntries.CountAsync());

        await house.As(Role.Agent).Write(async write =>
        {
            (await write.Db.Customers.SingleAsync()).Name = "甲厂";
            return Result.Done;
        });

        Assert.Equal(before, await house.Read(db => db.AuditEntries.CountAsync()));
    }

    private static List<FieldChange> Changes(AuditEntry entry) => JsonSerializer.Deserialize<List<FieldChange>>(entry.Changes)!;
}
