using AfterSales.Core.Shared;
using AfterSales.Core.Assets;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Performance;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Data.SampleData;

/// <summary>
/// One case from intake to the present, told with the product's own verbs and rules: each step happens at its time, and
/// what would lie in the future has not happened.
/// </summary>
internal sealed partial class CaseStory
{
    private readonly Stage stage;
    private readonly Fate fate;
    private readonly Client client;
    private readonly Asset? asset;
    private readonly Site? site;
    private readonly ServiceCase c;
    private readonly Complaint? complaint;
    private readonly Actor agent;
    private readonly List<object> rows = [];
    private readonly List<Callback> callbacks = [];
    private DateTimeOffset t;
    private long? firstEngineer;
    private int visits;

    private CaseStory(Stage stage, Fate fate, Casting cast, Actor agent)
    {
        (this.stage, this.fate, this.agent, t) = (stage, fate, agent, fate.OpenedAt);
        (client, asset, site) = (cast.Client, cast.Asset, cast.Site);
        c = cast.Draft(stage, fate, agent);
        complaint = c.Type == CaseType.Complaint ? new Complaint { CaseId = c.Id, Severity = Dice.Of([(Severity.Minor, 70.0), (Severity.Major, 25.0), (Severity.Grave, 5.0)]) } : null;
    }

    private Dice Dice => stage.Dice;

    private SampleSetting Setting => stage.Setting;

    private ServicePolicy Policy => stage.Setting.Policy;

    /// <summary>The rows of one more case.</summary>
    public static IReadOnlyList<object> Tell(Stage stage, Fate fate)
    {
        var story = new CaseStory(stage, fate, Casting.Of(stage, fate), stage.Setting.Actor(stage.Dice.Of(stage.Setting.Agents).Id));
        story.Register();
        story.Run();
        return story.End();
    }

    private void Register()
    {
        c.Tell(CaseEventKind.Registered, agent, t, c.Description, null, ("channel", c.Channel.ToString()), ("parent", fate.Follows?.Parent.Number));
        if (c.Mode == ServiceMode.OnSite && fate.Halt == Halt.Nowhere && Dice.Chance(0.12))
        {
            var day = Setting.Zone.DayOf(t).AddDays(Dice.Int(1, 4));
            c.SetCustomerTime(Setting.Zone.Instant(day.ToDateTime(new TimeOnly(Dice.Int(8, 17), 0))), agent, t);
        }

        Log(true, c.Channel, agent, null);
        Settle(t, _ => null);
    }

    private void Run()
    {
        if (complaint is not null)
        {
            Complain();
            return;
        }

        if (fate.Halt == Halt.Unreplied)
        {
            return;
        }

        if (fate.Halt == Halt.Nowhere && c.Mode == ServiceMode.Remote && Dice.Chance(c.Type == CaseType.Enquiry ? 0.35 : 0.15))
        {
            Resolve(agent, true);
            return;
        }

        if (Reply() && !Cancelled() && Held(0.03, "customer", Halt.OnHold))
        {
            _ = c.Mode == ServiceMode.OnSite ? Field() : Remote();
        }
    }

    /// <summary>Mostly within the hour, seldom too late.</summary>
    private bool Reply()
    {
        if (!Until(t + Dice.Of([(Dice.Hours(0.05, 1.5), 80.0), (Dice.Hours(1, 14), 18.5), (Dice.Hours(24, 40), fate.Halt == Halt.Nowhere ? 1.5 : 0)])))
        {
            return false;
        }

        c.Reply(Dice.Chance(0.9) ? ReplyHow.Phone : ReplyHow.Writing, Dice.Of(Words.Replies), agent, t, t);
        Log(false, Channel.Phone, agent, null);
        return true;
    }

    /// <summary>Few are given up; such a case has ended.</summary>
    private bool Cancelled()
    {
        if (fate.Halt != Halt.Nowhere || !Dice.Chance(0.02) || !Until(t + Dice.Hours(0.5, 20)))
        {
            return false;
        }

        c.Cancel(Dice.Of(Words.Cancels), agent, t);
        return true;
    }

    /// <summary>挂起 now and then; false while the hold lasts. The festival and two others stop the clocks.</summary>
    private bool Held(double share, string reason, Halt halt = Halt.Nowhere)
    {
        var stays = halt != Halt.Nowhere && fate.Halt == halt;
        if (!stays && (fate.Halt != Halt.Nowhere || !Dice.Chance(share)))
        {
            return true;
        }

        var until = Daytime(stays ? Setting.Now + Dice.Hours(6, 40) : t + Dice.Hours(10, 90));
        c.Hold(reason, Policy.PausingHolds.Contains(reason), until, null, agent, t);
        var hold = c.Holds[^1];
        hold.Id = stage.Ids.Hold();
        if (!Until(until))
        {
            Plan(Scheduling.ActionKind.HoldEnds, hold.Id, until);
            return false;
        }

        c.Resume(Actor.System, t, null, until);
        return true;
    }

    /// <summary>Solved from the desk: answered, sent, guided by phone.</summary>
    private bool Remote()
    {
        Chase(0.04);
        var slow = Dice.Chance(0.05);
        if (fate.Halt == Halt.Undispatched || !Until(Daytime(t + (slow ? Dice.Hours(44, 96) : Dice.Hours(0.3, 30)))))
        {
            return false;
        }

        Resolve(agent, false);
        return true;
    }

    private void Resolve(Actor by, bool onSpot)
    {
        var symptom = Setting.Symptoms(asset?.ProductLine).FirstOrDefault(s => s.Code == c.Symptom)?.NameZh;
        var text = symptom is null ? "已答复并处理，客户无异议。" : $"电话指导排除{symptom}：{Words.Remedy(Dice, symptom, null)}";
        c.Resolve(text, onSpot, by, t, t);
        if (c.Type.IsService())
        {
            rows.Add(new ServiceReport { CaseId = c.Id, ConfirmedSymptom = c.Symptom, Cause = "maintenance", Remedy = text, CompletedAt = t });
        }

        Afterwards();
    }

    private void Chase(double share)
    {
        var at = t;
        while (fate.Halt == Halt.Nowhere && Dice.Chance(share) && (at += Dice.Hours(1, 8)) <= Setting.Now && c.Chases < 4)
        {
            c.Chase(agent, at, Dice.Of(Words.Chases));
            Log(true, Channel.Phone, agent, null, at);
            Notify(c.OwnerId, NoticeKind.Chased, at, ("number", c.Number), ("times", Shared.TextRule.Invariant(c.Chases)));
            (share, t) = (0.3, at);
        }
    }
}
