using AfterSales.Core.Promises;
using AfterSales.Core.Settings;

namespace AfterSales.Core.Cases;

public sealed partial class ServiceCase
{
    /// <summary>Brings the promises into line with the plan, the holds and what was met.</summary>
    public void SettlePromises(IReadOnlyList<PlannedPromise> plan, Func<PromiseKind, DateTimeOffset?> metAt, ServicePolicy policy, DateTimeOffset now)
    {
        foreach (var planned in plan)
        {
            var promise = Promises.FirstOrDefault(p => p.Kind == planned.Kind);
            if (promise is null)
            {
                Promises.Add(promise = new Promise { CaseId = Id, Kind = planned.Kind, Rule = planned.Rule });
            }

            promise.Settle(planned, PausesOf(planned.Kind), metAt(planned.Kind), policy, now);
            if (promise is { Kind: PromiseKind.Arrival, State: PromiseState.Kept } && ArrivedAt is null)
            {
                // Solved in time without anybody going there: the arrival is no longer owed, and was not made.
                promise.Cancel();
            }
        }

        foreach (var stale in Promises.Where(p => p.State != PromiseState.Void && (Status == CaseStatus.Cancelled || plan.All(x => x.Kind != p.Kind))))
        {
            stale.Cancel();
        }

        var running = Promises.Where(p => p is { State: PromiseState.Open, Paused: false }).ToList();
        NextDueAt = running.Select(p => (DateTimeOffset?)p.DueAt).Min();
        AtRiskAt = running.Select(p => p.AtRiskAt(PausesOf(p.Kind), policy)).Min();
    }
}
