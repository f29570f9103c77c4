using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>A contact's numbers, whole.</summary>
public sealed record RevealedContact(long Id, IReadOnlyList<PhoneLine> Phones);

/// <summary>A customer's data as one file.</summary>
public sealed record DataFile(string Code, byte[] Json);

/// <summary>Masked numbers uncovered, and a customer's data given out; both stand in the audit trail: who, when, whose.</summary>
public sealed class PersonalData(IDbContextFactory<AfterSalesDb> factory, Writer writer, BusinessClock clock, Actor actor)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Rises when a name in the file changes its meaning or goes; new ones may come.</summary>
    private const string Format = "aftersales.customer/1";

    /// <summary>The whole numbers of a customer's contacts; told to the trail before they are shown.</summary>
    public async Task<IReadOnlyList<RevealedContact>> Reveal(string code, CancellationToken stop = default)
    {
        actor.Must(Permission.RevealPersonalData);
        await using var db = await factory.CreateDbContextAsync(stop);
        var id = await Survivor.Of(db, code, stop) ?? throw new MissingException($"customer {code}");
        await Tell(db, id, "Revealed", stop);
        var contacts = await db.Contacts.AsNoTracking().Include(c => c.Phones).Where(c => c.CustomerId == id).ToListAsync(stop);
        return [.. contacts.Select(c => new RevealedContact(c.Id, [.. c.Phones.OrderBy(p => p.Kind).ThenBy(p => p.Id).Select(p => new PhoneLine(p.Kind, p.Number, p.Kind <= PhoneKind.Home))]))];
    }

    /// <summary>Everything that is kept of a customer, table by table, for whom it is about.</summary>
    public async Task<DataFile> Export(string code, CancellationToken stop = default)
    {
        actor.Must(Permission.RevealPersonalData);
        await using var db = await factory.CreateDbContextAsync(stop);
        var id = await Survivor.Of(db, code, stop) ?? throw new MissingException($"customer {code}");
        await Tell(db, id, "Exported", stop);
        var file = new Dictionary<string, object> { ["format"] = Format, ["customer"] = code, ["writtenAt"] = TimeZoneInfo.ConvertTime(clock.Now, clock.Zone), ["tables"] = await CustomerData.Of(db, id, clock.Zone, stop) };
        return new(code, JsonSerializer.SerializeToUtf8Bytes(file, Json));
    }

    private async Task Tell(AfterSalesDb db, long id, string what, CancellationToken stop)
    {
        var code = await db.Customers.Where(c => c.Id == id).Select(c => c.Code).SingleAsync(stop);
        await writer.Aside(Guid.NewGuid(), write =>
        {
            write.Db.AuditEntries.Add(new AuditEntry { At = write.Now, PersonId = actor.Id, Entity = nameof(Customer), EntityKey = code, Action = AuditAction.Event, Changes = AuditEvent.Changes(what) });
            return Task.CompletedTask;
        }, stop);
    }
}
