using AfterSales.Core.Attachments;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.HandOffs;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Data.SampleData;

/// <summary>What the sample has few of, added to the history once it is told: scans of letters, documents of machines, questions with other departments, a customer who asks to be forgotten.</summary>
public static class SampleExtras
{
    private const int Letters = 8, Looked = 40;

    private static readonly (string Department, string Question, int AskedHoursAgo, int DueHours, string? Answer, string? By)[] Questions =
    [
        ("quality", "同批次轴承三个月内第二次早期磨损，请判断是否批次问题，需不需要通知其他用户。", 30, 24, null, null),
        ("technical", "客户要求把最高线速再提百分之十，现有传动能否承受？", 5, 24, null, null),
        ("parts", "张力传感器库存不足，最早哪天能发货？", 20, 24, "库存两件已锁定，明天上午发顺丰，后天到客户处。", "王仓管"),
    ];

    /// <summary>Adds them.</summary>
    public static async Task Add(AfterSalesDb db, FileStore files, BusinessClock clock, CancellationToken stop = default)
    {
        db.Now = clock.Now;
        await Scans(db, files, stop);
        await MachinePapers.Add(db, files, clock, stop);
        await Asked(db, clock.Now, stop);
        await Forgotten(db, clock.Now.AddHours(-26), stop);
        await db.SaveChangesAsync(stop);
    }

    private static async Task Scans(AfterSalesDb db, FileStore files, CancellationToken stop)
    {
        var letters = await db.Cases.Where(c => c.Channel == Channel.Letter && c.LetterOn != null).OrderByDescending(c => c.Id).Take(Letters).ToListAsync(stop);
        foreach (var (c, at) in letters.Select((c, i) => (c, i)))
        {
            using var picture = new MemoryStream(Snapshot.Pictures[at % Snapshot.Pictures.Length]);
            var stored = (await files.Take("scan", picture, stop)).Value;
            db.Attachments.Add(new Attachment { CaseId = c.Id, Name = "来函扫描件.png", FileKind = stored.Kind, Size = stored.Size, Hash = stored.Hash, AddedById = c.AgentId, AddedAt = c.OpenedAt });
        }
    }

    /// <summary>On cases that wait anyway, asked after everything else that happened to them.</summary>
    private static async Task Asked(AfterSalesDb db, DateTimeOffset now, CancellationToken stop)
    {
        var longest = now.AddHours(-Questions.Max(q => q.AskedHoursAgo));
        var waiting = await db.Cases.Where(c => (c.Status == CaseStatus.Replied || c.Status == CaseStatus.Dispatched || c.Status == CaseStatus.InProgress) && !db.CaseEvents.Any(e => e.CaseId == c.Id && e.At > longest))
            .OrderByDescending(c => c.Id).Take(Questions.Length).ToListAsync(stop);
        foreach (var (c, q) in waiting.Zip(Questions))
        {
            await One(db, c, q, now, stop);
        }
    }

    /// <summary>A customer for whom nothing is to be done any more; a manager has yet to decide.</summary>
    private static async Task Forgotten(AfterSalesDb db, DateTimeOffset at, CancellationToken stop)
    {
        Customer? customer = null;
        foreach (var one in await db.Customers.Where(c => c.MergedIntoId == null && db.Cases.Any(x => x.CustomerId == c.Id)).OrderBy(c => c.Id).Take(Looked).ToListAsync(stop))
        {
            customer ??= await Anonymising.Waiting(db, one.Id, stop) is [] ? one : null;
        }

        var agent = await db.Users.Where(p => p.Active && p.Role == Role.Agent).OrderBy(p => p.Id).FirstOrDefaultAsync(stop);
        if (customer is null || agent is null)
        {
            return;
        }

        customer.AskAnonymity(at, agent.Id, "企业已注销，来函要求删除全部联系资料。");
        foreach (var manager in await db.Users.Where(p => p.Active && p.Role == Role.Manager).Select(p => p.Id).ToListAsync(stop))
        {
            db.Notifications.Add(new Notification { PersonId = manager, At = at, Kind = NoticeKind.AnonymityAsked, Facts = CaseEvent.Pack(("customer", customer.Code)), UniqueKey = Notifier.Key(NoticeKind.AnonymityAsked, Anonymising.Cause(customer), manager) });
        }
    }

    private static async Task One(AfterSalesDb db, ServiceCase c, (string Department, string Question, int AskedHoursAgo, int DueHours, string? Answer, string? By) q, DateTimeOffset now, CancellationToken stop)
    {
        var owner = new Actor(c.OwnerId, await db.Users.Where(p => p.Id == c.OwnerId).Select(p => p.Name).FirstOrDefaultAsync(stop) ?? "", Role.Agent);
        var asked = new HandOff { CaseId = c.Id, Department = q.Department, Question = q.Question, AskedById = c.OwnerId, AskedAt = now.AddHours(-q.AskedHoursAgo), DueAt = now.AddHours(q.DueHours - q.AskedHoursAgo) };
        var due = TextRule.Invariant(asked.DueAt.ToUnixTimeMilliseconds());
        c.Tell(CaseEventKind.HandedOff, owner, asked.AskedAt, q.Question, null, ("department", q.Department), ("due", due));
        db.HandOffs.Add(asked);
        await db.SaveChangesAsync(stop);
        if (q.Answer is not null)
        {
            asked.Return(q.Answer, q.By, owner, now.AddHours(-3));
            c.Tell(CaseEventKind.HandOffAnswered, owner, now.AddHours(-3), q.Answer, null, ("department", q.Department), ("by", q.By));
        }
        else if (asked.DueAt <= now)
        {
            asked.ToldAt = asked.DueAt;
            c.Tell(CaseEventKind.HandOffOverdue, Actor.System, asked.DueAt, null, null, ("department", q.Department), ("due", due));
            db.Notifications.Add(new Notification { PersonId = c.OwnerId!.Value, At = asked.DueAt, Kind = NoticeKind.HandOffOverdue, CaseId = c.Id, Facts = CaseEvent.Pack(("department", q.Department)), UniqueKey = Notifier.Key(NoticeKind.HandOffOverdue, TextRule.Invariant(asked.Id), c.OwnerId!.Value) });
        }
        else
        {
            db.ScheduledActions.Add(new ScheduledAction { Kind = ActionKind.HandOffDue, SubjectId = asked.Id, DueAt = asked.DueAt, UniqueKey = $"{ActionKind.HandOffDue}/{TextRule.Invariant(asked.Id)}/0" });
        }
    }
}
