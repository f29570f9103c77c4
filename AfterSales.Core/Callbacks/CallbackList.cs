using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Callbacks;

/// <summary>Callbacks to be made, the most urgent first, and one with all that its caller needs.</summary>
public sealed class CallbackList(Sight sight, BusinessClock clock, Actor actor) : Listing<CallbackFilter, CallbackEntry>(sight, actor)
{
    /// <summary>Counting stops here; the badge then says "99+".</summary>
    public const int CountCap = 100;

    private static readonly CallbackState[] Pending = [CallbackState.Waiting, CallbackState.Due], Unanswered = [CallbackState.Unreachable, CallbackState.Missed];

    /// <inheritdoc/>
    public override string Name => "callbacks";

    /// <inheritdoc/>
    public override string Title => "Callbacks.Title";

    /// <inheritdoc/>
    public override Columns<CallbackEntry> Columns { get; } = new Columns<CallbackEntry>()
        .Text("Callbacks.Customer", r => r.Customer, 30).Text("Callbacks.Contact", r => r.Contact, 10, under: true)
        .Text("Callbacks.Case", r => r.CaseNumber, 18).Words("Callbacks.Type", (r, w) => w.Of<CaseType>(r.Type), 10, under: true).Words("Callbacks.RoundHead", (r, w) => w.Texts["Callbacks.Round." + r.Round], 12, under: true).Text("Callbacks.Engineer", r => r.Engineer, 10, under: true)
        .DayOf("Callbacks.Window", r => r.EndsAt.AddMilliseconds(-1), "ends").DayOf("Callbacks.Opens", r => r.OpensAt, under: true).Words("Callbacks.State", (r, w) => w.Of<CallbackState>(r.State), 10, under: true)
        .At("Callbacks.Next", r => r.State is CallbackState.Waiting or CallbackState.Due ? r.NextCallAt : r.AnsweredAt, "next")
        .Text("Callbacks.Assignee", r => r.Assignee, 10).Number("Callbacks.Tries", r => r.Tries);

    /// <summary>How many are to be called now that are mine or nobody's, up to <see cref="CountCap"/>: for the navigation.</summary>
    public async Task<int> DueCount(CancellationToken stop = default)
    {
        Actor.Must(Permission.Callbacks);
        await using var db = await Open(stop);
        return await Shelf(db, CallbackShelf.Due).Where(k => k.AssigneeId == Actor.Id || k.AssigneeId == null).Take(CountCap).CountAsync(stop);
    }

    /// <summary>One callback; throws <see cref="MissingException"/> when there is none.</summary>
    public async Task<CallbackView> Find(long id, CancellationToken stop = default)
    {
        Actor.Must(Permission.Callbacks);
        await using var db = await Open(stop);
        var row = await Rows(db, db.Callbacks.Where(k => k.Id == id)).SingleOrDefaultAsync(stop) ?? throw new MissingException($"callback {id}");
        var c = await db.Cases.AsNoTracking().SingleAsync(x => x.Number == row.CaseNumber, stop);
        var policy = await db.PolicyOf(c.PolicyId, stop);
        var contact = await db.Contacts.Where(x => x.Id == c.ContactId).Select(x => new { x.Title, Phones = x.Phones.Where(p => p.Kind <= PhoneKind.Home).OrderBy(p => p.Kind).ThenBy(p => p.Id).Select(p => p.Number).ToList() }).SingleOrDefaultAsync(stop);
        var machine = await db.Assets.Where(a => a.Id == c.AssetId).Select(a => new { a.Model, a.SerialNo }).SingleOrDefaultAsync(stop);
        return new(
            row, contact?.Title, contact?.Phones ?? [], machine?.Model, machine?.SerialNo, c.Description, c.Resolution,
            await db.ServiceReports.Where(r => r.CaseId == c.Id && r.CompletedAt != null).OrderByDescending(r => r.Id).Select(r => r.Remedy).FirstOrDefaultAsync(stop),
            c.ResolvedAt, await Technicians(db, c.Id, stop), await CallerRule.IsTechnician(db, c.Id, Actor.Id, stop), policy.TechnicianCallback,
            policy.CallHours,
            await Attempts(db, id).ToListAsync(stop), await Answers(db, db.SatisfactionAnswers.Where(a => a.CaseId == c.Id)).ToListAsync(stop), row.Round == 2 ? await First(db, c.Id, id, stop) : null)
        {
            Notes = await CallNotes.Of(db, c.CustomerId, stop),
            Mode = c.Mode,
            Visited = await db.WorkOrders.AnyAsync(o => o.CaseId == c.Id && o.Visits.Any(v => v.ArrivedAt != null), stop),
        };
    }

    /// <inheritdoc/>
    protected override void Permit() => Actor.Must(Permission.Callbacks);

    /// <inheritdoc/>
    private protected override Task<TypedText?> Typed(AfterSalesDb db, CallbackFilter f, CancellationToken stop) => TypedText.OfCases(db, f.Text, Few, stop);

    /// <inheritdoc/>
    private protected override Finding Found(AfterSalesDb db, CallbackFilter f, TypedText? text)
    {
        var which = Finding.In(Narrowed(Shelf(db, f.Shelf), f, text));
        return f.Shelf switch
        {
            CallbackShelf.Done => which.By("ends", k => k.EndsAt, descending: true),
            CallbackShelf.Later => which.By("next", k => k.NextCallAt).By("ends", k => k.EndsAt),
            _ => which.By("ends", k => k.EndsAt).By("next", k => k.NextCallAt),
        };
    }

    private IQueryable<Callback> Narrowed(IQueryable<Callback> which, CallbackFilter f, TypedText? text)
    {
        which = f.Mine ? which.Where(k => k.AssigneeId == Actor.Id || k.AssigneeId == null) : which;
        which = f.Area is { } area ? which.Where(k => k.Area == area) : which;
        which = f.Assignee is { } assignee ? which.Where(k => k.AssigneeId == assignee) : which;
        which = f.Round is { } round ? which.Where(k => k.Round == (int)round) : which;
        which = f.State is { } state ? which.Where(k => k.State == state) : which;
        which = f.State is CallbackState.Unreachable or CallbackState.Missed ? which.Where(k => EF.Constant(Unanswered).Contains(k.State)) : which;
        if (f.From is { } first)
        {
            var from = clock.StartOf(first);
            which = which.Where(k => k.EndsAt > from);
        }

        // A window ends with the first instant after its last day.
        if (f.To is { } last)
        {
            var end = clock.StartOf(last.AddDays(1));
            which = which.Where(k => k.EndsAt <= end);
        }

        return text?.In(which, clock.Today) ?? which;
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CallbackEntry>> Rows(AfterSalesDb db, IReadOnlyList<long> keys, CancellationToken stop) =>
        await Rows(db, db.Callbacks.Where(k => keys.Contains(k.Id))).ToListAsync(stop);

    private IQueryable<Callback> Shelf(AfterSalesDb db, CallbackShelf shelf)
    {
        var now = clock.Now;
        // Named as the partial index names them, so that the shelves of pending ones never grow with the history.
        var pending = db.Callbacks.Where(k => EF.Constant(Pending).Contains(k.State));
        return shelf switch
        {
            CallbackShelf.Due => pending.Where(k => k.State == CallbackState.Due && k.NextCallAt <= now),
            CallbackShelf.Overdue => pending.Where(k => k.EndsAt <= now),
            CallbackShelf.Later => pending.Where(k => k.State == CallbackState.Waiting || k.NextCallAt > now),
            _ => db.Callbacks.Where(k => k.State == CallbackState.Answered || k.State == CallbackState.Unreachable || k.State == CallbackState.Missed),
        };
    }

    private static IQueryable<CallbackEntry> Rows(AfterSalesDb db, IQueryable<Callback> which) =>
        from k in which
        join c in db.Cases on k.CaseId equals c.Id
        join customer in db.Customers on c.CustomerId equals customer.Id
        select new CallbackEntry(
            k.Id, c.Number, c.Type, customer.Name, db.Contacts.Where(x => x.Id == c.ContactId).Select(x => x.Name).FirstOrDefault(), k.Round, k.State,
            k.OpensAt, k.EndsAt, k.NextCallAt, k.AnsweredAt,
            db.Users.Where(p => p.Id == k.AssigneeId).Select(p => p.Name).FirstOrDefault(),
            WhoWent.Either(db.Users.Where(p => p.Id == c.EngineerId).Select(p => p.Name).FirstOrDefault(), c.EngineerText),
            k.Attempts.Count);

    private static IQueryable<AttemptRow> Attempts(AfterSalesDb db, long callbackId) =>
        db.CallbackAttempts.Where(a => a.CallbackId == callbackId).OrderBy(a => a.Id)
            .Select(a => new AttemptRow(a.At, db.Users.Where(p => p.Id == a.CallerId).Select(p => p.Name).FirstOrDefault(), a.Outcome, a.CallAgainAt, a.Note));

    private static IQueryable<SealedAnswer> Answers(AfterSalesDb db, IQueryable<SatisfactionAnswer> which) =>
        which.OrderBy(a => a.Id).Select(a => new SealedAnswer(
            a.Id, a.AnsweredAt, a.Score, a.Comment, a.Dissatisfied, db.Users.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault(), a.Replaced, a.CorrectionReason, a.Source));

    private static async Task<FirstRound?> First(AfterSalesDb db, long caseId, long secondId, CancellationToken stop)
    {
        var first = await db.Callbacks.AsNoTracking().Where(k => k.CaseId == caseId && k.Round == 1 && k.Id < secondId).OrderByDescending(k => k.Id).FirstOrDefaultAsync(stop);
        if (first is null)
        {
            return null;
        }

        var answers = await Answers(db, db.SatisfactionAnswers.Where(a => a.CallbackId == first.Id)).ToListAsync(stop);
        return new(first.State, await Attempts(db, first.Id).ToListAsync(stop), answers.LastOrDefault(a => !a.Replaced));
    }

    private static Task<List<string>> Technicians(AfterSalesDb db, long caseId, CancellationToken stop) =>
        db.Users.Where(p => db.Cases.Any(c => c.Id == caseId && c.EngineerId == p.Id)
                || db.WorkOrders.Any(o => o.CaseId == caseId && (o.EngineerId == p.Id || o.Visits.Any(v => v.EngineerId == p.Id && v.ArrivedAt != null))))
            .OrderBy(p => p.Id).Select(p => p.Name).ToListAsync(stop);
}
