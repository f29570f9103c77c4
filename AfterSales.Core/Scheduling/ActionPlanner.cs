using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Scheduling;

/// <summary>Plans and cancels what is to happen by itself, in the transaction of the change that causes it.</summary>
public static class ActionPlanner
{
    /// <summary>
    /// Plans an action once: the same kind, subject and <paramref name="turn"/> (which of several, as a hold's id) again
    /// does nothing. The subject must have its key already.
    /// </summary>
    public static async Task Plan(this Write write, ActionKind kind, long subjectId, DateTimeOffset dueAt, long turn = 0)
    {
        var action = Row(kind, subjectId, dueAt, turn);
        if (write.Db.ScheduledActions.Local.Any(a => a.UniqueKey == action.UniqueKey) || await write.Db.ScheduledActions.AnyAsync(a => a.UniqueKey == action.UniqueKey, write.Stop))
        {
            return;
        }

        write.Db.ScheduledActions.Add(action);
        if (dueAt <= write.Now + ActionAlarm.Horizon)
        {
            write.AfterCommit.Add(() => write.Alarm.Set(dueAt));
        }
    }

    /// <summary>The row of an action; whoever writes it past the tracker sees to it that it is there once.</summary>
    internal static ScheduledAction Row(ActionKind kind, long subjectId, DateTimeOffset dueAt, long turn = 0) =>
        new() { Kind = kind, SubjectId = subjectId, DueAt = dueAt, UniqueKey = $"{kind}/{TextRule.Invariant(subjectId)}/{TextRule.Invariant(turn)}" };

    /// <summary>Cancels the pending actions of these kinds for a subject; what is done stays done.</summary>
    public static async Task CancelPlanned(this Write write, long subjectId, params ActionKind[] kinds)
    {
        foreach (var action in write.Db.ScheduledActions.Local.Where(a => a.SubjectId == subjectId && kinds.Contains(a.Kind) && a.State == ActionState.Pending))
        {
            action.State = ActionState.Cancelled;
        }

        await write.Db.ScheduledActions
            .Where(a => a.SubjectId == subjectId && kinds.Contains(a.Kind) && a.State == ActionState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.State, ActionState.Cancelled), write.Stop);
    }
}
