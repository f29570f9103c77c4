using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Notices;

/// <summary>The registers of the manuals; each is a part of one log (R42).</summary>
public enum Register
{
    /// <summary>来电来函登记: whatever came in.</summary>
    Incoming = 1,

    /// <summary>电话记录: calls, in and out.</summary>
    Calls = 2,

    /// <summary>信函登记: letters and e-mails, in and out.</summary>
    Letters = 3,
}

/// <summary>A register as its address says it; days are the company's, both included.</summary>
public sealed record ContactFilter : ListFilter
{
    /// <summary>Which.</summary>
    [Word(Shelf = true)]
    public Register Book { get; init; } = Register.Incoming;

    /// <summary>First day.</summary>
    [Word]
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    [Word]
    public DateOnly? To { get; init; }

    /// <summary>Who of ours.</summary>
    [Word]
    public long? Person { get; init; }

    /// <summary>How.</summary>
    [Word]
    public Channel? Channel { get; init; }

    /// <summary>Only what became no case.</summary>
    [Word]
    public bool NoCase { get; init; }
}

/// <summary>A line of a register; <paramref name="About"/> is what was written with it, else what its case is about, <paramref name="Received"/> what came with an intake.</summary>
public sealed record ContactRow(
    long Id, DateTimeOffset At, bool Incoming, Channel Channel, string? CustomerCode, string? Customer, string? Phone, string? Person, string? CaseNumber, string? NoCaseReason, string? About, CaseReceived? Received) : IListRow;

/// <summary>R42: each call and letter, in and out, the newest first.</summary>
public sealed class ContactList(Sight sight, BusinessClock clock, Actor actor) : Listing<ContactFilter, ContactRow>(sight, actor)
{
    private static readonly Channel[] Written = [Channel.Letter, Channel.Email];

    /// <inheritdoc/>
    public override string Name => "registers";

    /// <inheritdoc/>
    public override string Title => "Notices.Registers";

    /// <inheritdoc/>
    public override Columns<ContactRow> Columns { get; } = new Columns<ContactRow>()
        .At("Notices.At", r => r.At, "at")
        .Words("Notices.Channel", (r, w) => r.Incoming ? w.Of<Channel>(r.Channel) : w.Texts["Customers.Out." + r.Channel], 9).Words("Notices.Way", (r, w) => w.Texts[r.Incoming ? "Notices.In" : "Notices.Out"], 8, under: true)
        .Text("Notices.Customer", r => r.Customer, 30).Text("Customers.Code", r => r.CustomerCode, under: true).Text("Notices.Phone", r => r.Phone, 16, under: true)
        .Text("Notices.About", r => r.About, 50)
        .Text("Cases.Received.VisitorName", r => r.Received?.VisitorName, under: true).At("Cases.Received.VisitedAt", r => r.Received?.VisitedAt, under: true)
        .Day("Cases.Received.LetterOn", r => r.Received?.LetterOn, under: true).Text("Cases.Received.LetterSubject", r => r.Received?.LetterSubject, 30, under: true)
        .Text("Cases.Received.Text", r => r.Received?.Text == r.About ? null : r.Received?.Text, 50, under: true)
        .Text("Notices.Case", r => r.CaseNumber, 18).Words("Notices.NoCase", (r, w) => w.Term(TermKind.NoCaseReason, r.NoCaseReason, r.At), under: true)
        .Text("Notices.Person", r => r.Person, 10);

    /// <inheritdoc/>
    protected override void Permit() => Actor.Must(Permission.ReadAll);

    /// <inheritdoc/>
    private protected override Finding Found(AfterSalesDb db, ContactFilter f, TypedText? text)
    {
        var logs = db.ContactLogs.AsNoTracking();
        logs = f.Book switch
        {
            Register.Incoming => logs.Where(l => l.Incoming),
            Register.Calls => logs.Where(l => l.Channel == Channel.Phone),
            _ => logs.Where(l => EF.Constant(Written).Contains(l.Channel)),
        };
        logs = f.Channel is { } channel ? logs.Where(l => l.Channel == channel) : logs;
        logs = f.Person is { } person ? logs.Where(l => l.PersonId == person) : logs;
        logs = f.NoCase ? logs.Where(l => l.CaseId == null) : logs;
        return Finding.In(logs.Within(clock, f.From, f.To, l => l.At)).By("at", l => l.At, descending: true);
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<ContactRow>> Rows(AfterSalesDb db, IReadOnlyList<long> keys, CancellationToken stop)
    {
        var rows = await (
            from l in db.ContactLogs.AsNoTracking()
            where keys.Contains(l.Id)
            join k in db.Customers on l.CustomerId equals (long?)k.Id into customers
            from k in customers.DefaultIfEmpty()
            join c in db.Cases on l.CaseId equals (long?)c.Id into cases
            from c in cases.DefaultIfEmpty()
            select new ContactRow(
                l.Id, l.At, l.Incoming, l.Channel, k == null ? null : k.Code, k == null ? null : k.Name, l.Phone, db.Users.Where(p => p.Id == l.PersonId).Select(p => p.Name).FirstOrDefault(),
                c == null ? null : c.Number, l.NoCaseReason, l.Note ?? (c == null ? null : c.Description),
                // Its intake's own line: what is said of the case later brings no second letter.
                c != null && l.Incoming && l.At == c.OpenedAt ? new CaseReceived(c.VisitorName, c.VisitedAt, c.LetterOn, c.LetterSubject, c.ReceivedText) : null)).ToListAsync(stop);
        return [.. rows.Select(r => r with { Phone = r.Phone is null ? null : Actor.Phone(r.Phone) })];
    }
}
