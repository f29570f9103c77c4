using AfterSales.Core.Cases;
using AfterSales.Core.Promises;
using AfterSales.Core.Reports;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;

namespace AfterSales.Core.WorkOrders;

/// <summary>售后服务报告单 in words (R31): the parts that PDF and print view both draw.</summary>
public sealed class ServiceReportPaper(Texts texts, TimeZoneInfo zone)
{
    private readonly Shown shown = new(texts, zone);

    /// <summary>One sheet.</summary>
    public Paper Of(ServiceReportView view) => new(
        T("Title"), view.Order?.Number ?? view.Case.Head.Number, view.Completed ? null : T("Unfinished"),
        [Who(view), .. Rights(view), Asked(view), Promises(view), Found(view), Parts(view), .. Visits(view), .. Checks(view), Satisfaction(view), Signature(view)]);

    /// <summary>The file's name and title: the form, and the case.</summary>
    public string Name(ServiceReportView view) => $"{T("Title")} {view.Case.Head.Number}";

    /// <summary>What stands at the foot of every page.</summary>
    public string Foot(ServiceReportView view) => texts["Reports.Service.Foot", view.Case.Head.Number, shown.At(view.At)];

    private string T(string key) => texts["Reports.Service." + key];

    private string Culture => texts.Culture.Name;

    private PaperField Field(string key, string? value, bool wide = false) => PaperField.Of(T(key), value, wide);

    private PaperFields Who(ServiceReportView view)
    {
        var (c, head, machine) = (view.Case, view.Case.Head, view.Case.Machine);
        return new(T("Who"),
        [
            Field("CaseNumber", head.Number),
            Field("OrderNumber", view.Order?.Number ?? Mode(view)),
            Field("OpenedAt", shown.At(head.OpenedAt)),
            Field("Kind", $"{texts.Of(head.Type)} · {texts.Of(head.Mode)}"),
            Field("Customer", $"{c.Customer.Name} ({c.Customer.Code})"),
            Field("Contact", c.Contact is { } contact ? Joined(contact.Name, contact.Title, string.Join(" / ", contact.Phones)) : null),
            Field("Site", c.Site is { } site ? Joined(site.Address, site.DistanceKm is { } km ? texts["Reports.Service.Distance", km] : null) : null, wide: true),
            Field("Machine", machine is null ? null : $"{view.Book.Line(machine.ProductLine, Culture)} {machine.Model}"),
            Field("Serial", machine?.SerialNo),
            machine?.AcceptedOn is { } accepted ? Field("Accepted", shown.Day(accepted)) : Field("WarrantyFrom", WarrantyFrom(machine)),
            Field("SoldBy", machine is null ? null : machine.Dealer ?? T("SoldByUs")),
            Field("Warranty", Warranty(view.Warranty)),
            Field("Pays", Pays(view)),
            Field("PaysBecause", view.Pays is { } why ? why.Decision is { } decided ? texts["Reports.Service.PayerDecided", decided.Reason, shown.ShortDay(decided.At)] : why.Reason(Culture) : null, wide: true),
            Field("Engineer", view.Order?.Engineer ?? head.Engineer),
            Field("Agent", head.Agent),
            .. head.Received.Facts(texts, shown).Select(f => PaperField.Of(f.Name, f.Value)),
        ]);
    }

    /// <summary>三包: what is left, what was counted toward each right, and which is next.</summary>
    private IEnumerable<PaperPart> Rights(ServiceReportView view)
    {
        if (view.Meter is not { } meter)
        {
            yield break;
        }

        var words = new MeterWords(texts, shown, view.Book);
        var fields = words.Left(meter).Select(l => PaperField.Of(l.Name, l.Value)).ToList();
        fields.Add(PaperField.Of(T("Level"), texts.Of(meter.Level), wide: true));
        var told = meter.Told.Select(c => $"{MeterWords.Mark(c)}{words.Counted(c)}").Distinct().ToList();
        fields.AddRange(told.Count > 0 ? [PaperField.Of(T("Right"), string.Join('\n', told), wide: true)] : []);
        var windows = meter.Windows.Select(c => words.Window(c, c.Window!)).ToList();
        fields.AddRange(windows.Count > 0 ? [PaperField.Of(T("RightWindow"), string.Join('\n', windows), wide: true)] : []);
        fields.AddRange(meter.Next is { } next ? [PaperField.Of(T("NextRight"), words.Coming(next), wide: true)] : []);
        yield return new PaperFields(T("Rights"), fields);
    }

    /// <summary>Never accepted, the warranty runs from another day: which, and of what.</summary>
    private string? WarrantyFrom(CaseMachine? machine) => machine switch
    {
        { InstalledOn: { } installed } => texts["Reports.Service.Installed", shown.Day(installed)],
        { DeliveredOn: { } delivered } => texts["Reports.Service.Delivered", shown.Day(delivered)],
        { PurchasedOn: { } bought } => texts["Reports.Service.Purchased", shown.Day(bought)],
        _ => null,
    };

    private string? Warranty(WarrantyState? state) => state switch
    {
        null => null,
        { Cover: WarrantyCover.Unknown } => texts.Of(state.Cover),
        _ => texts["Reports.Service.WarrantyUntil", texts.Of(state.Cover), shown.ShortDay(state.LastDay!.Value)],
    };

    private string? Pays(ServiceReportView view) => view.Pays is not { } pays ? null
        : Joined(pays.Decision is null ? $"{texts.Of(pays.Payer)} ({pays.Rules})" : texts.Of(pays.Payer), pays.Payer is Payer.Customer or Payer.CustomerPreferential && view.Case.Head.QuoteAcceptedAt is { } at ? texts["Reports.Service.QuoteAccepted", shown.ShortDay(DateOnly.FromDateTime(zone.Local(at)))] : null);

    private PaperFields Asked(ServiceReportView view) => new(T("Asked"),
    [
        Field("Reported", Symptom(view, view.Case.Head.Symptom, view.Case.Head.SymptomText)),
        Field("Confirmed", Symptom(view, view.Report?.ConfirmedSymptom, view.Report?.ConfirmedSymptomText)),
        Field("Statement", view.Case.Head.Description, wide: true),
    ]);

    private string Symptom(ServiceReportView view, string? code, string? words) => Joined(Term(view, TermKind.Symptom, code), words);

    private PaperTable Promises(ServiceReportView view) => new(T("Promises"),
        [new(T("Promise"), 1.2f), new(T("Rule"), 1.7f), new(T("Due"), 1.5f), new(T("Given"), 1.5f), new(T("Result"), 2.2f)],
        [
            .. view.Case.Promises.Select(p => new PaperCell[]
            {
                texts.Of(p.Kind), texts["Promises.Rule." + p.Rule], p.Paused ? texts["Promises.Paused"] : shown.TableAt(p.DueAt),
                p.MetAt is { } met ? shown.TableAt(met) : "—", Result(view, p),
            }),
        ], T("NoPromise"));

    private PaperCell Result(ServiceReportView view, PromiseView p)
    {
        var reason = Term(view, TermKind.LateReason, p.LateReason);
        return p switch
        {
            { State: PromiseState.Exempt } => Joined("○ " + texts.Of(p.State), Term(view, TermKind.ExemptionReason, p.ExemptionReason), p.ExemptionBy),
            { State: PromiseState.Late, MetAt: { } met } => Missed(texts["Promises.LateBy", shown.Duration(met - p.DueAt)], reason),
            { State: PromiseState.Open, Paused: false } when view.At > p.DueAt => Missed(texts["Promises.OverdueBy", shown.Duration(view.At - p.DueAt)], reason),
            { State: PromiseState.Kept } => "✓ " + texts.Of(p.State),
            _ => texts.Of(p.State),
        };
    }

    private PaperFields Found(ServiceReportView view) => new(T("Found"),
    [
        Field("Cause", Term(view, TermKind.Cause, view.Report?.Cause)),
        Field("Hours", view.Report?.LabourMinutes is { } minutes ? shown.Duration(TimeSpan.FromMinutes(minutes)) : null),
        .. Optional("Meter", view.Report?.MeterValue is { } read ? shown.Count(read) + (view.Report.MeterReplaced ? " " + T("MeterReplaced") : "") : null),
        .. Optional("CauseText", view.Report?.CauseText),
        Field("Remedy", view.Report?.Remedy, wide: true),
        .. Optional("Beyond", view.Report?.FoundBeyond),
    ]);

    private IEnumerable<PaperField> Optional(string key, string? value) => TextRule.Kept(value) is null ? [] : [Field(key, value, wide: true)];

    /// <summary>What became of the parts in an assembly that was replaced.</summary>
    private string? Inner(ServiceReportView view, ReportPart part) =>
        view.Inner.GetValueOrDefault(part.Id) is { } fate ? texts["Reports.Service.Inner." + fate.Place, texts.Row(fate.Parts), fate.Outer ?? ""] : null;

    private PaperTable Parts(ServiceReportView view) => new(T("Parts"),
        [new(T("PartNo"), 1.3f), new(T("PartName"), 2.2f), new(T("Quantity"), 0.7f, Right: true), new(T("OldSerial"), 1.5f), new(T("NewSerial"), 1.5f)],
        [.. (view.Report?.Parts ?? []).OrderBy(p => p.Id).Select(p => new PaperCell[] { p.PartNo ?? "—", Joined(p.Name, p.Assembly is { } code ? view.Book.Name(TermKind.Assembly, code, Culture) : null, Inner(view, p)), shown.Count(p.Quantity), p.OldSerial ?? "—", p.NewSerial ?? "—" })],
        T("NoParts"));

    private IEnumerable<PaperPart> Visits(ServiceReportView view) => view.Order is not { } order ? [] : [new PaperTable(T("Visits"),
        [new("#", 0.4f), new(T("Engineer"), 1), new(T("Departed"), 1.5f), new(T("Arrived"), 1.5f), new(T("Left"), 1.5f), new(T("Ending"), 2.2f)],
        [
            .. order.Visits.Select(v => new PaperCell[]
            {
                TextRule.Invariant(v.Ordinal), v.Engineer, At(v.DepartedAt), Joined(At(v.ArrivedAt), v.AwaitsConfirmation ? T("BackEntered") : null), At(v.LeftAt),
                v.Ending is not { } ending ? texts["Reports.Service.Planned", AppointmentWords.Of(texts, shown, zone, v.Appointment)] : Joined(texts.Of(ending), Term(view, TermKind.UnfinishedReason, v.UnfinishedReason), v.Note),
            }),
        ], "—")];

    private IEnumerable<PaperPart> Checks(ServiceReportView view) => view.Order is null ? [] : [new PaperTable(T("Checks"),
        [new("#", 0.7f), new(T("CheckItem"), 4.2f), new(T("CheckResult"), 1.3f)],
        [.. (view.Report?.Checks ?? []).OrderBy(a => a.Id).Select((a, i) => Check(view, a, i + 1))], T("NoChecks")).Paired()];

    private PaperCell[] Check(ServiceReportView view, ChecklistAnswer answer, int number)
    {
        var item = view.Book.Checklist(answer.ChecklistId)?.Items.FirstOrDefault(i => i.Code == answer.Item);
        var failed = answer.Result == CheckResult.Failed;
        return
        [
            TextRule.Invariant(number), Joined((item?.Name(Culture) ?? answer.Item) + (item?.Safety == true ? " " + T("Safety") : ""), answer.Note),
            new((failed ? "▲ " : answer.Result == CheckResult.Passed ? "✓ " : "") + texts.Of(answer.Result), failed),
        ];
    }

    private PaperFields Satisfaction(ServiceReportView view) => new(T("Satisfaction"),
    [
        Field("Score", view.Report?.Score is { } score ? $"{new string('●', score)}{new string('○', 5 - score)}  {texts["Reports.Service.Score." + TextRule.Invariant(score)]} ({score}/5)" : null),
        Field("User", view.Report?.UserName),
        Field("Words", view.Report?.Comment, wide: true),
    ]);

    /// <summary>The place to sign; where nobody went there is none, so that an empty box doesn't take a page.</summary>
    private PaperPart Signature(ServiceReportView view) => view.Report switch
    {
        { Signature: { } picture } report => new PaperSignature(T("Signature"), Joined(report.SignedBy, At(report.SignedAt)), picture, ""),
        { NoSignatureReason: { } reason } => new PaperSignature(T("Signature"), T("NoSignature"), null,
            Joined(Term(view, TermKind.NoSignatureReason, reason), view.NoSignatureBy is { } by ? texts["Reports.Service.ApprovedBy", by] : T("ApprovalAwaited"), T("PictureKept"))),
        { SignedAt: not null } report => new PaperSignature(T("Signature"), Joined(report.SignedBy, At(report.SignedAt)), null, T("SignatureRemoved")),
        _ when view.Order is null => new PaperTable(T("Signature"), [], [], texts["Reports.Service.NoVisitNoSignature", Mode(view)]),
        _ => new PaperSignature(T("Signature"), T("SignHere"), null, ""),
    };

    /// <summary>What stands where an order would: nobody went.</summary>
    private string Mode(ServiceReportView view) => view.Case.Head.Mode == ServiceMode.Remote ? T("ByPhone") : texts.Of(view.Case.Head.Mode);

    private string Term(ServiceReportView view, TermKind kind, string? code) => view.Book.Name(kind, code, Culture);

    private string At(DateTimeOffset? at) => at is { } t ? shown.TableAt(t) : "—";

    private static PaperCell Missed(string how, string reason) => new(Joined("▲ " + how, reason), Missed: true);

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.Select(TextRule.Kept).OfType<string>());
}
