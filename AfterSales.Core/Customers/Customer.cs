using AfterSales.Core.Data;

namespace AfterSales.Core.Customers;

/// <summary>客户档案: a firm or person served.</summary>
public sealed class Customer : IVersioned, IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>Public number, unique.</summary>
    public required string Code { get; init; }

    /// <summary>Full name.</summary>
    public required string Name { get; set; }

    /// <summary>The name's comparable form.</summary>
    public required string NameKey { get; set; }

    /// <summary>Direct, dealer or end user.</summary>
    public CustomerKind Kind { get; set; }

    /// <summary>A, B or C.</summary>
    public CustomerTier Tier { get; set; }

    /// <summary>Served first.</summary>
    public bool Vip { get; set; }

    /// <summary>Code of the 片区; a site may lie in another.</summary>
    public string? Area { get; set; }

    /// <summary>首次接触日; null is unknown (imported history) and counts nowhere.</summary>
    public DateOnly? FirstContactOn { get; set; }

    /// <summary>建档日: the day on which the file was complete; null is not filed.</summary>
    public DateOnly? FiledOn { get; set; }

    /// <summary>Who filed it.</summary>
    public long? FiledById { get; set; }

    /// <summary>客户愿望.</summary>
    public string? Wishes { get; set; }

    /// <summary>R49: what the next talk is about.</summary>
    public string? NextTalk { get; set; }

    /// <summary>R49: its day.</summary>
    public DateOnly? NextTalkOn { get; set; }

    /// <summary>R49: its time of day, company's time.</summary>
    public TimeOnly? NextTalkTime { get; set; }

    /// <summary>下次保养日.</summary>
    public DateOnly? NextServiceOn { get; set; }

    /// <summary>R48: 免打扰, within the hours and up to the day below.</summary>
    public bool Quiet { get; set; }

    /// <summary>R48: from this time of day on; without hours all day.</summary>
    public TimeOnly? QuietFrom { get; set; }

    /// <summary>R48: until this time of day; before <see cref="QuietFrom"/> it is the next day's.</summary>
    public TimeOnly? QuietTo { get; set; }

    /// <summary>R48: its last day; none is for good.</summary>
    public DateOnly? QuietUntil { get; set; }

    /// <summary>R48: why.</summary>
    public string? QuietWhy { get; set; }

    /// <summary>备注.</summary>
    public string? Remarks { get; set; }

    /// <summary>The customer whose file this one was merged into; its number still leads there.</summary>
    public long? MergedIntoId { get; set; }

    /// <summary>匿名化: when it was asked for; null is not, or refused.</summary>
    public DateTimeOffset? AnonymityAskedAt { get; set; }

    /// <summary>Who asked.</summary>
    public long? AnonymityAskedById { get; set; }

    /// <summary>Why; it stays as the proof of the decision.</summary>
    public string? AnonymityReason { get; set; }

    /// <summary>Somebody asks that nobody be named here any more.</summary>
    public void AskAnonymity(DateTimeOffset at, long? personId, string reason) => (AnonymityAskedAt, AnonymityAskedById, AnonymityReason) = (at, personId, reason);

    /// <summary>When a manager granted it: since then nobody is named here any more (decision 0022).</summary>
    public DateTimeOffset? AnonymousAt { get; set; }

    /// <summary>Who granted it.</summary>
    public long? AnonymousById { get; set; }

    /// <summary>People to talk to.</summary>
    public List<Contact> Contacts { get; } = [];

    /// <summary>Places where machines stand.</summary>
    public List<Site> Sites { get; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>客户类别.</summary>
public enum CustomerKind
{
    /// <summary>直接客户.</summary>
    Direct = 1,

    /// <summary>经销商.</summary>
    Dealer = 2,

    /// <summary>最终用户.</summary>
    EndUser = 3,
}

/// <summary>客户等级.</summary>
public enum CustomerTier
{
    /// <summary>Key customer.</summary>
    A = 1,

    /// <summary>Regular.</summary>
    B = 2,

    /// <summary>Occasional.</summary>
    C = 3,
}
