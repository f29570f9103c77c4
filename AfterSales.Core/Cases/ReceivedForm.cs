using AfterSales.Core.Shared;

namespace AfterSales.Core.Cases;

/// <summary>What a channel brings besides the matter: a visitor's name and time, a letter's date and subject, a written text as it came. What is filled in is kept, whichever the channel.</summary>
public sealed class ReceivedForm
{
    /// <summary>Who came; the person spoken to where nobody else is named.</summary>
    public string? VisitorName { get; set; }

    /// <summary>When, company wall time; the moment of the intake where nothing else is said.</summary>
    public DateTime? VisitedAt { get; set; }

    /// <summary>The day written on the letter.</summary>
    public DateOnly? LetterOn { get; set; }

    /// <summary>What the letter says it is about.</summary>
    public string? LetterSubject { get; set; }

    /// <summary>A message as received: not trimmed, not mended.</summary>
    public string? Text { get; set; }

    /// <summary>True where a visitor is asked after, or was named before the channel was changed.</summary>
    public bool AsksVisitor(Channel channel) => channel == Channel.Visitor || VisitedAt is not null || TextRule.Kept(VisitorName) is not null;

    /// <summary>The same of a letter.</summary>
    public bool AsksLetter(Channel channel) => channel == Channel.Letter || LetterOn is not null || TextRule.Kept(LetterSubject) is not null;

    /// <summary>The same of a written text.</summary>
    public bool AsksText(Channel channel) => channel is Channel.Online or Channel.Email || !string.IsNullOrWhiteSpace(Text);

    /// <summary>Every fault at once; nothing was written or came after it was received.</summary>
    public IReadOnlyList<Problem> Check(bool visitor, bool letter, bool online, DateTimeOffset receivedAt, TimeZoneInfo zone) => new Checks()
        .Text(nameof(VisitorName), VisitorName, CaseLimits.Visitor, required: visitor)
        .When(VisitedAt is { } came && zone.Instant(came) > receivedAt, "Cases.AfterReceived", nameof(VisitedAt))
        .When(VisitedAt is { } past && zone.Instant(past) < receivedAt.AddYears(-1), "Cases.TooLongAgo", nameof(VisitedAt))
        .When(letter && LetterOn is null, "Shared.Required", nameof(LetterOn))
        .When(LetterOn > zone.DayOf(receivedAt), "Cases.AfterReceived", nameof(LetterOn))
        .When(LetterOn < zone.DayOf(receivedAt).AddYears(-1), "Cases.TooLongAgo", nameof(LetterOn))
        .Text(nameof(LetterSubject), LetterSubject, CaseLimits.Symptom, required: letter)
        .Text(nameof(Text), Text, CaseLimits.Received, required: online)
        .Problems;
}
