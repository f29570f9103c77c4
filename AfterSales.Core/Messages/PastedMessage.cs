namespace AfterSales.Core.Messages;

/// <summary>
/// A message pasted into the intake (WeChat, SMS, e-mail), taken apart. Pure: nothing is looked up, nothing is guessed silently;
/// what the message itself does not say is marked as not sure.
/// </summary>
/// <param name="Words">The message as it came, to the last blank.</param>
/// <param name="Finds">Each part at most once, in the order of <see cref="MessagePart"/>.</param>
public sealed record PastedMessage(string Words, IReadOnlyList<MessageFind> Finds)
{
    /// <summary>Longest message read, in UTF-16 units; the rest is kept as words alone.</summary>
    public const int Longest = 4_000;

    private const int LongestValue = 120;

    /// <summary>What the customer wrote, as it was read: without our own people's lines, quoted answers and mail heads; a mail's subject at its end.</summary>
    public string Body { get; init; } = "";

    /// <summary>The value of a part; null where it was not found.</summary>
    public string? this[MessagePart part] => Of(part)?.Value;

    /// <summary>What names the machine: a number that only it has, before one of the maker's own.</summary>
    public MessageFind? Machine => Of(MessagePart.Vin) ?? Of(MessagePart.Plate) ?? Of(MessagePart.Serial);

    /// <summary>A part as it was found; null where it was not.</summary>
    public MessageFind? Of(MessagePart part) => Finds.FirstOrDefault(f => f.Part == part);

    /// <summary>Takes a message apart. Time grows with its length alone.</summary>
    public static PastedMessage Read(string? pasted)
    {
        var words = Shared.TextRule.Kept(pasted) ?? "";
        var text = MessageText.Of(words.Length > Longest ? words[..Longest] : words);
        var reading = new MessageReading(text, [.. MessageLabels.In(text.Body)]);
        return new(pasted ?? "", [.. Enum.GetValues<MessagePart>().Select(reading.Of).OfType<MessageFind>().Where(f => f.Value.Length <= LongestValue)])
        {
            Body = text.Subject.Length == 0 ? text.Body : $"{text.Body}\n{text.Subject}",
        };
    }
}
