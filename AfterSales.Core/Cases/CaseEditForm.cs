using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Cases;

/// <summary>What may be changed in a registered case; clocks and promises follow.</summary>
public sealed class CaseEditForm : EditForm<CaseEditForm>
{
    /// <summary>类型.</summary>
    public CaseType Type { get; set; }

    /// <summary>影响.</summary>
    public Impact? Impact { get; set; }

    /// <summary>优先级.</summary>
    public Priority Priority { get; set; }

    /// <summary>服务方式.</summary>
    public ServiceMode Mode { get; set; }

    /// <summary>Who called.</summary>
    public long? ContactId { get; set; }

    /// <summary>Where.</summary>
    public long? SiteId { get; set; }

    /// <summary>The machine.</summary>
    public long? AssetId { get; set; }

    /// <summary>Code of the symptom.</summary>
    public string? Symptom { get; set; }

    /// <summary>The symptom in words.</summary>
    public string? SymptomText { get; set; }

    /// <summary>用户陈述.</summary>
    public string? Description { get; set; }

    /// <inheritdoc cref="ReceivedForm.VisitorName"/>
    public string? VisitorName { get; set; }

    /// <inheritdoc cref="ReceivedForm.VisitedAt"/>
    public DateTime? VisitedAt { get; set; }

    /// <inheritdoc cref="ReceivedForm.LetterOn"/>
    public DateOnly? LetterOn { get; set; }

    /// <inheritdoc cref="ReceivedForm.LetterSubject"/>
    public string? LetterSubject { get; set; }

    /// <summary>R2: the customer's own time, company wall time.</summary>
    public DateTime? CustomerTime { get; set; }

    /// <summary>Who answers for it.</summary>
    public long? OwnerId { get; set; }

    /// <summary>The form of a stored case.</summary>
    public static CaseEditForm Of(ServiceCase c, TimeZoneInfo zone) => new CaseEditForm
    {
        Type = c.Type,
        Impact = c.Impact,
        Priority = c.Priority,
        Mode = c.Mode,
        ContactId = c.ContactId,
        SiteId = c.SiteId,
        AssetId = c.AssetId,
        Symptom = c.Symptom,
        SymptomText = c.SymptomText,
        Description = c.Description,
        VisitorName = c.VisitorName,
        VisitedAt = c.VisitedAt is { } came ? zone.Local(came) : null,
        LetterOn = c.LetterOn,
        LetterSubject = c.LetterSubject,
        CustomerTime = c.CustomerTime is { } wished ? zone.Local(wished) : null,
        OwnerId = c.OwnerId,
        Version = c.Version,
    }.Freshly();

    /// <summary>What its channel brought with it; the text as received is not to be changed.</summary>
    public ReceivedForm Received() => new() { VisitorName = VisitorName, VisitedAt = VisitedAt, LetterOn = LetterOn, LetterSubject = LetterSubject };

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check(ListBook lists) => new Checks()
        .Member<CaseType>(nameof(Type), Type)
        .When(Type.IsService() && Impact is null, "Shared.Required", nameof(Impact)).Member(nameof(Impact), Impact)
        .Member<Priority>(nameof(Priority), Priority)
        .Member<ServiceMode>(nameof(Mode), Mode)
        .When(!string.IsNullOrEmpty(Symptom) && Symptom != Loaded?.Symptom && !lists.Offers(TermKind.Symptom, Symptom), "Shared.NotInList", nameof(Symptom))
        .Text(nameof(SymptomText), SymptomText, CaseLimits.Symptom)
        .When(Type == CaseType.Repair && string.IsNullOrEmpty(Symptom) && string.IsNullOrWhiteSpace(SymptomText), "Shared.Required", nameof(Symptom))
        .Text(nameof(Description), Description, CaseLimits.Description, required: true)
        .Problems;
}

/// <summary>Something that a field offers, by key and name.</summary>
public sealed record CaseChoice(long Id, string Name);

/// <summary>What the form of a case offers.</summary>
public sealed record CaseEditChoices(IReadOnlyList<CaseChoice> Contacts, IReadOnlyList<CaseChoice> Sites, IReadOnlyList<CaseChoice> Machines, IReadOnlyList<CaseChoice> Owners);
