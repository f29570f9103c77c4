using System.Linq.Expressions;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>
/// Everything that happened with a customer as one timeline, the newest first. Each kind is read by its own index up to a
/// page's length and they are merged here, so that a page costs the same however long the history is.
/// </summary>
public sealed class CustomerHistory(Sight sight, Actor actor)
{
    private static readonly HistoryKind[] All = Enum.GetValues<HistoryKind>();

    /// <summary>A page of the history of a customer by number.</summary>
    public async Task<HistoryPage> Read(string code, HistoryFilter filter, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await sight.Open(stop);
        var id = await Survivor.Of(db, code, stop) ?? throw new MissingException($"customer {code}");
        var found = new List<HistoryLine>();
        foreach (var kind in filter.Kind is { } only ? [only] : All)
        {
            found.AddRange(await Lines(db, kind, id, filter).ToListAsync(stop));
        }

        var lines = found.OrderByDescending(l => l.At).ThenBy(l => l.Kind).ThenByDescending(l => l.Id).Take(filter.Size).ToList();
        return new(lines, found.Count > lines.Count ? new(lines[^1].At, lines[^1].Kind, lines[^1].Id) : null);
    }

    /// <summary>The lines of one kind, a page and one more of them, by which the page knows that there are older ones.</summary>
    internal static IQueryable<HistoryLine> Lines(AfterSalesDb db, HistoryKind kind, long customerId, HistoryFilter filter) => kind switch
    {
        HistoryKind.Case => Cases(db, db.Cases.Where(c => c.CustomerId == customerId && c.Type != CaseType.Complaint), kind, filter),
        HistoryKind.Complaint => Cases(db, db.Cases.Where(c => c.CustomerId == customerId && c.Type == CaseType.Complaint), kind, filter),
        HistoryKind.Visit => Visits(db, customerId, filter),
        HistoryKind.Callback => Callbacks(db, customerId, filter),
        _ => Contacts(db, customerId, filter),
    };

    private static IQueryable<HistoryLine> Cases(AfterSalesDb db, IQueryable<ServiceCase> cases, HistoryKind kind, HistoryFilter filter) =>
        Newest(cases, c => c.OpenedAt, c => c.Id, kind, filter).Select(c => new HistoryLine(kind, c.Id, c.OpenedAt, c.Number)
        {
            Person = db.Users.Where(p => p.Id == c.AgentId).Select(p => p.Name).FirstOrDefault(),
            Words = c.Resolution ?? c.Description,
            Type = c.Type,
            Status = c.Status,
            Symptom = c.Symptom,
            SymptomText = c.SymptomText,
            RepeatOf = db.Cases.Where(r => r.Id == c.RepeatOfId).Select(r => r.Number).FirstOrDefault(),
            Score = db.SatisfactionAnswers.Where(a => a.CaseId == c.Id && !a.Replaced).OrderByDescending(a => a.AnsweredAt).Select(a => (int?)a.Score).FirstOrDefault(),
        });

    private static IQueryable<HistoryLine> Visits(AfterSalesDb db, long customerId, HistoryFilter filter)
    {
        var visits =
            from c in db.Cases
            where c.CustomerId == customerId
            join o in db.WorkOrders on c.Id equals o.CaseId
            join v in db.Visits on o.Id equals v.WorkOrderId
            select new Dated { Id = v.Id, At = v.ArrivedAt ?? v.Appointment.From, CaseId = c.Id };
        return
            from d in Newest(visits, d => d.At, d => d.Id, HistoryKind.Visit, filter)
            join v in db.Visits on d.Id equals v.Id
            join c in db.Cases on d.CaseId equals c.Id
            select new HistoryLine(HistoryKind.Visit, d.Id, d.At, c.Number)
            {
                Person = db.Users.Where(p => p.Id == v.EngineerId).Select(p => WhoWent.Name(p.UserName, p.Name, c.EngineerText)).FirstOrDefault(),
                Words = v.Note,
                Ending = v.Ending,
                Arrived = v.ArrivedAt != null,
            };
    }

    private static IQueryable<HistoryLine> Callbacks(AfterSalesDb db, long customerId, HistoryFilter filter)
    {
        var calls =
            from c in db.Cases
            where c.CustomerId == customerId
            join k in db.Callbacks on c.Id equals k.CaseId
            join a in db.CallbackAttempts on k.Id equals a.CallbackId
            select new Dated { Id = a.Id, At = a.At, CaseId = c.Id };
        return
            from d in Newest(calls, d => d.At, d => d.Id, HistoryKind.Callback, filter)
            join a in db.CallbackAttempts on d.Id equals a.Id
            join c in db.Cases on d.CaseId equals c.Id
            let answer = db.SatisfactionAnswers.Where(s => s.CaseId == c.Id && s.CallbackId == a.CallbackId && !s.Replaced).OrderByDescending(s => s.Id).FirstOrDefault()
            select new HistoryLine(HistoryKind.Callback, d.Id, d.At, c.Number)
            {
                Person = db.Users.Where(p => p.Id == a.CallerId).Select(p => p.Name).FirstOrDefault(),
                Words = a.Outcome == AttemptOutcome.Answered && answer != null ? answer.Comment ?? a.Note : a.Note,
                Outcome = a.Outcome,
                Score = a.Outcome == AttemptOutcome.Answered && answer != null ? answer.Score : null,
            };
    }

    /// <summary>R42's log, without what stands as a line of its own: the call that became a case, and the callbacks.</summary>
    private static IQueryable<HistoryLine> Contacts(AfterSalesDb db, long customerId, HistoryFilter filter)
    {
        var others = db.ContactLogs.Where(l => l.CustomerId == customerId
            && !(l.Incoming && db.Cases.Any(c => c.Id == l.CaseId && c.OpenedAt == l.At))
            && (l.Incoming || !db.Callbacks.Any(k => k.CaseId == l.CaseId && k.Attempts.Any(a => a.At == l.At))));
        return Newest(others, l => l.At, l => l.Id, HistoryKind.Contact, filter).Select(l => new HistoryLine(
            HistoryKind.Contact, l.Id, l.At, db.Cases.Where(c => c.Id == l.CaseId).Select(c => c.Number).FirstOrDefault())
        {
            Person = db.Users.Where(p => p.Id == l.PersonId).Select(p => p.Name).FirstOrDefault(),
            Words = l.Note,
            Channel = l.Channel,
            Incoming = l.Incoming,
        });
    }

    /// <summary>The newest first, those after the cursor: of one instant by kind, and of one kind by key.</summary>
    private static IQueryable<T> Newest<T>(IQueryable<T> rows, Expression<Func<T, DateTimeOffset>> at, Expression<Func<T, long>> id, HistoryKind kind, HistoryFilter filter)
    {
        if (filter.After is { } after)
        {
            var row = at.Parameters[0];
            var (time, key) = (at.Body, new Swap(id.Parameters[0], row).Visit(id.Body));
            var bound = Parameter.Of(after.At);
            var earlier = kind > after.Kind ? Expression.LessThanOrEqual(time, bound) : Expression.LessThan(time, bound);
            var condition = kind != after.Kind ? (Expression)earlier
                : Expression.AndAlso(Expression.LessThanOrEqual(time, bound), Expression.OrElse(Expression.LessThan(time, bound), Expression.LessThan(key, Parameter.Of(after.Id))));
            rows = rows.Where(Expression.Lambda<Func<T, bool>>(condition, row));
        }

        return rows.OrderByDescending(at).ThenByDescending(id).Take(filter.Size + 1);
    }

    /// <summary>Something of a case with its instant.</summary>
    private sealed class Dated
    {
        public long Id { get; init; }

        public DateTimeOffset At { get; init; }

        public long CaseId { get; init; }
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
