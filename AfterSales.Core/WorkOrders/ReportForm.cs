using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>服务报告单 as typed: what was found and done. Half a report may be saved; what is missing blocks completion only.</summary>
public sealed class ReportForm : EditForm<ReportForm>
{
    /// <summary>Most parts of one report.</summary>
    public const int MaxParts = 50;

    /// <summary>Longest labour believed, in hours.</summary>
    public const int MaxHours = 1000;

    /// <summary>Code of the confirmed symptom.</summary>
    public string? ConfirmedSymptom { get; set; }

    /// <summary>The confirmed symptom in words.</summary>
    public string? ConfirmedSymptomText { get; set; }

    /// <summary>Code of the cause.</summary>
    public string? Cause { get; set; }

    /// <summary>The cause in words.</summary>
    public string? CauseText { get; set; }

    /// <summary>What was done.</summary>
    public string? Remedy { get; set; }

    /// <summary>Hours of labour, of all visits of the order together.</summary>
    public decimal? Hours { get; set; }

    /// <summary>What the machine's meter showed.</summary>
    public int? MeterValue { get; set; }

    /// <summary>换表: a new meter began.</summary>
    public bool MeterReplaced { get; set; }

    /// <summary>The user on site.</summary>
    public string? UserName { get; set; }

    /// <summary>Found beyond the order and not done.</summary>
    public string? FoundBeyond { get; set; }

    /// <summary>Replaced parts.</summary>
    public List<PartForm> Parts { get; set; } = [];

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check(ListBook lists) =>
    [
        .. new Checks()
            .When(Unknown(lists, TermKind.Symptom, ConfirmedSymptom), "Shared.NotInList", nameof(ConfirmedSymptom))
            .Text(nameof(ConfirmedSymptomText), ConfirmedSymptomText, CaseLimits.Symptom)
            .When(Unknown(lists, TermKind.Cause, Cause), "Shared.NotInList", nameof(Cause))
            .Text(nameof(CauseText), CauseText, CaseLimits.Description)
            .Text(nameof(Remedy), Remedy, CaseLimits.Description)
            .Range(nameof(Hours), Hours, 0, MaxHours)
            .When(!ReadingForm.Readable(MeterValue), "Assets.ReadingRange", nameof(MeterValue), 0, ReadingForm.Highest)
            .Text(nameof(UserName), UserName, CustomerLimits.ContactName)
            .Text(nameof(FoundBeyond), FoundBeyond, CaseLimits.Description)
            .When(Parts.Count > MaxParts, "WorkOrders.TooManyParts", nameof(Parts), MaxParts)
            .Problems,
        .. Parts.SelectMany((part, i) => part.Check(i, lists)),
        .. PartsTwice.Serials([.. Parts.Select(p => p.Row())]),
    ];

    /// <summary>Takes the ticks away from parts that replace nothing which others sit in: nobody sees them any more.</summary>
    public void Untick(IReadOnlyList<MountedPart> mounted)
    {
        foreach (var part in Parts.Where(p => InnerFate.Of(mounted, p.Row()) is null))
        {
            part.KeepsInner = false;
        }
    }

    /// <summary>The stored report as a form.</summary>
    public static ReportForm Of(ServiceReport? report) => report is null ? new ReportForm().Freshly() : new ReportForm
    {
        Version = report.Id == 0 ? 0 : report.Version,
        ConfirmedSymptom = report.ConfirmedSymptom,
        ConfirmedSymptomText = report.ConfirmedSymptomText,
        Cause = report.Cause,
        CauseText = report.CauseText,
        Remedy = report.Remedy,
        Hours = report.LabourMinutes is { } minutes ? Math.Round(minutes / 60m, 2) : null,
        MeterValue = report.MeterValue,
        MeterReplaced = report.MeterReplaced,
        UserName = report.UserName,
        FoundBeyond = report.FoundBeyond,
        Parts = [.. report.Parts.OrderBy(p => p.Id).Select(p => new PartForm { PartNo = p.PartNo, Name = p.Name, Quantity = p.Quantity, OldSerial = p.OldSerial, NewSerial = p.NewSerial, Assembly = p.Assembly, KeepsInner = p.KeepsInner })],
    }.Freshly();

    /// <summary>What a field holds, as people call it: parts are counted and told line by line, each with its tick.</summary>
    public static object? Told(ListBook lists, string field, object? value) => value switch
    {
        List<PartForm> { Count: 0 } => null,
        List<PartForm> parts => new Problem("WorkOrders.PartsTold", null, parts.Count, parts.ConvertAll(p => p.Told())),
        _ => lists.Told(field, value),
    };

    /// <summary>Writes the checked form into the report.</summary>
    public void Fill(ServiceReport report)
    {
        report.ConfirmedSymptom = TextRule.Kept(ConfirmedSymptom);
        report.ConfirmedSymptomText = TextRule.Kept(ConfirmedSymptomText);
        report.Cause = TextRule.Kept(Cause);
        report.CauseText = TextRule.Kept(CauseText);
        report.Remedy = TextRule.Kept(Remedy);
        report.LabourMinutes = Hours is { } hours ? (int)Math.Round(hours * 60) : null;
        (report.MeterValue, report.MeterReplaced) = (MeterValue, MeterValue is not null && MeterReplaced);
        report.UserName = TextRule.Kept(UserName);
        report.FoundBeyond = TextRule.Kept(FoundBeyond);
        if (Of(report).Differences(this).Contains(nameof(Parts)))
        {
            report.Parts.Clear();
            report.Parts.AddRange(Parts.Select(p => p.Row()));
        }
    }

    private static bool Unknown(ListBook lists, TermKind kind, string? code) => TextRule.Kept(code) is { } c && !lists.Offers(kind, c);
}

/// <summary>A replaced part as typed.</summary>
public sealed class PartForm
{
    /// <summary>Part number.</summary>
    public string? PartNo { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Pieces.</summary>
    public int Quantity { get; set; } = 1;

    /// <summary>Serial taken out.</summary>
    public string? OldSerial { get; set; }

    /// <summary>Serial put in.</summary>
    public string? NewSerial { get; set; }

    /// <summary>Code of the 总成.</summary>
    public string? Assembly { get; set; }

    /// <summary>What sits in the old one is kept: it goes on in the new one, or where none is named in what the old one sat in.</summary>
    public bool KeepsInner { get; set; }

    /// <summary>Every fault, under "Parts[i].Field".</summary>
    public IReadOnlyList<Problem> Check(int index, ListBook lists) => new Checks()
        .Text($"Parts[{index}].{nameof(Name)}", Name, PartLimits.Name, required: true)
        .Text($"Parts[{index}].{nameof(PartNo)}", PartNo, PartLimits.Number)
        .Range($"Parts[{index}].{nameof(Quantity)}", Quantity, 1, 10_000)
        .Text($"Parts[{index}].{nameof(OldSerial)}", OldSerial, PartLimits.Number)
        .Text($"Parts[{index}].{nameof(NewSerial)}", NewSerial, PartLimits.Number)
        .When(Row().ExchangesNothing, "WorkOrders.SameSerial", $"Parts[{index}].{nameof(NewSerial)}")
        .When(TextRule.Kept(Assembly) is { } code && lists.Term(TermKind.Assembly, code) is null, "Shared.NotInList", $"Parts[{index}].{nameof(Assembly)}")
        .Problems;

    /// <summary>The part in one line, with its tick in words.</summary>
    public object Told() => KeepsInner ? new Problem("WorkOrders.PartKeeps", null, Row().Line()) : Row().Line();

    /// <summary>The part as stored.</summary>
    public ReportPart Row() => new()
    {
        PartNo = TextRule.Kept(PartNo),
        Name = TextRule.Kept(Name) ?? "",
        Quantity = Quantity,
        OldSerial = TextRule.Kept(OldSerial),
        NewSerial = TextRule.Kept(NewSerial),
        Assembly = TextRule.Kept(Assembly),
        KeepsInner = KeepsInner,
    };
}

/// <summary>One point of the checklist as answered.</summary>
public sealed class CheckForm
{
    /// <summary>The point's code.</summary>
    public required string Item { get; init; }

    /// <summary>The answer; null is none yet.</summary>
    public CheckResult? Result { get; set; }

    /// <summary>What was written with it.</summary>
    public string? Note { get; set; }
}

/// <summary>满意度调查表 as filled in before the engineer.</summary>
public sealed class SatisfactionForm
{
    /// <summary>1–5.</summary>
    public int? Score { get; set; }

    /// <summary>The user's words.</summary>
    public string? Comment { get; set; }

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check() => new Checks()
        .Required(nameof(Score), Score).Range(nameof(Score), Score, 1, 5).Text(nameof(Comment), Comment, CaseLimits.Description).Problems;
}
