using AfterSales.Core.Customers;

namespace AfterSales.Core.Messages;

/// <summary>The parts of one message: a label's value first, else the shape; of several the first, and then not surely.</summary>
internal sealed class MessageReading(MessageText text, IReadOnlyList<(MessagePart? Part, string Value, bool Piece, bool Whole)> labels)
{
    /// <summary>The text without what belongs to somebody else (a dealer, an order).</summary>
    private readonly string body = MessagePatterns.WithoutReferences(Without(text.Body, labels.Where(l => l.Part is null && l.Value.Length > 3).Select(l => l.Value)));

    /// <summary>The part as it was found; null where it was not.</summary>
    public MessageFind? Of(MessagePart part) => part switch
    {
        MessagePart.Name => Name(),
        MessagePart.Phone => Phone(),
        MessagePart.FurtherPhones => Further(),
        MessagePart.Firm => Firm(),
        MessagePart.Address => Address(),
        MessagePart.Serial => Serial(),
        MessagePart.Model => Labelled(part).Where(v => v.Length is > 1 and <= Assets.AssetLimits.Model).Select(v => Sure(part, v)).FirstOrDefault(),
        MessagePart.Plate => One(part, MessagePatterns.Plates(text.Body)),
        MessagePart.Vin => One(part, MessagePatterns.Vins(text.Body).Except(Labelled(MessagePart.Serial), StringComparer.OrdinalIgnoreCase)),
        MessagePart.Symptom => Symptom(),
        _ => null,
    };

    /// <summary>Who is labelled so, else a customer who is a person; of two which one is meant is not sure, nor is what is more than a name.</summary>
    private MessageFind? Name()
    {
        var named = Labelled(MessagePart.Name).ToList();
        var said = Persons(named) is { Count: > 0 } persons ? persons : Persons(Labelled(MessagePart.Firm).Where(v => (named.Count == 0 && v.Length <= People.LongestName) || People.LooksLikeOne(Person(v))));
        return said.Count > 0 ? new(MessagePart.Name, said[0], said.Count == 1 && People.IsPlain(said[0]) && !MessageFaults.In(said[0]).Any())
            : MessageNames.In(text with { Body = body }).Select(n => new MessageFind(MessagePart.Name, n.Name, n.Sure)).FirstOrDefault();
    }

    private static List<string> Persons(IEnumerable<string> values) =>
        [.. values.Where(v => v is not ("个人" or "自用" or "没有" or "本人" or "同上")).SelectMany(v => v.Split('(', ')', '/', '、').Select(Person).Where((piece, at) => at == 0 || People.LooksLikeOne(piece)))
            .Where(v => v.Length is > 1 and <= 30 && !v.Any(c => char.IsAsciiDigit(c) || c is '?' or '？' or '*')).Select(People.Bare).Distinct()];

    /// <summary>Of "王建国 13800138000" the person; a name drawn apart is put together.</summary>
    private static string Person(string value)
    {
        var name = value.TrimEnd("0123456789-+() ".ToCharArray());
        return name.Split(' ') is { Length: > 1 } pieces
            ? pieces.All(p => p.Length == 1) ? string.Concat(pieces) : People.LooksLikeOne(pieces[0]) ? pieces[0] : name
            : name;
    }

    /// <summary>
    /// A labelled number, else the first that there is, of those that are to be called. It is sure where it is the only one, or
    /// where all have a label and no two are mobiles, which are two people's.
    /// </summary>
    private MessageFind? Phone()
    {
        var (all, said) = (Numbers(), Labelled(MessagePart.Phone).SelectMany(MessagePatterns.Phones).Select(n => PhoneNumber.Key(n.Value)).ToHashSet());
        var current = all.Where(n => !n.Away).ToList();
        return all.Count == 0 ? null
            : new(MessagePart.Phone, all[0].Value, current.Count == 1 || (current.Count > 1 && current.All(n => said.Contains(PhoneNumber.Key(n.Value))) && current.Count(n => PhoneNumber.KindOf(n.Value) == PhoneKind.Mobile) < 2));
    }

    /// <summary>What else can be called: none is dropped, up to what one field takes.</summary>
    private MessageFind? Further() =>
        Unsure(MessagePart.FurtherPhones, Numbers().Skip(1).Take(PhoneNumber.MostFurther).Select(n => n.Value).ToList() is { Count: > 0 } numbers ? [PhoneNumber.Joined(numbers)] : []);

    /// <summary>The numbers, those to call first, of them the labelled ones.</summary>
    private List<(string Value, bool Away)> Numbers()
    {
        var away = MessagePatterns.Phones(body).Where(n => n.Away).Select(n => PhoneNumber.Key(n.Value)).ToHashSet();
        return [.. Labelled(MessagePart.Phone).SelectMany(MessagePatterns.Phones).Concat(MessagePatterns.Phones(body)).DistinctBy(n => PhoneNumber.Key(n.Value))
            .Select(n => (n.Value, n.Away || away.Contains(PhoneNumber.Key(n.Value)))).OrderBy(n => n.Item2)];
    }

    private MessageFind? Firm()
    {
        var said = Labelled(MessagePart.Firm).Where(v => v.Length > People.LongestName && !People.LooksLikeOne(Person(v))).Select(MessagePlaces.Closed).Where(v => v.Length > 0).Select(UpToItsEnd).ToList();
        return said.Count > 0 ? new(MessagePart.Firm, said[0].Name, said.Count == 1 && said[0].Whole)
            : Unsure(MessagePart.Firm, MessagePlaces.Firms(body).Concat(text.Senders.Select(SenderFirm).OfType<string>()));
    }

    /// <summary>
    /// A Chinese firm's name has no blanks: what goes on behind one is something else, and the name ends with the firm's kind
    /// of house; where no piece ends so, nobody knows where it does.
    /// </summary>
    private static (string Name, bool Whole) UpToItsEnd(string value)
    {
        var pieces = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length == 1 || value.All(char.IsAscii))
        {
            return (value, true);
        }

        var end = Array.FindIndex(pieces, p => Houses.Any(h => p.EndsWith(h, StringComparison.Ordinal)));
        return end < 0 ? (value, false) : (string.Join(' ', pieces[..(end + 1)]), true);
    }

    private static readonly string[] Houses = ["公司", "厂", "集团", "店", "合作社", "中心", "院", "所", "局", "站", "行", "部"];

    /// <summary>Of "宏泰-设备科-李工" the firm.</summary>
    private static string? SenderFirm(string sender) =>
        sender.Split(['-', ' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } pieces && pieces.Any(People.LooksLikeOne)
            ? pieces.FirstOrDefault(p => p.Length > 1 && p.All(char.IsLetter) && !People.LooksLikeOne(p) && !p.EndsWith('部'))
            : null;

    /// <summary>
    /// A form's address comes in pieces: the region, then what goes on from it. Where the region is none or two, where both begin
    /// at the top and differ, where several go on, or where its lines leave a doubt, it is not sure; of a region alone the street is missing.
    /// </summary>
    private MessageFind? Address()
    {
        var (region, one) = MessagePlaces.Region(labels.Where(l => l.Piece).Select(l => BeforeFault(l.Value)));
        var said = labels.Where(l => l is { Part: MessagePart.Address, Piece: false, Value.Length: > 3 }).Select(l => BeforeFault(l.Value)).Where(v => MessagePlaces.Addresses(v).Any() || !MessageFaults.In(v).Any()).Distinct().ToList();
        var open = labels.Any(l => l is { Part: MessagePart.Address, Whole: false });
        if (said.Count == 0)
        {
            return region.Length > 3 ? new(MessagePart.Address, region, one && !open && region.Any(char.IsAsciiDigit) && MessagePlaces.BeginsAtTop(region)) : Unsure(MessagePart.Address, MessagePlaces.Addresses(Without(body, MessagePlaces.Firms(body))));
        }

        var whole = MessagePlaces.Joined(region, said[0]);
        var twice = !one || (region.Length > 0 && whole.Length == region.Length + said[0].Length && MessagePlaces.BeginsAtTop(said[0]));
        return new(MessagePart.Address, twice ? said[0] : whole, !twice && !open && said.Count == 1 && (region.Length == 0 || MessagePlaces.BeginsAtTop(region)));
    }

    /// <summary>The pieces of an address, up to one that tells a fault.</summary>
    private static string BeforeFault(string value)
    {
        var pieces = value.Split(' ');
        var fault = Array.FindIndex(pieces, 1, p => MessageFaults.In(p).Any());
        return fault < 1 ? value : string.Join(' ', pieces[..fault]);
    }

    /// <summary>Fewer characters are the end of a number.</summary>
    private const int LeastOfSerial = 6;

    private MessageFind? Serial()
    {
        var typed = Labelled(MessagePart.Serial).Where(v => v.Split(' ', '(')[0].TrimEnd('.') is var first && first.Any(char.IsAsciiDigit) && !MessagePatterns.IsPlate(first)).ToList();
        var said = typed.Select(v => v.Split(' ', '(')[0].TrimEnd('.')).Distinct().ToList();
        // "JGG500 2603 0081": one number with blanks, or two things; nobody knows.
        var parted = typed.Exists(v => v.Split(' ') is [_, { Length: > 0 } next, ..] && next.All(char.IsAsciiLetterOrDigit) && next.Any(char.IsAsciiDigit));
        var models = Labelled(MessagePart.Model).Select(v => v.Split(' ', '(')[0]).ToList();
        var found = MessagePatterns.Machines(body).Where(m => (m.Serial || m.Said) && !models.Contains(m.Value)).ToList();
        return said.Count > 0 ? Number(said[0], said.Count == 1 && !parted && !typed.Exists(MessagePatterns.IsOld) && !MessagePatterns.HasLike(body, said[0]) && !found.Exists(m => !m.Tail && !said[0].Contains(m.Value, StringComparison.OrdinalIgnoreCase)), false)
            : found.Find(m => m.Said) is { Value: { } told } only ? Number(told, found.Select(m => m.Value).Distinct().Count() == 1, only.Tail)
            : Unsure(MessagePart.Serial, found.Select(m => m.Value));

        static MessageFind Number(string value, bool sure, bool tail)
        {
            tail |= value.Length < LeastOfSerial;
            return new(MessagePart.Serial, value, sure && !tail, tail);
        }
    }

    /// <summary>The labelled fault without the firm's name and what is told in one breath with it; not sure where more of the fault may stand elsewhere, or another part in it.</summary>
    private MessageFind? Symptom()
    {
        var firms = MessagePlaces.Firms(body).ToList();
        return labels.Where(l => l is { Part: MessagePart.Symptom, Value.Length: > 1 }).Select(l => (Words: WithoutFirm(MessageFaults.BeforeLabel(l.Value)), l.Whole)).Where(l => l.Words.Length > 1)
            .Select(l => new MessageFind(MessagePart.Symptom, l.Words, l.Whole && !MessageFaults.HasLabel(l.Words) && !firms.Exists(f => l.Words.Contains(f, StringComparison.Ordinal)))).FirstOrDefault()
            ?? Unsure(MessagePart.Symptom, MessageFaults.In(body).Concat(MessageFaults.In(text.Subject)).Select(WithoutFirm));

        string WithoutFirm(string words) => firms.Find(f => words.StartsWith(f, StringComparison.Ordinal) && words.Length > f.Length + 2) is { } firm ? words[firm.Length..].TrimStart('的', ' ') : words;
    }

    private IEnumerable<string> Labelled(MessagePart part) => labels.Where(l => l.Part == part).Select(l => l.Value);

    private static MessageFind Sure(MessagePart part, string value) => new(part, value, true);

    private static MessageFind? Unsure(MessagePart part, IEnumerable<string> values) => values.Select(v => new MessageFind(part, v, false)).FirstOrDefault();

    /// <summary>A shape that nothing else has; of two which one is meant is not sure.</summary>
    private static MessageFind? One(MessagePart part, IEnumerable<string> values) =>
        values.Take(2).ToList() is [var first, .. var more] ? new(part, first, more is []) : null;

    private static string Without(string text, IEnumerable<string> pieces) => pieces.Aggregate(text, (left, piece) => left.Replace(piece, "，", StringComparison.Ordinal));
}
