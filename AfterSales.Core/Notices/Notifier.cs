using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Notices;

/// <summary>Tells people something in the caller's transaction; the same cause tells the same person once.</summary>
public static class Notifier
{
    /// <summary>
    /// Tells one person. <paramref name="cause"/> names what happened, as "promise/17/Breach"; nobody (null) is no one told.
    /// The facts fill the sentence's holes, as in <see cref="CaseEvent.Pack"/>.
    /// </summary>
    public static async Task Notify(this Write write, long? personId, NoticeKind kind, string cause, long? caseId, params (string Name, string? Value)[] facts)
    {
        if (personId is not { } person)
        {
            return;
        }

        var key = Key(kind, cause, person);
        if (write.Db.Notifications.Local.Any(n => n.UniqueKey == key) || await write.Db.Notifications.AnyAsync(n => n.UniqueKey == key, write.Stop))
        {
            return;
        }

        write.Db.Notifications.Add(new Notification { PersonId = person, At = write.Now, Kind = kind, CaseId = caseId, Facts = CaseEvent.Pack(facts), UniqueKey = key });
        write.Touch($"person/{TextRule.Invariant(person)}");
    }

    /// <summary>What makes the telling of one cause to one person unique.</summary>
    internal static string Key(NoticeKind kind, string cause, long personId) => $"{kind}/{cause}/{TextRule.Invariant(personId)}";

    /// <summary>Tells several people, each once.</summary>
    public static async Task Notify(this Write write, IEnumerable<long> people, NoticeKind kind, string cause, long? caseId, params (string Name, string? Value)[] facts)
    {
        foreach (var person in people.Distinct())
        {
            await write.Notify(person, kind, cause, caseId, facts);
        }
    }
}
