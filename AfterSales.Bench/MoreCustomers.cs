using AfterSales.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Bench;

/// <summary>Brings a database of a million cases to 200,000 customers: each is written as often as it takes, with contacts, phones and what finds them.</summary>
internal static class MoreCustomers
{
    private const int Wanted = 200_000;

    public static async Task Fill(BenchHouse house)
    {
        var (count, customers, contacts, phones) = await house.Read(async db => (
            await db.Customers.CountAsync(), await db.Customers.MaxAsync(c => c.Id), await db.Contacts.MaxAsync(c => c.Id), await db.ContactPhones.MaxAsync(p => p.Id)));
        if (house.Cases < CasePaths.Great || count >= Wanted)
        {
            return;
        }

        for (var k = 1; k < (Wanted + count - 1) / count; k++)
        {
            var (customer, contact, phone) = (k * customers, k * contacts, k * phones);
            await Copy(house, "Customers", $"\"Id\" <= {customers}", ("Id", $"\"Id\" + {customer}"), ("Code", $"\"Code\" || '-{k}'"));
            await Copy(house, "Contacts", $"\"Id\" <= {contacts}", ("Id", $"\"Id\" + {contact}"), ("CustomerId", $"\"CustomerId\" + {customer}"));
            await Copy(house, "ContactPhones", $"\"Id\" <= {phones}", ("Id", $"\"Id\" + {phone}"), ("ContactId", $"\"ContactId\" + {contact}"), ("CustomerId", $"\"CustomerId\" + {customer}"));
            foreach (var (subject, most, shift) in new[] { (SearchSubject.Customer, customers, customer), (SearchSubject.Contact, contacts, contact), (SearchSubject.Phone, phones, phone) })
            {
                await Copy(house, "SearchKeys", $"\"Subject\" = {(int)subject} AND \"SubjectId\" <= {most}", ("Id", "NULL"), ("SubjectId", $"\"SubjectId\" + {shift}"), ("CustomerId", $"\"CustomerId\" + {customer}"));
            }
        }

        Console.Error.WriteLine($"{Wanted} customers");
    }

    private static async Task Copy(BenchHouse house, string table, string which, params (string Column, string Value)[] changed)
    {
        var columns = await house.Read(db => db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync());
        var values = columns.Select(c => changed.FirstOrDefault(x => x.Column == c).Value ?? $"\"{c}\"");
        await house.Raw($"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM \"{table}\" WHERE {which}");
    }
}
