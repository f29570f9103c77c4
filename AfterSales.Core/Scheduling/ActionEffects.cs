using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.HandOffs;

namespace AfterSales.Core.Scheduling;

/// <summary>Which feature makes an action happen; an effect that is not wanted any more does nothing.</summary>
internal static class ActionEffects
{
    public static Task Happen(Write write, ActionKind kind, long subjectId) => kind switch
    {
        ActionKind.CallbackDue => CallbackReminder.WindowOpened(write, subjectId),
        ActionKind.CallAgain => CallbackReminder.CallAgain(write, subjectId),
        ActionKind.CallbackWindowEnds => CallbackReminder.WindowEnded(write, subjectId),
        ActionKind.HoldEnds => HoldEnding.End(write, subjectId),
        ActionKind.HandOffDue => HandOffWatch.Due(write, subjectId),
        _ => throw new InvalidOperationException($"No effect for {kind}."),
    };
}
