using System.Text.RegularExpressions;

namespace AfterSales.Core.Messages;

/// <summary>
/// A labelled address and what stands behind it: it goes on in the next clauses and lines as long as they are places themselves.
/// Where one may be a part of it and may as well be something else, it is not sure.
/// </summary>
internal static partial class MessageAddresses
{
    /// <summary>What nobody writes in an address is longer.</summary>
    private const int Longest = 100;

    private static readonly char[] Ends = ['，', ',', '。', ';', '；', '\n'], Edges = [' ', ')', '】', ']', '.', '、', '/'];

    /// <summary>The whole address, and whether nothing is left open; of one that tells where somebody was and is the place where he is now.</summary>
    public static (string Address, bool Sure) GoesOn(string value, string behind) =>
        Moved().IsMatch(value) ? (Now(value, behind), false) : Chinese().IsMatch(value) ? InClauses(value, behind) : InLines(value, behind);

    private static string Now(string value, string behind)
    {
        var line = value + behind.Split('\n')[0];
        var told = NowAt().Matches(line).LastOrDefault() is { } now ? line[(now.Index + now.Length)..] : value;
        return MessagePlaces.Addresses(told).FirstOrDefault() ?? value;
    }

    private static (string Address, bool Sure) InClauses(string value, string behind)
    {
        var clauses = behind.Split(Ends).Select(c => c.Trim(Edges)).ToList();
        foreach (var clause in clauses[0].Length > 0 ? [] : clauses.Where(c => c.Length > 0))
        {
            var place = MessagePlaces.IsPlace(clause);
            if (!place || !Continues(value, clause))
            {
                return (value, !place && !HasPlace(clause));
            }

            value += clause;
        }

        return (value, true);
    }

    /// <summary>True for a place below the address: a door, or a street or a town where no door stands yet; a person (张小路) and a date are none.</summary>
    private static bool Continues(string address, string place) =>
        address.Length + place.Length <= Longest && (AtDoor().IsMatch(place) || AtStreet().IsMatch(place)) && !NoPart().IsMatch(place) && !People.LooksLikeOne(place)
            && !MessagePlaces.BeginsAtTop(place) && !(address.Any(char.IsAsciiDigit) && Above().IsMatch(place));

    private static bool HasPlace(string words) =>
        MessagePlaces.Addresses(MessagePlaces.Firms(words).Aggregate(words, (left, firm) => left.Replace(firm, "，", StringComparison.Ordinal))).Any();

    /// <summary>An address of the West goes on behind a comma; a line in capitals behind none may be its next.</summary>
    private static (string Address, bool Sure) InLines(string value, string behind)
    {
        var lines = behind.Split('\n');
        var open = lines[0].TrimEnd().EndsWith(',');
        foreach (var line in lines[0].Trim(' ', ',', '.').Length > 0 ? [] : lines.Skip(1).Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            var part = line.TrimEnd(' ', ',', '.');
            var capitals = InCapitals(part);
            if (!open || !capitals || value.Length + part.Length > Longest)
            {
                return (value, !open && !(capitals && part.Any(c => c == ' ' || char.IsAsciiDigit(c))) && !HasPlace(line));
            }

            (value, open) = ($"{value}, {part}", line.EndsWith(','));
        }

        return (value, true);
    }

    private static bool InCapitals(string line) =>
        line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).All(w => char.IsAsciiLetterUpper(w[0]) || char.IsAsciiDigit(w[0]) || w[0] == '#' || w is "of" or "and" or "the")
            && !line.Contains(':', StringComparison.Ordinal) && !MessagePatterns.Phones(line).Any() && !MessageFaults.In(line).Any();

    [GeneratedRegex("[\\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex Chinese();

    /// <summary>What tells of an address and is no part of one.</summary>
    [GeneratedRegex("^(?:原来|原先|原址|旧址|以前|之前|现在|目前|新的|旧的|老的)|地址|住址|搬[到至家迁了]|改[到为成]|迁[到至]|不是|还是")]
    private static partial Regex Moved();

    [GeneratedRegex("现在|现址|[现新]地址|新的|搬[到至了]|改[到为成]|迁[到至]")]
    private static partial Regex NowAt();

    /// <summary>The number of a door or a house, at the beginning or behind the end of a place.</summary>
    [GeneratedRegex("^[A-Za-z#]?\\d|[省市县区旗镇乡村庄道路街巷弄号院栋幢元楼园苑城厦场][ #]?\\d")]
    private static partial Regex AtDoor();

    [GeneratedRegex("[省市县区旗镇乡村道路街巷]$")]
    private static partial Regex AtStreet();

    [GeneratedRegex("[我你他她这那的]|\\d月|\\d+路$|(?:电|油|气|管|线|短|断|修|水|回|走|半)路|市场|城市")]
    private static partial Regex NoPart();

    [GeneratedRegex("[省市县区旗镇乡村道路街巷]")]
    private static partial Regex Above();
}
