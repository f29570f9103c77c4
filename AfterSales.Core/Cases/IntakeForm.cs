using AfterSales.Core.Assets;
using AfterSales.Core.Attachments;
using AfterSales.Core.Complaints;
using AfterSales.Core.Customers;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Cases;

/// <summary>来电受理: all that one screen takes in. What is chosen has a key; what is new is typed beside it.</summary>
public sealed class IntakeForm
{
    /// <summary>The caller's number, in any spelling.</summary>
    public string? Phone { get; set; }

    /// <summary>Further numbers of whom is named, "、" between each two.</summary>
    public string? FurtherPhones { get; set; }

    /// <summary>渠道.</summary>
    public Channel Channel { get; set; } = Channel.Phone;

    /// <summary>What the channel brings with it.</summary>
    public ReceivedForm Received { get; set; } = new();

    /// <summary>What was scanned of it; already in the store.</summary>
    public List<ScanForm> Scans { get; set; } = [];

    /// <summary>The customer on file; null when <see cref="Customer"/> is new.</summary>
    public long? CustomerId { get; set; }

    /// <summary>A new customer.</summary>
    public CustomerForm Customer { get; set; } = new();

    /// <summary>The contact on file; null when <see cref="Contact"/> is new or nobody is named.</summary>
    public long? ContactId { get; set; }

    /// <summary>A new contact of the customer.</summary>
    public ContactForm Contact { get; set; } = new();

    /// <summary>The place on file.</summary>
    public long? SiteId { get; set; }

    /// <summary>A new place of the customer.</summary>
    public SiteForm Site { get; set; } = new();

    /// <summary>The machine on file.</summary>
    public long? AssetId { get; set; }

    /// <summary>A new machine of the customer.</summary>
    public AssetForm Asset { get; set; } = new();

    /// <summary>表读数 as the caller reads it off, today.</summary>
    public ReadingForm Meter { get; set; } = new();

    /// <summary>影响, asked first.</summary>
    public Impact? Impact { get; set; }

    /// <summary>优先级; null follows from the impact.</summary>
    public Priority? Priority { get; set; }

    /// <summary>类型.</summary>
    public CaseType? Type { get; set; }

    /// <summary>服务方式; null follows from type and product line.</summary>
    public ServiceMode? Mode { get; set; }

    /// <summary>Code of the symptom.</summary>
    public string? Symptom { get; set; }

    /// <summary>The symptom in words, where no code fits.</summary>
    public string? SymptomText { get; set; }

    /// <summary>客户原话.</summary>
    public string? Description { get; set; }

    /// <summary>客户原话, for which a message as received may stand, as far as there is room.</summary>
    public string? Words => TextRule.Kept(Description) ?? TextRule.Cut(TextRule.Kept(Received.Text), CaseLimits.Description);

    /// <summary>R2: the time that the customer asks for, company wall time.</summary>
    public DateTime? CustomerTime { get; set; }

    /// <summary>Who answers for it; null is who takes it in.</summary>
    public long? OwnerId { get; set; }

    /// <summary>R30: the earlier case that this one repeats, as shown and not taken off by the agent.</summary>
    public bool LinkRepeat { get; set; } = true;

    /// <summary>The case that this one follows, for a complaint about it.</summary>
    public string? ParentNumber { get; set; }

    /// <summary>投诉: severity.</summary>
    public Severity? Severity { get; set; }

    /// <summary>当场解决: answered in this very call.</summary>
    public bool ResolveOnSpot { get; set; }

    /// <summary>What was answered or done.</summary>
    public string? Resolution { get; set; }

    /// <summary>Code of the cause, for work that needs a service report (R31).</summary>
    public string? Cause { get; set; }

    /// <summary>The cause in words.</summary>
    public string? CauseText { get; set; }

    /// <summary>True where a new customer is being typed.</summary>
    public bool NewCustomer => CustomerId is null;

    /// <summary>True where a new contact is being typed.</summary>
    public bool NewContact => ContactId is null && !string.IsNullOrWhiteSpace(Contact.Name);

    /// <summary>True where somebody without a name was typed: a number or a title belongs to a person.</summary>
    private bool NamesSomebody => NewCustomer || PhoneNumber.Key(Phone).Length > 0 || !string.IsNullOrWhiteSpace(Contact.Title);

    /// <summary>True where a new place is being typed.</summary>
    public bool NewSite => SiteId is null && !string.IsNullOrWhiteSpace(Site.Address);

    /// <summary>True where a new machine is being typed.</summary>
    public bool NewAsset => AssetId is null && (TextRule.Kept(Asset.SerialNo) ?? TextRule.Kept(Asset.Plate)) is not null;

    /// <summary>
    /// Every fault at once. Fields of the parts stand under "Customer.Name", "Contact.Phones"…
    /// </summary>
    public IReadOnlyList<Problem> Check(ListBook lists, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = zone.DayOf(now);
        return
        [
            .. Own(now, zone, lists),
            .. Under(nameof(Received), Received.Check(Channel == Channel.Visitor && ContactId is null && !NewContact, Channel == Channel.Letter, Channel == Channel.Online, now, zone)),
            .. Scans.Count > AttachmentLimits.MostOfCase ? [new Problem("Attachments.TooMany", nameof(Scans), AttachmentLimits.MostOfCase)] : Array.Empty<Problem>(),
            .. Scans.SelectMany((scan, at) => Under($"{nameof(Scans)}[{at}]", scan.Check())),
            .. NewCustomer ? Under(nameof(Customer), Customer.Check(lists, today)) : [],
            .. ContactId is null && !NewContact && NamesSomebody ? [new Problem("Shared.Required", "Contact.Name")] : Array.Empty<Problem>(),
            .. NewContact ? Under(nameof(Contact), Contact.Check()) : [],
            .. NewSite ? Under(nameof(Site), Site.Check(lists)) : [],
            .. NewAsset ? Under(nameof(Asset), Asset.Check(lists, today)) : [],
            .. Meter.Value is not null ? Under(nameof(Meter), Reading(today).Check(today)) : [],
        ];
    }

    /// <summary>What the meter showed, as read on the day of the call.</summary>
    public ReadingForm Reading(DateOnly today) => new() { ReadOn = today, Value = Meter.Value, Replaced = Meter.Replaced };

    private IReadOnlyList<Problem> Own(DateTimeOffset now, TimeZoneInfo zone, ListBook lists) => new Checks()
        .Text(nameof(Phone), Phone, PhoneNumber.MaxLength)
        .When(!string.IsNullOrWhiteSpace(Phone) && PhoneNumber.Key(Phone).Length == 0, "Customers.NotAPhone", nameof(Phone))
        .Text(nameof(FurtherPhones), FurtherPhones, PhoneNumber.FurtherLength)
        .When(PhoneNumber.Each(FurtherPhones).Any(n => !PhoneNumber.CanBeCalled(n) || n.Length > PhoneNumber.MaxLength), "Customers.NotAPhone", nameof(FurtherPhones))
        .Member<Channel>(nameof(Channel), Channel)
        .Required(nameof(Type), Type).Member(nameof(Type), Type)
        .When(Type?.IsService() != false && Impact is null, "Shared.Required", nameof(Impact)).Member(nameof(Impact), Impact)
        .Member(nameof(Priority), Priority).Member(nameof(Mode), Mode).Member(nameof(Severity), Severity)
        .When(!string.IsNullOrEmpty(Symptom) && !lists.Offers(TermKind.Symptom, Symptom), "Shared.NotInList", nameof(Symptom))
        .Text(nameof(SymptomText), SymptomText, CaseLimits.Symptom)
        .When(Type == CaseType.Repair && string.IsNullOrEmpty(Symptom) && string.IsNullOrWhiteSpace(SymptomText), "Shared.Required", nameof(Symptom))
        .Text(nameof(Description), Description, CaseLimits.Description, required: string.IsNullOrWhiteSpace(Received.Text))
        .When(CustomerTime is { } wished && zone.Instant(wished) <= now, "Cases.TimePast", nameof(CustomerTime))
        .When(CustomerTime is { } far && zone.Instant(far) > now.AddYears(1), "Cases.TimeTooFar", nameof(CustomerTime))
        .Text(nameof(Resolution), Resolution, CaseLimits.Description, required: ResolveOnSpot)
        .When(ResolveOnSpot && Type is { } s && s.IsService() && string.IsNullOrEmpty(Cause), "Shared.Required", nameof(Cause))
        .When(!string.IsNullOrEmpty(Cause) && !lists.Offers(TermKind.Cause, Cause), "Shared.NotInList", nameof(Cause))
        .Text(nameof(CauseText), CauseText, CaseLimits.Description)
        .Problems;

    /// <summary>The faults of a part, under its fields.</summary>
    internal static IEnumerable<Problem> Under(string part, IEnumerable<Problem> problems) =>
        problems.Select(p => p with { Field = $"{part}.{p.Field}" });
}
