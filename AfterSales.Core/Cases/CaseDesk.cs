using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Cases;

/// <summary>A first reply as recorded.</summary>
public sealed class ReplyForm
{
    /// <summary>By phone or in writing.</summary>
    public ReplyHow How { get; set; } = ReplyHow.Phone;

    /// <summary>What the customer was told.</summary>
    public string? Text { get; set; }

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check() => new Checks()
        .When(How is not (ReplyHow.Phone or ReplyHow.Writing), "Shared.NotInList", nameof(How))
        .Text(nameof(Text), Text, CaseLimits.Description, required: true)
        .Problems;
}

/// <summary>What is said about a case while it runs: the first reply, a chase, a note.</summary>
public sealed class CaseDesk(Writer writer, NextSteps steps, Actor actor)
{
    /// <summary>首次答复 by phone or in writing; logged as a call or letter out (R42).</summary>
    public async Task<Result> Reply(string number, ReplyForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Intake);
        var faults = form.Check();
        return faults.Count > 0 ? Result.Refused(faults) : await Change(writer, number, request, (write, file) =>
        {
            Log(write, file.Case, incoming: false, form.How == ReplyHow.Phone ? Channel.Phone : Channel.Letter, form.Text);
            return Task.FromResult(file.Case.Reply(form.How, TextRule.Kept(form.Text)!, actor, write.Now, write.Now));
        }, stop);
    }

    /// <summary>
    /// 催单: counts the chase, tells the owner (who needs no telling of an own one), from the policy's count on the supervisor too, and answers what to say to
    /// the caller.
    /// </summary>
    public async Task<Result<ChaseAnswer>> Chase(string number, string? text, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Intake);
        var faults = new Checks().Text("Text", text, CaseLimits.Description).Problems;
        return faults.Count > 0 ? Result<ChaseAnswer>.Refused(faults) : await writer.Run<ChaseAnswer>(request, async write =>
        {
            var file = await CaseFile.Open(write, number);
            var chased = file.Case.Chase(actor, write.Now, TextRule.Kept(text));
            if (!chased.Ok)
            {
                return Result<ChaseAnswer>.Refused(chased.Problems);
            }

            var (owner, supervisor) = await TellOfChase(write, file);
            Log(write, file.Case, incoming: true, Channel.Phone, text);
            await file.Settle();
            return new ChaseAnswer(file.Case.Number, file.Case.Chases, await steps.Of(write.Db, file.Case, write.Now, write.Stop), owner, supervisor);
        }, stop);
    }

    /// <summary>A note on the timeline; an engineer notes on own cases.</summary>
    public async Task<Result> Note(string number, string? text, Guid request, CancellationToken stop = default)
    {
        actor.MustAny(Permission.Intake, Permission.OwnWork);
        var faults = new Checks().Text("Text", text, CaseLimits.Description, required: true).Problems;
        return faults.Count > 0 ? Result.Refused(faults) : await Change(writer, number, request, async (write, file) =>
        {
            await CaseScope.Must(write.Db, actor, file.Case.Id, write.Stop);
            file.Case.Tell(CaseEventKind.Noted, actor, write.Now, TextRule.Kept(text));
            return Result.Done;
        }, stop);
    }

    /// <summary>Opens a case by its number, changes it, settles it.</summary>
    internal static Task<Result> Change(Writer writer, string number, Guid request, Func<Write, CaseFile, Task<Result>> change, CancellationToken stop) =>
        writer.Run(request, async write =>
        {
            var file = await CaseFile.Open(write, number);
            var done = await change(write, file);
            if (done.Ok)
            {
                await file.Settle();
            }

            return done;
        }, stop);

    private static async Task<(bool Owner, bool Supervisor)> TellOfChase(Write write, CaseFile file)
    {
        var c = file.Case;
        var facts = new (string, string?)[] { ("number", c.Number), ("times", TextRule.Invariant(c.Chases)) };
        var cause = $"{c.Number}/{TextRule.Invariant(c.Chases)}";
        var owner = c.OwnerId == write.Actor.Id ? [] : await Audience.Of(write, c.OwnerId);
        var supervisors = c.Chases >= file.Policy.ChasesToSupervisor ? await Audience.Supervisors(write, c.Id) : [];
        await write.Notify(owner, NoticeKind.Chased, cause, c.Id, facts);
        await write.Notify(supervisors, NoticeKind.Chased, cause, c.Id, facts);
        return (owner.Count > 0, supervisors.Count > 0);
    }

    private void Log(Write write, ServiceCase c, bool incoming, Channel channel, string? words) => write.Db.ContactLogs.Add(new ContactLog
    {
        At = write.Now,
        Incoming = incoming,
        Channel = channel,
        PersonId = actor.Id,
        CustomerId = c.CustomerId,
        CaseId = c.Id,
        Note = TextRule.Kept(words),
    });
}
