using AfterSales.Core.Cases;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Web.Cases;

/// <summary>How a case stands, in words: what comes next for colleagues, and what is said to a chasing caller.</summary>
public sealed class StandingWords(Texts texts, Shown shown, TimeZoneInfo zone, ListBook book)
{
    /// <summary>催单: state, next step, promise, as sentences to read aloud.</summary>
    public string Say(string number, CaseStanding standing, DateTimeOffset now) => Say(number, standing, Promise(standing, now, due => new IntakeWords(texts, shown, zone).When(due, now)));

    /// <summary>The same to be read later: every day by its date.</summary>
    public string Write(string number, CaseStanding standing, DateTimeOffset now) => Say(number, standing, Promise(standing, now, new IntakeWords(texts, shown, zone).Written));

    /// <summary>下一步, as colleagues say it.</summary>
    public string Step(CaseStanding standing) => Next("Cases.Step.", standing);

    private string Say(string number, CaseStanding standing, string promise) =>
        string.Join('\n', new[] { texts["Cases.Say.Status", number, texts.Of(standing.Status)], Next("Cases.Say.", standing), promise }.Where(s => s.Length > 0));

    private string Next(string prefix, CaseStanding s)
    {
        var when = s.Appointment is { } booked ? AppointmentWords.Of(texts, shown, zone, booked) : null;
        var key = prefix + s.Next + (s.Next is NextStep.Visit or NextStep.Accept && when is null ? "Soon" : "");
        return s.Next switch
        {
            NextStep.None => "",
            NextStep.Accept or NextStep.Visit => texts[key, s.Engineer ?? "—", when],
            NextStep.Work => texts[key, s.Engineer ?? "—"],
            NextStep.Wait => texts[key, book.Name(TermKind.HoldReason, s.HoldReason, texts.Culture.Name), s.Until is { } until ? shown.At(until) : "—"],
            _ => texts[key],
        };
    }

    private string Promise(CaseStanding s, DateTimeOffset now, Func<DateTimeOffset, string> when) => s is not { Promise: { } kind, DueAt: { } due } ? ""
        : texts[due < now ? $"Cases.Say.Overdue.{kind}" : $"Cases.Say.Promise.{kind}", when(due)];
}
