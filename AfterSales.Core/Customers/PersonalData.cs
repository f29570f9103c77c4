using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using AfterSales.Core.Attachments;
using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Data;
using AfterSales.Core.HandOffs;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>A case with every number whole, also those in words.</summary>
public sealed record UncoveredCase(CaseView View, IReadOnlyList<CallerCase> Others, IReadOnlyList<HandOffRow> HandOffs, ComplaintView? Complaint, IReadOnlyList<AttachmentRow> Attachments);

/// <summary>A customer with every number whole, also those in words, and the newest of its history.</summary>
public sealed record UncoveredCustomer(CustomerView View, HistoryPage History);

/// <summary>A customer's data as one file.</summary>
public sealed record DataFile(string Code, byte[] Json);

/// <summary>What reads what is uncovered, in the same operation.</summary>
public sealed record UncoveredReaders(CaseReader Cases, HandOffDesk HandOffs, ComplaintList Complaints, AttachmentDesk Attachments, CustomerReader Customers, CustomerHistory History);

/// <summary>Masked numbers uncovered, and a customer's data given out; both stand in the audit trail: who, when, whose.</summary>
public sealed class PersonalData(IDbContextFactory<AfterSalesDb> factory, Sight sight, UncoveredReaders readers, Writer writer, BusinessClock clock, Actor actor)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>What the trail calls it that somebody saw whole numbers.</summary>
    internal const string Revealed = "Revealed";

    /// <summary>Rises when a name in the file changes its meaning or goes; new ones may come.</summary>
    private const string Format = "aftersales.customer/1";

    /// <summary>A case as it was typed; told to the trail before it is shown.</summary>
    public async Task<UncoveredCase> Case(string number, CancellationToken stop = default)
    {
        actor.Must(Permission.RevealPersonalData);
        await using var db = await factory.CreateDbContextAsync(stop);
        if (!await db.Cases.Where(c => c.Number == number).VisibleTo(db, actor).AnyAsync(stop))
        {
            throw new MissingException($"case {number}");
        }

        await Tell(nameof(ServiceCase), number, Revealed, stop);
        sight.Uncover();
        return new(
            await readers.Cases.Read(number, stop), await readers.Cases.Others(number, stop), await readers.HandOffs.Of(number, stop), await readers.Complaints.Find(number, stop), await readers.Attachments.Of(number, stop));
    }

    /// <summary>A customer as it was typed, with whole numbers; told to the trail before it is shown.</summary>
    public async Task<UncoveredCustomer> Customer(string code, CancellationToken stop = default)
    {
        var known = await Uncover(code, stop);
        return new(await readers.Customers.Read(known, stop), await readers.History.Read(known, new HistoryFilter(), stop));
    }

    /// <summary>More of its history as it was typed; told each time.</summary>
    public async Task<HistoryPage> History(string code, HistoryFilter filter, CancellationToken stop = default) => await readers.History.Read(await Uncover(code, stop), filter, stop);

    /// <summary>Everything that is kept of a customer, table by table, for whom it is about.</summary>
    public async Task<DataFile> Export(string code, CancellationToken stop = default)
    {
        actor.Must(Permission.RevealPersonalData);
        await using var db = await factory.CreateDbContextAsync(stop);
        var id = await Survivor.Of(db, code, stop) ?? throw new MissingException($"customer {code}");
        await Tell(nameof(Core.Customers.Customer), await db.Customers.Where(c => c.Id == id).Select(c => c.Code).SingleAsync(stop), "Exported", stop);
        var file = new Dictionary<string, object> { ["format"] = Format, ["customer"] = code, ["writtenAt"] = TimeZoneInfo.ConvertTime(clock.Now, clock.Zone), ["tables"] = await CustomerData.Of(db, id, clock.Zone, stop) };
        return new(code, JsonSerializer.SerializeToUtf8Bytes(file, Json));
    }

    private async Task<string> Uncover(string code, CancellationToken stop)
    {
        actor.Must(Permission.RevealPersonalData);
        await using var db = await factory.CreateDbContextAsync(stop);
        var id = await Survivor.Of(db, code, stop) ?? throw new MissingException($"customer {code}");
        var known = await db.Customers.Where(c => c.Id == id).Select(c => c.Code).SingleAsync(stop);
        await Tell(nameof(Core.Customers.Customer), known, Revealed, stop);
        sight.Uncover();
        return known;
    }

    private Task Tell(string entity, string key, string what, CancellationToken stop) => writer.Aside(Guid.NewGuid(), write =>
    {
        write.Db.AuditEntries.Add(new AuditEntry { At = write.Now, PersonId = actor.Id, Entity = entity, EntityKey = key, Action = AuditAction.Event, Changes = AuditEvent.Changes(what) });
        return Task.CompletedTask;
    }, stop);
}
