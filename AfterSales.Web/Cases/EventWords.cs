using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;

namespace AfterSales.Web.Cases;

/// <summary>The sentence of a timeline line, after the name of who did it: "Cases.Event.{Kind}" with its facts.</summary>
public static class EventWords
{
    /// <summary>The kinds that the clock tells, not a person.</summary>
    public static bool OfClock(CaseEventKind kind) =>
        kind is CaseEventKind.HandOffOverdue or CaseEventKind.PromiseWarned or CaseEventKind.PromiseBroken or CaseEventKind.PromiseEscalated or CaseEventKind.PromiseMoved;

    /// <summary>The sentence with what is to be added to it.</summary>
    public static string Of(Texts texts, Shown shown, TimeZoneInfo zone, ListBook book, TimelineLine line)
    {
        var facts = new EventFacts(texts, shown, zone, book, line);
        var sentence = texts[Key(line, facts), Args(line.Kind, facts)];
        return string.Join(texts["Cases.Comma"], [sentence, .. More(texts, line.Kind, facts)]);
    }

    /// <summary>Another case that the line names.</summary>
    public static string? Link(TimelineLine line) => line.Facts.GetValueOrDefault("number") ?? line.Facts.GetValueOrDefault("parent");

    /// <summary>A few kinds have two sentences.</summary>
    private static string Key(TimelineLine line, EventFacts facts) => line.Kind switch
    {
        CaseEventKind.Resolved when facts.Has("onSpot") => "Cases.Event.ResolvedOnSpot",
        CaseEventKind.ExemptionDecided when !facts.Has("approved") => "Cases.Event.ExemptionRefused",
        CaseEventKind.NoSignatureApproved when !facts.Has("approved") => "Cases.Event.NoSignatureRefused",
        CaseEventKind.TimeConfirmed when facts.Has("refused") => "Cases.Event.TimeRefused",
        CaseEventKind.TimeConfirmed when facts.Has("corrected") => "Cases.Event.TimeCorrected",
        CaseEventKind.HeadquartersCalled when facts.Has("confirmed") => "Cases.Event.HeadquartersConfirmed",
        CaseEventKind.Registered when !facts.Has("channel") => "Cases.Event.Opened",
        CaseEventKind.PayerDecided when !facts.Has("payer") => "Cases.Event.PayerByTable",
        var kind => "Cases.Event." + kind,
    };

    private static object?[] Args(CaseEventKind kind, EventFacts facts) => kind switch
    {
        CaseEventKind.Registered => [facts.Member<Channel>("channel")],
        CaseEventKind.Replied => [facts.Member<ReplyHow>("how")],
        CaseEventKind.PayerDecided => [facts.Member<Payer>("payer")],
        CaseEventKind.Chased => [facts.Plain("times")],
        CaseEventKind.OrderCancelled => [facts.Plain("order")],
        CaseEventKind.Dispatched or CaseEventKind.Reassigned => [facts.Plain("engineer"), facts.Appointment()],
        CaseEventKind.Moved or CaseEventKind.VisitPlanned => [facts.Appointment()],
        CaseEventKind.VisitUnfinished => [facts.Term(TermKind.UnfinishedReason, "reason")],
        CaseEventKind.Held => [facts.Term(TermKind.HoldReason, "reason"), facts.At("until")],
        CaseEventKind.PromiseWarned or CaseEventKind.PromiseBroken or CaseEventKind.PromiseEscalated => [facts.Member<PromiseKind>("promise"), facts.At("due")],
        CaseEventKind.PromiseMoved => [facts.Member<PromiseKind>("promise"), facts.At("to")],
        CaseEventKind.ExemptionAsked or CaseEventKind.ExemptionDecided => [facts.Term(TermKind.ExemptionReason, "reason")],
        CaseEventKind.NoSignatureApproved => [facts.Term(TermKind.NoSignatureReason, "reason")],
        CaseEventKind.Attached or CaseEventKind.AttachmentRemoved => [facts.Plain("name")],
        CaseEventKind.HandedOff or CaseEventKind.HandOffOverdue => [facts.Term(TermKind.Department, "department"), facts.At("due")],
        CaseEventKind.HandOffAnswered => [facts.Term(TermKind.Department, "department")],
        CaseEventKind.Edited => [facts.Fields("fields")],
        CaseEventKind.CalledBack => [facts.Plain("round"), facts.Member<AttemptOutcome>("outcome")],
        CaseEventKind.Imported => [facts.Plain("file")],
        CaseEventKind.ScoreCorrected => [facts.Plain("from"), facts.Plain("score")],
        CaseEventKind.ComplaintReported => [facts.Plain("to")],
        CaseEventKind.ComplaintJudged => [facts.Member<Verdict>("verdict")],
        CaseEventKind.LateReasonGiven => [facts.Member<PromiseKind>("promise"), facts.Term(TermKind.LateReason, "reason")],
        _ => [],
    };

    private static IEnumerable<string> More(Texts texts, CaseEventKind kind, EventFacts facts)
    {
        (CaseEventKind Kind, string Fact, string Key, Func<object?> Arg)[] additions =
        [
            (CaseEventKind.Registered, "parent", "Follows", () => null),
            (CaseEventKind.Reassigned, "before", "Before", () => facts.Plain("before")),
            (CaseEventKind.Arrived, "visit", "Visit", () => facts.Plain("visit")),
            (CaseEventKind.Arrived, "backEntered", "BackEntered", () => null),
            (CaseEventKind.VisitUnfinished, "visit", "Visit", () => facts.Plain("visit")),
            (CaseEventKind.VisitPlanned, "visit", "Visit", () => facts.Plain("visit")),
            (CaseEventKind.Completed, "visit", "Visit", () => facts.Plain("visit")),
            (CaseEventKind.Completed, "noHeadquarters", "NoHeadquarters", () => null),
            (CaseEventKind.Held, "pauses", "Pauses", () => null),
            (CaseEventKind.PromiseMoved, "from", "Was", () => facts.At("from")),
            (CaseEventKind.HandOffAnswered, "by", "AnsweredBy", () => facts.Plain("by")),
            (CaseEventKind.CalledBack, "score", "Score", () => facts.Plain("score")),
            (CaseEventKind.SolutionTold, "how", "How", () => facts.Member<ReplyHow>("how")),
        ];
        return additions.Where(a => a.Kind == kind && facts.Has(a.Fact)).Select(a => texts["Cases.More." + a.Key, a.Arg()]);
    }
}
