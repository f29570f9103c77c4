using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Callbacks;

/// <summary>跟踪服务: plans and drops a case's callbacks in the transaction of the change that causes them.</summary>
public static class FollowUps
{
    private static readonly ActionKind[] Kinds = [ActionKind.CallbackDue, ActionKind.CallAgain, ActionKind.CallbackWindowEnds];

    /// <summary>
    /// R40: a resolved repair, installation or maintenance gets its first callback; other types get none. Called again for
    /// the same resolution it does nothing.
    /// </summary>
    public static async Task Open(Write write, ServiceCase c, ServicePolicy policy)
    {
        if (!c.Type.IsService() || c.ResolvedAt is not { } handedOver || await Pending(write, c.Id).AnyAsync(k => k.Round == 1, write.Stop))
        {
            return;
        }

        var first = await Add(write, c, 1, FollowUpWindow.First(handedOver, policy, write.Zone), policy);
        await write.Plan(ActionKind.CallbackWindowEnds, first.Id, first.EndsAt);
    }

    /// <summary>
    /// R41: the second callback, after the first was answered or its window ended. One that was planned for the end of the
    /// window gives way to one counted from an answer given after all, as long as nobody has been asked to call.
    /// </summary>
    public static async Task OpenSecond(Write write, ServiceCase c, Callback first, ServicePolicy policy)
    {
        foreach (var earlier in await Pending(write, c.Id).Where(k => k.Round == 2 && k.OpensAt > first.OpensAt).ToListAsync(write.Stop))
        {
            if (earlier.State != CallbackState.Waiting)
            {
                return;
            }

            await Void(write, earlier);
        }

        await write.CancelPlanned(first.Id, ActionKind.CallbackWindowEnds);
        await Add(write, c, 2, FollowUpWindow.Second(first.AnsweredAt, first.EndsAt, policy, write.Zone), policy);
    }

    /// <summary>The case was reopened or cancelled: nobody is to be called about it any more.</summary>
    public static async Task Drop(Write write, long caseId)
    {
        foreach (var callback in await write.Db.Callbacks.Where(k => k.CaseId == caseId).ToListAsync(write.Stop))
        {
            await Void(write, callback);
        }
    }

    private static async Task Void(Write write, Callback callback)
    {
        await write.CancelPlanned(callback.Id, Kinds);
        if (callback.State is CallbackState.Waiting or CallbackState.Due)
        {
            callback.State = CallbackState.Void;
            write.Touch("callbacks");
        }
    }

    private static IQueryable<Callback> Pending(Write write, long caseId) =>
        write.Db.Callbacks.Where(Callback.IsToCome).Where(k => k.CaseId == caseId);

    private static async Task<Callback> Add(Write write, ServiceCase c, int round, FollowUpWindow window, ServicePolicy policy)
    {
        var callback = new Callback
        {
            CaseId = c.Id,
            Area = c.Area,
            Round = round,
            OpensAt = window.OpensAt,
            EndsAt = window.EndsAt,
            NextCallAt = FollowUpWindow.InCallHours(window.OpensAt, policy.CallHours, write.Zone),
            AssigneeId = c.AgentId == c.EngineerId ? null : c.AgentId,
        };
        write.Db.Callbacks.Add(callback);
        await write.Db.SaveChangesAsync(write.Stop);
        await write.Plan(ActionKind.CallbackDue, callback.Id, callback.NextCallAt);
        write.Touch("callbacks");
        return callback;
    }
}
