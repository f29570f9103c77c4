using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Complaints;

/// <summary>
/// Opens a complaint that follows another case (R47, or one key on any case) in the caller's transaction: same customer,
/// machine and symptom, owned until it is reported by whoever heard it, or by the owner of that case where an engineer did.
/// </summary>
internal static class ComplaintOpening
{
    /// <summary>R47: 不满意处理 of a low score, heard by phone or signed before the engineer; answers the complaint's number.</summary>
    public static async Task<string> Dissatisfied(Write write, ServiceCase c, SatisfactionAnswer answer)
    {
        var words = answer.Comment ?? $"{answer.Score}/{AttemptForm.MostScore}";
        var severity = answer.Score == AttemptForm.LeastScore ? Severity.Major : Severity.Minor;
        var channel = answer.Source == AnswerSource.Callback ? Channel.Phone : Channel.Visitor;
        return (await FollowOn(write, c, words, channel, severity)).Case.Number;
    }

    public static async Task<CaseFile> FollowOn(Write write, ServiceCase parent, string words, Channel channel, Severity severity)
    {
        var policy = await write.Db.PolicyAt(write.Now, write.Stop);
        var opened = await Draft(write, parent, policy, words, channel, severity);
        opened.Tell(CaseEventKind.Registered, write.Actor, write.Now, words, null, ("parent", parent.Number));
        parent.Tell(CaseEventKind.FollowOnOpened, write.Actor, write.Now, null, null, ("number", opened.Number));
        var file = await CaseFile.Register(
            write, opened, policy,
            await write.Db.Customers.SingleAsync(c => c.Id == opened.CustomerId, write.Stop),
            await write.Db.Sites.SingleOrDefaultAsync(s => s.Id == opened.SiteId, write.Stop),
            await write.Db.Assets.SingleOrDefaultAsync(a => a.Id == opened.AssetId, write.Stop));
        file.Complaint!.Severity = severity;
        if (write.Actor is { Role: Role.Supervisor, Id: { } supervisor })
        {
            file.Complaint.Report(supervisor, write.Now);
        }

        await file.Settle();
        write.Touch($"case/{TextRule.Invariant(parent.Id)}");
        var owner = opened.OwnerId == write.Actor.Id ? [] : await Audience.Of(write, opened.OwnerId);
        await write.Notify([.. await Audience.SupervisorsOf(write, opened.Area), .. owner], NoticeKind.ComplaintOpened, TextRule.Invariant(opened.Id), opened.Id, ("parent", parent.Number));
        return file;
    }

    /// <summary>An engineer hears it for the agent of the case.</summary>
    private static bool Hears(Actor actor) => actor.May(Permission.HandleCases) || actor.May(Permission.Complaints);

    private static async Task<ServiceCase> Draft(Write write, ServiceCase parent, ServicePolicy policy, string words, Channel channel, Severity severity) => new()
    {
        Number = await NumberSeries.Next(write.Db, "SC", write.Zone.DayOf(write.Now), write.Stop),
        Channel = channel,
        Type = CaseType.Complaint,
        CustomerId = parent.CustomerId,
        ContactId = parent.ContactId,
        SiteId = parent.SiteId,
        AssetId = parent.AssetId,
        Symptom = parent.Symptom,
        SymptomKey = parent.SymptomKey,
        Description = words,
        Priority = severity switch { Severity.Grave => Priority.Urgent, Severity.Major => Priority.High, _ => Priority.Normal },
        Mode = ServiceMode.Remote,
        AgentId = Hears(write.Actor) ? write.Actor.Id : parent.AgentId,
        OwnerId = Hears(write.Actor) ? write.Actor.Id : parent.OwnerId,
        OpenedAt = write.Now,
        DistanceKm = parent.DistanceKm,
        ParentId = parent.Id,
        PolicyId = policy.Id,
    };
}
