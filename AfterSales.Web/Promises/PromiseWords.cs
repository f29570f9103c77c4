using AfterSales.Core.Promises;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Promises;

/// <summary>How a promise's clock reads and looks, on every page alike (UI.md, the clock chip).</summary>
public static class PromiseWords
{
    /// <summary>"剩 3 小时 20 分", "超时 2 小时", "按时", "暂停"…</summary>
    public static string Of(Texts texts, Shown shown, PromiseBrief promise, DateTimeOffset now) => promise switch
    {
        { State: PromiseState.Late, MetAt: { } met } => texts["Promises.LateBy", shown.Duration(met - promise.DueAt)],
        { State: PromiseState.Open, Paused: true } => texts["Promises.Paused"],
        { State: PromiseState.Open or PromiseState.Late } when now > promise.DueAt => texts["Promises.OverdueBy", shown.Duration(now - promise.DueAt)],
        { State: PromiseState.Open } => texts["Promises.Left", shown.Duration(promise.DueAt - now)],
        _ => texts.Of(promise.State),
    };

    /// <summary>What was promised, by which rule, due when: on hover.</summary>
    public static string Title(Texts texts, Shown shown, PromiseBrief promise) =>
        $"{texts.Of(promise.Kind)} · {texts["Promises.Rule." + promise.Rule]} · {(promise is { State: PromiseState.Open, Paused: true } ? texts["Promises.Paused"] : shown.At(promise.DueAt))}";

    /// <summary>The classes of its chip; a shape goes with each colour.</summary>
    public static string Look(PromiseBrief promise, DateTimeOffset now) => promise switch
    {
        { State: PromiseState.Kept } => "ok",
        { State: PromiseState.Late } => "late",
        { State: PromiseState.Exempt or PromiseState.Void } => "exempt",
        { Paused: true } => "paused",
        _ when now > promise.DueAt => "late",
        _ when promise.AtRiskAt <= now => "risk",
        _ => "",
    };
}
