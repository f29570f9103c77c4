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
    private readonly string? remedy;
    private readonly List<object> rows = [];
    private readonly List<Callback> callbacks = [];
    private DateTimeOffset t;
    private long? firstEngineer;
    private int visits;

    private CaseStory(Stage stage, Fate fate, Casting cast, Actor agent)
    {
        (this.stage, this.fate, this.agent, t) = (stage, fate, agent, fate.OpenedAt);
        (client, asset, site, remedy) = (cast.Client, cast.Asset, cast.Site, cast.Remedy);
        c = cast.Draft(stage, fate, agent);
        complaint = c.Type == CaseType.Complaint ? new Complaint { CaseId = c.Id, Severity = Dice.Of([(Severity.Minor, 70.0), (Severity.Major, 25.0), (Severity.Grave, 5.0)]) } : null;
    }

    private Dice Dice => stage.Dice;

    private SampleSetting Setting => stage.Setting;

    private ServicePolicy Policy => stage.Setting.Policy;

    /// <summary>The rows of one more case.</summary>
    public static IReadOnlyList<object> Tell(Stage stage, Fate fate, Casting? cast = null)
    {
        var story = new CaseStory(stage, fate, cast ?? Casting.Of(stage, fate), stage.Setting.Actor(stage.Dice.Of(stage.Setting.Agents).Id));
        story.Register();
        story.Run();
        return story.End();
    }

    private void Register()
    {
        c.Tell(CaseEventKind.Registered, agent, t, c.Description, null, ("channel", c.Channel.ToString()), ("parent", fate.Follows?.Parent.Number));
        if (c is { Mode: ServiceMode.OnSite, Type: not CaseType.Installation } && fate.Halt == Halt.Nowhere && Dice.Chance(0.12))
        {
            var day = Setting.Zone.DayOf(t).AddDays(Dice.Int(1, 4));
            c.SetCustomerTime(At(day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(1) : day, Dice.Int(9, 17)), agent, t);
        }
        else if (c.Type == CaseType.Installation && asset?.InstalledOn > Setting.Zone.DayOf(t))
        {
            c.SetCustomerTime(At(asset.InstalledOn.Value, Dice.Int(10, 15)), agent, t);
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
        if (!Until(Daytime(t + Dice.Of([(Dice.Hours(0.05, 1.5), 80.0), (Dice.Hours(1, 9), 18.5), (Dice.Hours(24, 40), fate.Halt == Halt.Nowhere ? 1.5 : 0)]))))
        {
            return false;
        }

        var how = c.Channel is Channel.Email or Channel.Letter or Channel.Online && Dice.Chance(0.5) ? ReplyHow.Writing : ReplyHow.Phone;
        c.Reply(how, WorkWords.Reply(Dice, how, c.Mode == ServiceMode.OnSite), agent, t, t);
        Log(false, how == ReplyHow.Phone ? Channel.Phone : c.Channel, agent, null);
        return true;
    }

    /// <summary>Few are given up; such a case has ended.</summary>
    private bool Cancelled()
    {
        if (fate.Halt != Halt.Nowhere || !Dice.Chance(0.02) || !Until(Daytime(t + Dice.Hours(0.5, 20))))
        {
            return false;
        }

        c.Cancel(WorkWords.Cancel(Dice, c.QuoteFirst), agent, t);
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
        var done = Daytime(t + (Dice.Chance(0.05) ? Dice.Hours(44, 96) : Dice.Hours(0.3, 30)));
        Chase(0.04, done);
        if (fate.Halt == Halt.Undispatched || !Until(done))
        {
            return false;
        }

        Resolve(agent, false);
        return true;
    }

    private void Resolve(Actor by, bool onSpot)
    {
        var (cause, words) = WorkWords.CauseOf(Dice, Fault, part: false, Young);
        var text = remedy ?? (c.Type == CaseType.Repair ? WorkWords.ByPhone(Dice, SymptomName ?? "故障", words, Fault.Adjustment) : WorkWords.Answer(Dice, c.Type));
        c.Resolve(text, onSpot, by, t, t);
        if (c.Type.IsService())
        {
            rows.Add(new ServiceReport { CaseId = c.Id, ConfirmedSymptom = c.Symptom, Cause = cause, CauseText = words, Remedy = text, CompletedAt = t });
        }

        Afterwards();
    }

    private DateTimeOffset At(DateOnly day, int hour) => Setting.Zone.Instant(day.ToDateTime(new TimeOnly(hour, 0)));

    /// <summary>催单 now and then, until something happens anyway.</summary>
    private void Chase(double share, DateTimeOffset before)
    {
        var at = t;
        while (fate.Halt == Halt.Nowhere && Dice.Chance(share) && (at = Daytime(at + Dice.Hours(1, 8))) <= Setting.Now && at < before && c.Chases < 4)
        {
            c.Chase(agent, at, WorkWords.Chase(Dice));
            Log(true, Channel.Phone, agent, null, at);
            Notify(c.OwnerId, NoticeKind.Chased, at, ("number", c.Number), ("times", Shared.TextRule.Invariant(c.Chases)));
            share = 0.3;
        }
    }
}
