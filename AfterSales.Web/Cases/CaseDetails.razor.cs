using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace AfterSales.Web.Cases;

/// <summary>
/// One case: what is known at the left, what happened in the middle, clocks and next actions at the right. Changes made
/// elsewhere appear by themselves; a form that is open stays as it is typed.
/// </summary>
public sealed partial class CaseDetails
{
    private readonly Sending chasing = new();
    private readonly Latest reading = new();
    private Actor? me;
    private ListBook? book;
    private CaseView? view;
    private UncoveredCase? whole;
    private IReadOnlyList<CallerCase> others = [];
    private ChaseAnswer? chased;
    private CaseVerb? verb;
    private string? shown;

    /// <summary>受理单号.</summary>
    [Parameter] public string Number { get; set; } = "";

    [Inject] private Desk Desk { get; set; } = null!;

    [Inject] private Shown Shown { get; set; } = null!;

    [Inject] private BusinessClock Clock { get; set; } = null!;

    private string Topic => $"case/{TextRule.Invariant(view!.Head.Id)}";

    private StandingWords Words => new(T, Shown, Clock.Zone, book!);

    /// <summary>What is wrong with what; of a complaint, that it is one.</summary>
    private string Title
    {
        get
        {
            var complaint = view!.Head.Type == CaseType.Complaint;
            var symptom = view.Head.Symptom is { } code ? book!.Name(TermKind.Symptom, code, T.Culture.Name, view.Head.OpenedAt) : view.Head.SymptomText;
            var matter = string.Join(' ', new[] { view.Machine?.Model, symptom ?? (complaint ? null : T.Of(view.Head.Type)) }.Where(part => !string.IsNullOrEmpty(part)));
            return !complaint ? matter : matter.Length == 0 ? T.Of(CaseType.Complaint) : T["Cases.ComplaintAbout", matter];
        }
    }

    private bool HasReport => view!.Reports.Count > 0 || view.Orders.Any(o => o.Status is not (WorkOrderStatus.Cancelled or WorkOrderStatus.Declined));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (shown == Number)
        {
            return;
        }

        (shown, view, verb, chased, others, whole) = (Number, null, null, null, [], null);
        me = await Desk.Actor();
        book = await Desk.Ask((Lists lists) => lists.Book());
        if (await Load())
        {
            verb = CaseVerbs.Of(view!.Head, me) is [CaseVerb.Reply, ..] ? CaseVerb.Reply : null;
        }
    }

    private string Asked()
    {
        var number = RecordAddress.Value(Number);
        return number.Length > CaseLimits.Number || !TextRule.IsClean(number) ? throw new MissingException("case") : CaseNumbers.IsOurs(number) ? number.ToUpperInvariant() : number;
    }

    /// <summary>What was uncovered is covered again.</summary>
    private async Task<bool> Load()
    {
        var number = Asked();
        var taken = await reading.Ask(
            async () => (await Desk.Ask((CaseReader reader) => reader.Read(number)), await Desk.Ask((CaseReader reader) => reader.Others(number))), read => (view, others, whole) = (read.Item1, read.Item2, null));
        StateHasChanged();
        return taken;
    }

    /// <summary>Audited by the service, each time.</summary>
    private Task Reveal() => reading.Ask(() => Desk.Ask((PersonalData data) => data.Case(Asked())), read => (whole, view, others) = (read, read.View, read.Others));

    /// <summary>催单 with one key: counted, told, and the sentence to say.</summary>
    private async Task Chase()
    {
        var at = Number;
        var answer = await chasing.Ask(request => Desk.Ask((CaseDesk desk) => desk.Chase(view!.Head.Number, null, request)));
        if (answer?.Ok == true && at == Number)
        {
            chased = answer.Value;
            await Load();
        }
    }

    private static string ToldOf(ChaseAnswer answer) => (answer.ToOwner, answer.ToSupervisor) switch
    {
        (true, true) => "Cases.SaidBoth",
        (true, false) => "Cases.SaidOwner",
        (false, true) => "Cases.SaidSupervisor",
        _ => "Cases.SaidTimes",
    };

    private void Choose(CaseVerb chosen) => verb = verb == chosen ? null : chosen;

    private async Task Done()
    {
        verb = null;
        await Load();
    }
}
