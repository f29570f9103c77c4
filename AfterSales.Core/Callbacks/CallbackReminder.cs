using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Callbacks;

/// <summary>Brings callbacks to those who call, by scheduled actions; one that was answered or dropped meanwhile stays quiet.</summary>
internal static class CallbackReminder
{
    /// <summary>R40, R41: the window has opened. R48: it waits for the next call hour in which the customer may be called.</summary>
    public static async Task WindowOpened(Write write, long callbackId)
    {
        if (await Pending(write, callbackId) is not { } callback)
        {
            return;
        }

        var c = await write.Db.Cases.Where(x => x.Id == callback.CaseId).Select(x => new { x.PolicyId, x.CustomerId }).SingleAsync(write.Stop);
        var (policy, notes) = (await write.Db.PolicyOf(c.PolicyId, write.Stop), await CallNotes.Of(write.Db, c.CustomerId, write.Stop));
        var next = FollowUpWindow.MayCall(write.Now, policy.CallHours, notes.Quiet, write.Zone);
        if (next > write.Now)
        {
            callback.NextCallAt = next;
            await write.Plan(ActionKind.CallbackDue, callback.Id, next, next.ToUnixTimeMilliseconds());
            return;
        }

        await BringUp(write, callback);
    }

    /// <summary>The time agreed, or that of the next try, has come: agreed times need not lie in the call hours.</summary>
    public static async Task CallAgain(Write write, long callbackId)
    {
        if (await Pending(write, callbackId) is { } callback)
        {
            await BringUp(write, callback);
        }
    }

    /// <summary>R41: the first was not answered in its window; the second one is counted from the window's last day.</summary>
    public static async Task WindowEnded(Write write, long callbackId)
    {
        var first = await write.Db.Callbacks.SingleOrDefaultAsync(k => k.Id == callbackId, write.Stop);
        if (first is { State: CallbackState.Waiting or CallbackState.Due or CallbackState.Unreachable })
        {
            var c = await write.Db.Cases.SingleAsync(x => x.Id == first.CaseId, write.Stop);
            await FollowUps.OpenSecond(write, c, first, await write.Db.PolicyOf(c.PolicyId, write.Stop));
        }
    }

    private static async Task BringUp(Write write, Callback callback)
    {
        callback.State = CallbackState.Due;
        var assignee = await Audience.Of(write, callback.AssigneeId);
        await write.Notify(
            assignee.Count > 0 ? assignee : await Audience.Of(write, Role.Agent),
            NoticeKind.CallbackDue,
            $"{TextRule.Invariant(callback.Id)}/{TextRule.Invariant(callback.NextCallAt.ToUnixTimeMilliseconds())}",
            callback.CaseId,
            ("callback", TextRule.Invariant(callback.Id)),
            ("round", TextRule.Invariant(callback.Round)),
            ("ends", TextRule.Invariant(callback.EndsAt.ToUnixTimeMilliseconds())));
        write.Touch("callbacks");
    }

    private static Task<Callback?> Pending(Write write, long id) =>
        write.Db.Callbacks.Where(Callback.IsToCome).SingleOrDefaultAsync(k => k.Id == id, write.Stop);
}
