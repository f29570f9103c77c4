using AfterSales.Core.Customers;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Import;

/// <summary>Which of a customer's contacts a row speaks of, and whether it tells other numbers than that one has.</summary>
internal static class ContactFit
{
    /// <summary>
    /// The contact of the row's name, else one who has its mobile number, or whose name nobody knew; a land line is a
    /// colleague's too and renames nobody. A row without a name speaks of who has the number, else of the first to be
    /// asked for. Null: the row's is one more.
    /// </summary>
    public static Contact? Of(Customer customer, object?[] row)
    {
        var contacts = customer.Contacts.OrderByDescending(c => c.Preferred).ThenBy(c => c.Id).ToList();
        var keys = Keys(row);
        if (row[CustomerCell.Contact] is not string name)
        {
            return contacts.Find(c => Numbers(c).Any(p => keys.Contains(p.NumberKey))) ?? contacts.FirstOrDefault();
        }

        return contacts.Where(c => TextRule.Key(c.Name) == TextRule.Key(name)).MaxBy(c => Numbers(c).Count(p => keys.Contains(p.NumberKey)))
            ?? contacts.Find(c => Numbers(c).Any(p => keys.Contains(p.NumberKey) && (p.Kind == PhoneKind.Mobile || Nameless(customer, c))))
            ?? contacts.Find(c => contacts.Count == 1 && Nameless(customer, c));
    }

    /// <summary>True where the row's numbers are the contact's, in whatever spelling and order; one kept as a fax is there too.</summary>
    public static bool SameNumbers(Contact contact, object?[] row)
    {
        var told = Keys(row);
        return Numbers(contact).All(p => p.Kind == PhoneKind.Fax || told.Contains(p.NumberKey)) && told.IsSubsetOf(Numbers(contact).Select(p => p.NumberKey));
    }

    /// <summary>The contact's numbers; an account of WeChat is none.</summary>
    public static IEnumerable<ContactPhone> Numbers(Contact contact) => contact.Phones.Where(p => p.Kind != PhoneKind.WeChat);

    private static bool Nameless(Customer customer, Contact contact) => contact.Name == RowValues.Nameless(customer.Name);

    private static HashSet<string> Keys(object?[] row) => [.. (row[CustomerCell.Phone] as string)?.Split(';').Select(n => PhoneNumber.Key(n)) ?? []];
}
