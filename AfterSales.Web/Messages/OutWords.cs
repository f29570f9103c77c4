using AfterSales.Core.Cases;
using AfterSales.Core.Messages;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Web.Cases;
using AfterSales.Web.WorkOrders;

namespace AfterSales.Web.Messages;

/// <summary>A message to paste elsewhere, in words: a line a fact, none without; days by their dates, for nobody knows when it is read.</summary>
public sealed class OutWords(Texts texts, TimeZoneInfo zone, ListBook book)
{
    private readonly Shown shown = new(texts, zone);

    /// <summary>The whole text.</summary>
    public string Of(OutMessage message, DateTimeOffset now) => string.Join('\n', (message.Kind switch
    {
        OutKind.Case => Case(message, now),
        OutKind.Dispatch => Dispatch(message, message.Job!, now),
        _ => Promise(message, now),
    }).Where(line => line is not null));

    private IEnumerable<string?> Case(OutMessage m, DateTimeOffset now) =>
    [
        Line("Dear", m.Contact),
        new StandingWords(texts, shown, zone, book).Write(m.Number, m.Standing!, now),
        Line("Machine", m.Model),
        Line("YourWords", m.Words),
    ];

    private IEnumerable<string?> Promise(OutMessage m, DateTimeOffset now) =>
    [
        Line("Dear", m.Contact),
        texts["Messages.Out.About", m.Number, Matter(m)],
        .. m.Promises.Select(p => texts[p.DueAt < now ? $"Cases.Say.Overdue.{p.Kind}" : $"Cases.Say.Promise.{p.Kind}", new IntakeWords(texts, shown, zone).Written(p.DueAt)]),
    ];

    private IEnumerable<string?> Dispatch(OutMessage m, OutJob job, DateTimeOffset now) =>
    [
        texts["Messages.Out.Job", job.Number, m.Number, job.Engineer],
        Line("Appointment", job.Appointment is { } booked ? AppointmentWords.Of(texts, shown, zone, booked) : null),
        .. m.Promises.Select(p => Line("ArriveBy", shown.At(p.DueAt) + (p.DueAt < now ? texts["Messages.Out.Late"] : ""))),
        Line("Customer", job.Customer),
        Line("Contact", TextRule.Kept(string.Join(' ', [m.Contact, .. job.Phones]))),
        Line("Address", job.Address is null ? null : job.Address + (job.DistanceKm is { } km ? texts["Messages.Out.Km", km] : "")),
        Line("Navigate", job.Address is null ? null : MapLink.Of(job.Address)),
        Line("Machine", TextRule.Kept($"{m.Model} {job.SerialNo}")),
        Line("Fault", Matter(m)),
        Line("Words", m.Words),
        Line("Instructions", job.Instructions),
    ];

    private string Matter(OutMessage m) => m.Symptom is { } code ? book.Name(TermKind.Symptom, code, texts.Culture.Name) : m.SymptomText ?? texts.Of(m.Type);

    private string? Line(string key, string? value) => value is null ? null : texts["Messages.Out." + key, value];
}
