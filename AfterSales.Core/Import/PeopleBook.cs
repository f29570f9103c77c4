using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>Who a name or account in the file is; a name that two people have is nobody's.</summary>
internal sealed class PeopleBook
{
    private readonly Dictionary<string, (long Id, string Name)?> known = [];
    private readonly Dictionary<long, string> names = [];

    public static async Task<PeopleBook> Read(AfterSalesDb db, CancellationToken stop)
    {
        var book = new PeopleBook();
        var people = await db.Users.AsNoTracking().Where(p => p.UserName != NobodyKnown.UserName).OrderBy(p => p.Id).Select(p => new { p.Id, p.Name, p.UserName }).ToListAsync(stop);
        foreach (var person in people)
        {
            book.names[person.Id] = person.Name;
            book.known[TextRule.Key(person.Name)] = book.known.ContainsKey(TextRule.Key(person.Name)) ? null : (person.Id, person.Name);
        }

        foreach (var person in people)
        {
            book.known.TryAdd(TextRule.Key(person.UserName), (person.Id, person.Name));
        }

        return book;
    }

    public (long Id, string Name)? Find(string? text) => text is null ? null : known.GetValueOrDefault(TextRule.Key(text));

    /// <summary>The name of a key; null for nobody and for who is in no list.</summary>
    public string? Name(long? id) => id is { } key ? names.GetValueOrDefault(key) : null;
}
