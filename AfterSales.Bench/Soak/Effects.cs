using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Bench.Soak;

/// <summary>Finds the effects of steps in the database: what was acknowledged is there once and whole, what was refused is not.</summary>
internal sealed class Effects
{
    private static readonly Dictionary<StepKind, string[]> Parts = new()
    {
        [StepKind.Intake] = ["case", "Registered"],
        [StepKind.Reply] = ["Replied"],
        [StepKind.Chase] = ["Chased"],
        [StepKind.Hold] = ["Held"],
        [StepKind.Assign] = ["order", "Dispatched"],
        [StepKind.Accept] = ["Accepted"],
        [StepKind.Arrive] = ["Arrived"],
        [StepKind.Report] = ["remedy"],
        [StepKind.Checks] = ["checks"],
        [StepKind.Score] = ["score"],
        [StepKind.Sign] = ["signature"],
        [StepKind.Complete] = ["Completed", "completed", "formAnswer", "firstCallback"],
        [StepKind.Call] = ["attempt", "answer", "CalledBack"],
    };

    /// <summary>Steps without a text of their own, and those whose text a later one of the same order replaces.</summary>
    private static readonly StepKind[] ByTarget = [StepKind.Accept, StepKind.Arrive, StepKind.Checks, StepKind.Score, StepKind.Sign, StepKind.Complete];

    private readonly Dictionary<string, int> counts = [];
    private readonly HashSet<Guid> requests = [];

    /// <summary>Reads what is there.</summary>
    public static async Task<Effects> Read(AfterSalesDb db)
    {
        var found = new Effects();
        found.requests.UnionWith(await db.WriteRequests.Select(r => r.Id).ToListAsync());
        found.Add("case", await db.Cases.Select(c => c.Description).ToListAsync());
        found.Add("order", await db.WorkOrders.Select(o => o.Instructions).ToListAsync());
        found.Add("attempt", await db.CallbackAttempts.Select(a => a.Note).ToListAsync());
        found.Add("answer", await db.SatisfactionAnswers.Where(a => a.Source == AnswerSource.Callback).Select(a => a.Comment).ToListAsync());
        foreach (var line in await db.CaseEvents.Select(e => new { e.Kind, e.Text, e.Facts }).ToListAsync())
        {
            var mark = line.Kind is CaseEventKind.Accepted or CaseEventKind.Arrived or CaseEventKind.Completed ? CaseEvent.Unpack(line.Facts).GetValueOrDefault("order") : line.Text;
            found.Add(line.Kind.ToString(), [mark]);
        }

        await found.Jobs(db);
        return found;
    }

    /// <summary>What is not as it was told; each a line.</summary>
    public IEnumerable<string> Wrong(Ledger ledger) =>
    [
        .. ledger.Done.Where(s => Of(s) is not (1, 1)).Select(s => $"acknowledged, and there {Of(s)} times: {s}"),
        .. ledger.Refused.Where(s => !ByTarget.Contains(s.Kind) && Of(s) is not (0, 0)).Select(s => $"refused, and there {Of(s)} times: {s}"),
        .. ledger.Open.Where(s => Of(s) is not ((0, 0) or (1, 1))).Select(s => $"half there, {Of(s)}: {s}"),
        .. ledger.Done.Where(s => !requests.Contains(s.Request)).Select(s => $"acknowledged without its request: {s}"),
        .. ledger.Open.Where(s => !ByTarget.Contains(s.Kind) && requests.Contains(s.Request) != (Of(s).Most == 1)).Select(s => $"the request without its effect, or the other way: {s}"),
    ];

    private async Task Jobs(AfterSalesDb db)
    {
        var reports = await db.ServiceReports.Where(r => r.WorkOrderId != null).Select(r => new
        {
            r.Remedy,
            r.Comment,
            r.SignedBy,
            r.CompletedAt,
            r.CaseId,
            Checked = r.Checks.Count != 0,
            Order = db.WorkOrders.Where(o => o.Id == r.WorkOrderId).Select(o => o.Number).First(),
        }).ToListAsync();
        Add("remedy", reports.Select(r => r.Remedy));
        Add("score", reports.Where(r => r.Comment is not null).Select(r => r.Order));
        Add("signature", reports.Where(r => r.SignedBy is not null).Select(r => r.Order));
        Add("checks", reports.Where(r => r.Checked).Select(r => r.Order));
        var completed = reports.Where(r => r.CompletedAt is not null).ToList();
        Add("completed", completed.Select(r => r.Order));
        var answers = (await db.SatisfactionAnswers.Where(a => a.Source == AnswerSource.Form).Select(a => a.CaseId).ToListAsync()).ToLookup(id => id);
        var callbacks = (await db.Callbacks.Where(k => k.Round == 1).Select(k => k.CaseId).ToListAsync()).ToLookup(id => id);
        Add("formAnswer", completed.SelectMany(r => answers[r.CaseId].Select(_ => r.Order)));
        Add("firstCallback", completed.SelectMany(r => callbacks[r.CaseId].Select(_ => r.Order)));
    }

    private void Add(string part, IEnumerable<string?> marks)
    {
        foreach (var mark in marks)
        {
            var key = part + "/" + mark;
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>How often the step's parts are there: the rarest and the commonest.</summary>
    private (int Least, int Most) Of(Step step)
    {
        var mark = ByTarget.Contains(step.Kind) ? step.Target : step.Mark;
        var found = Parts[step.Kind].Select(part => counts.GetValueOrDefault(part + "/" + mark)).ToList();
        return (found.Min(), found.Max());
    }
}
