using AfterSales.Core.Shared;

namespace AfterSales.Core.Cases;

/// <summary>How a case came in, as its channel has it (<see cref="ReceivedForm"/>).</summary>
public sealed record CaseReceived(string? VisitorName, DateTimeOffset? VisitedAt, DateOnly? LetterOn, string? LetterSubject, string? Text)
{
    /// <summary>That of a case.</summary>
    public static CaseReceived Of(ServiceCase c) => new(c.VisitorName, c.VisitedAt, c.LetterOn, c.LetterSubject, c.ReceivedText);

    /// <summary>What is known of visitor and letter, by name.</summary>
    public IEnumerable<(string Name, string Value)> Facts(Texts texts, Shown shown)
    {
        (string Name, string? Value)[] all =
        [
            (nameof(VisitorName), VisitorName),
            (nameof(VisitedAt), VisitedAt is { } at ? shown.At(at) : null),
            (nameof(LetterOn), LetterOn is { } day ? shown.Day(day) : null),
            (nameof(LetterSubject), LetterSubject),
        ];
        return all.Where(f => f.Value is not null).Select(f => (texts["Cases.Received." + f.Name], f.Value!));
    }
}
