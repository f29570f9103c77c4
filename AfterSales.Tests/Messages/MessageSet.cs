using System.Text.Json;
using AfterSales.Core.Customers;
using AfterSales.Core.Messages;
using AfterSales.Core.Search;

namespace AfterSales.Tests.Messages;

/// <summary>Real-looking messages and what a careful person would take from each; several answers may be right.</summary>
internal sealed record MessageSet(int Wanted, int Found, IReadOnlyList<string> WronglySure, IReadOnlyList<string> Missed)
{
    public double Share => (double)Found / Wanted;

    /// <summary>Reads the whole set and counts.</summary>
    public static MessageSet Read(string file)
    {
        using var stream = typeof(MessageSet).Assembly.GetManifestResourceStream($"AfterSales.Tests.Messages.{file}.json")!;
        using var all = JsonDocument.Parse(stream);
        var (wanted, found, sure, missed) = (0, 0, new List<string>(), new List<string>());
        foreach (var message in all.RootElement.EnumerateArray())
        {
            var read = PastedMessage.Read(message.GetProperty("text").GetString());
            foreach (var part in Enum.GetValues<MessagePart>().Where(p => p != MessagePart.Model))
            {
                var right = Accepted(message.GetProperty("expect"), part).ToList();
                var find = read.Finds.FirstOrDefault(f => f.Part == part);
                var hit = find is not null && right.Exists(r => Same(part, find.Value, r));
                wanted += right.Count > 0 ? 1 : 0;
                found += hit ? 1 : 0;
                var told = $"#{message.GetProperty("id").GetInt32()} {part}: {string.Join(" | ", right)} ← {find?.Value}";
                sure.AddRange(find is { Sure: true } && !hit ? [told] : []);
                missed.AddRange(right.Count > 0 && !hit ? [told] : []);
            }
        }

        return new(wanted, found, sure, missed);
    }

    private static IEnumerable<string> Accepted(JsonElement expect, MessagePart part) =>
        !expect.TryGetProperty(part.ToString().ToLowerInvariant(), out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.GetString()!) : [value.GetString()!];

    /// <summary>A phone in any spelling; of a fault the words that matter are in it; else the same characters but blanks and case.</summary>
    private static bool Same(MessagePart part, string found, string right) => part switch
    {
        MessagePart.Phone => PhoneNumber.Key(found) == PhoneNumber.Key(right),
        MessagePart.Symptom => SearchTails.Key(found).Contains(SearchTails.Key(right), StringComparison.Ordinal),
        _ => SearchTails.Key(found) == SearchTails.Key(right),
    };
}
