using System.Text;
using System.Text.RegularExpressions;

namespace AfterSales.Core.Messages;

/// <summary>
/// A message ready to be read: letters and digits of full width made plain; markup, quoted answers, what our own people said and
/// mail heads left out; the heads of chat bubbles taken off and remembered as senders.
/// </summary>
/// <param name="Body">What the customer wrote, lines apart.</param>
/// <param name="Senders">Who stood in front of bubbles or in a mail's head, the first first.</param>
/// <param name="Subject">A mail's subject.</param>
internal sealed partial record MessageText(string Body, IReadOnlyList<string> Senders, string Subject)
{
    public static MessageText Of(string pasted)
    {
        var (lines, senders, subject, ours, talk) = (new List<string>(), new List<string>(), "", false, false);
        var plain = Markup().Replace(Plain(pasted), " ");
        var mail = Mail().IsMatch(plain);
        foreach (var line in plain.Split('\n').Select(l => l.Trim()).Where(l => !Quote().IsMatch(l)))
        {
            if (QuoteBegins().IsMatch(line) && lines.Count > 0)
            {
                break;
            }

            if (Head().Match(line) is { Success: true } titled)
            {
                subject = titled.Groups["title"].Value;
            }
            else if (Sender(line, talk) is { } sender)
            {
                ours = Ours().IsMatch(sender.Name);
                talk |= ours;
                senders.AddRange(ours ? [] : [sender.Name]);
                lines.AddRange(ours ? [] : [sender.Said]);
            }
            else if (!ours && (!MailHead().IsMatch(line) || (!mail && Recipient().IsMatch(line))))
            {
                lines.Add(line);
            }
        }

        return new(string.Join('\n', lines.Where(l => l.Length > 0)), senders, subject);
    }

    /// <summary>Characters of full width as plain ones, odd blanks as blanks, those without width left out, labels drawn apart ("电　话") together.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n").Where(c => !Customers.PhoneShape.IsUnseen(c)))
        {
            plain.Append(c switch
            {
                >= '！' and <= '～' and not ('，' or '；' or '！' or '？') => (char)(c - 0xFEE0),
                '\u3000' or '\u00a0' => ' ',
                _ => c,
            });
        }

        return DrawnApart().Replace(Blanks().Replace(Table(plain.ToString()).Replace(Cell, ' '), "  "), "$1$2");
    }

    /// <summary>A copied table (a head, and one row of as many cells) as labelled lines.</summary>
    private static string Table(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            var (heads, cells) = (lines[i].Split(Cell, StringSplitOptions.TrimEntries), lines[i + 1].Split(Cell, StringSplitOptions.TrimEntries));
            if (heads.Length > 3 && heads.Length == cells.Length && heads.All(h => h.Length is > 0 and < 14 && !h.Any(char.IsAsciiDigit)))
            {
                lines[i] = "";
                lines[i + 1] = string.Join('\n', heads.Zip(cells, (head, cell) => head + ":" + cell));
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>What stands between the cells of a copied table.</summary>
    private const char Cell = '\t';

    /// <summary>Who speaks in a line; in a talk with one of us everybody in front of a colon does.</summary>
    private static (string Name, string Said)? Sender(string line, bool talk)
    {
        foreach (var head in new[] { Bubble(), BubbleLine(), From() })
        {
            if (head.Match(line) is { Success: true } found)
            {
                return (Picture().Replace(found.Groups["who"].Value, "").Trim(' ', '"', '\''), found.Groups["said"].Value.Trim());
            }
        }

        return Spoken().Match(line) is { Success: true } said && (talk || Ours().IsMatch(said.Groups["who"].Value) || said.Groups["who"].Value.Split(' ').Any(People.LooksLikeOne))
            ? (said.Groups["who"].Value, said.Groups["said"].Value)
            : null;
    }

    [GeneratedRegex(@"<script.*?</script>|</?[a-z][^<>\n]{0,200}(?<!@[^<>]*)>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Markup();

    /// <summary>Emoji and other pictures.</summary>
    [GeneratedRegex(@"[\p{Cs}\p{So}\u200d\ufe0f]+")]
    private static partial Regex Picture();

    /// <summary>More than two of them say no more than two, and cost every pattern that allows blanks.</summary>
    [GeneratedRegex("[ ]{3,}")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(?<![\p{L}])(姓|电|住|产|编|故|地|型|单|机|手|车)[ ]{1,8}(名|话|址|品|号|障|位|机|牌)(?=\s*[::])")]
    private static partial Regex DrawnApart();

    [GeneratedRegex(@"^>")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^(在 ?.{4,60}写道 ?:?|On .{6,80} wrote:|-{3,} ?(原始邮件|转发的?邮件|Original Message|Forwarded message).*)$")]
    private static partial Regex QuoteBegins();

    /// <summary>Our own people in a copied talk.</summary>
    [GeneratedRegex(@"^(我|(客服|售后)(?!原因|问题|地址|类型|内容|单|说明).{0,8}|Me|Support|Service)$")]
    private static partial Regex Ours();

    /// <summary>"[09:12] 王建国: 机器…", "[2026/11/24 09:12:33] 王建国: …" and "[2026/11/24 上午 9:12] 王建国: …".</summary>
    [GeneratedRegex(@"^\[[\d/.:\- 年月日上下午凌晨早晚APMapm]+\]\s*(?<who>[^:]{1,20}):\s*(?<said>.*)$")]
    private static partial Regex Bubble();

    /// <summary>"王建国 11月24日 09:12", "李工 2026-11-24 10:22:31", "Daniel Yesterday 17:05".</summary>
    [GeneratedRegex(@"^(?<who>[^:,，。]{1,30}?)(@\w+)?:?\s+(昨天|今天|上午|下午|晚上|星期.|周.|Yesterday|Today|\d{2,4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?|\d{1,2}[-/月]\d{1,2}日?)?\s*((上午|下午|晚上|凌晨|AM|PM)\s*)?\d{1,2}:\d{2}(:\d{2})?(\s*(AM|PM))?(?<said>)$", RegexOptions.IgnoreCase)]
    private static partial Regex BubbleLine();

    [GeneratedRegex(@"^(From|发件人) ?: ?(?<who>[^<\n]{0,40}?) ?(\(.*\)|)? ?(<.*>|\[mailto.*)?(?<said>)$", RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(@"^(?<who>[^:\s]{1,6}|[^:\d]{2,16}(?=:$)) ?: ?(?<said>.*)$")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"^(To|Cc|Bcc|Date|Sent|收件人|抄送|日期|发送时间|发送日期|时间|Reply-To) ?: ?.*$", RegexOptions.IgnoreCase)]
    private static partial Regex MailHead();

    /// <summary>What a mail's head has beside the one it goes to; without it that is a parcel's, who is the customer.</summary>
    [GeneratedRegex(@"^[ ]?(Subject|主题|标题|From|发件人|Cc|抄送|发送时间|发送日期) ?:", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Mail();

    [GeneratedRegex(@"^收件人 ?:[^@<]*$")]
    private static partial Regex Recipient();

    [GeneratedRegex(@"^(Subject|主题|标题) ?: ?((Re|Fw|Fwd|回复|转发|答复) ?: ?)*(?<title>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Head();
}
