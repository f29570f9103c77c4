using System.Text.Json.Serialization;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Customers;

/// <summary>客户档案 as typed.</summary>
public sealed class CustomerForm : EditForm<CustomerForm>
{
    /// <summary>Key of the customer whose file it was read from; null of a new one. It is saved to no other.</summary>
    [JsonIgnore]
    public long? CustomerId { get; set; }

    /// <summary>客户名称.</summary>
    public string? Name { get; set; }

    /// <summary>客户类别.</summary>
    public CustomerKind Kind { get; set; } = CustomerKind.EndUser;

    /// <summary>客户等级.</summary>
    public CustomerTier Tier { get; set; } = CustomerTier.C;

    /// <summary>VIP.</summary>
    public bool Vip { get; set; }

    /// <summary>Code of the 片区.</summary>
    public string? Area { get; set; }

    /// <summary>客户愿望.</summary>
    public string? Wishes { get; set; }

    /// <summary>R49: what the next talk is about.</summary>
    public string? NextTalk { get; set; }

    /// <summary>R49: its day.</summary>
    public DateOnly? NextTalkOn { get; set; }

    /// <summary>R49: its time, company's time; a day may stand without one.</summary>
    public TimeOnly? NextTalkTime { get; set; }

    /// <summary>下次保养日.</summary>
    public DateOnly? NextServiceOn { get; set; }

    /// <summary>R48: 免打扰.</summary>
    public bool Quiet { get; set; }

    /// <summary>R48: from this time of day on; without hours all day.</summary>
    public TimeOnly? QuietFrom { get; set; }

    /// <summary>R48: until this time of day.</summary>
    public TimeOnly? QuietTo { get; set; }

    /// <summary>R48: its last day; none is for good.</summary>
    public DateOnly? QuietUntil { get; set; }

    /// <summary>R48: why.</summary>
    public string? QuietWhy { get; set; }

    /// <summary>备注.</summary>
    public string? Remarks { get; set; }

    /// <summary>The form of a stored customer.</summary>
    public static CustomerForm Of(Customer c) => new CustomerForm
    {
        CustomerId = c.Id,
        Name = c.Name,
        Kind = c.Kind,
        Tier = c.Tier,
        Vip = c.Vip,
        Area = c.Area,
        Wishes = c.Wishes,
        NextTalk = c.NextTalk,
        NextTalkOn = c.NextTalkOn,
        NextTalkTime = c.NextTalkTime,
        NextServiceOn = c.NextServiceOn,
        Quiet = c.Quiet,
        QuietFrom = c.QuietFrom,
        QuietTo = c.QuietTo,
        QuietUntil = c.QuietUntil,
        QuietWhy = c.QuietWhy,
        Remarks = c.Remarks,
        Version = c.Version,
    }.Freshly();

    /// <summary>Every fault at once; a talk that is past since the file was loaded may stand.</summary>
    public IReadOnlyList<Problem> Check(ListBook lists, DateOnly today) => new Checks()
        .Text(nameof(Name), Name, CustomerLimits.Name, required: true)
        .Member<CustomerKind>(nameof(Kind), Kind)
        .Member<CustomerTier>(nameof(Tier), Tier)
        .When(!string.IsNullOrEmpty(Area) && lists.AreaOf(Area) is null, "Shared.NotInList", nameof(Area))
        .Text(nameof(Wishes), Wishes, CustomerLimits.Words)
        .Text(nameof(NextTalk), NextTalk, CustomerLimits.Words)
        .When(NextTalkOn < today && NextTalkOn != Loaded?.NextTalkOn, "Customers.TalkPast", nameof(NextTalkOn))
        .When(NextTalkTime is not null && NextTalkOn is null, "Shared.Required", nameof(NextTalkOn))
        .When(TextRule.Kept(NextTalk) is null && NextTalkOn is not null, "Shared.Required", nameof(NextTalk))
        .When(Quiet && QuietFrom is null && QuietTo is not null, "Shared.Required", nameof(QuietFrom))
        .When(Quiet && QuietTo is null && QuietFrom is not null, "Shared.Required", nameof(QuietTo))
        .When(Quiet && QuietFrom is not null && QuietFrom == QuietTo, "Customers.QuietSameTime", nameof(QuietTo))
        .Text(nameof(QuietWhy), QuietWhy, CustomerLimits.ContactName)
        .Text(nameof(Remarks), Remarks, CustomerLimits.Words)
        .Problems;

    /// <summary>Writes the form into the customer.</summary>
    public void Fill(Customer c)
    {
        c.Name = TextRule.Kept(Name)!;
        c.NameKey = NameKey(c.Name);
        (c.Kind, c.Tier, c.Vip, c.Area) = (Kind, Tier, Vip, TextRule.Kept(Area));
        (c.Wishes, c.NextTalk, c.NextTalkOn, c.NextTalkTime) = (TextRule.Kept(Wishes), TextRule.Kept(NextTalk), NextTalkOn, NextTalkTime);
        (c.Quiet, c.QuietFrom, c.QuietTo, c.QuietUntil, c.QuietWhy) = (Quiet, QuietFrom, QuietTo, QuietUntil, TextRule.Kept(QuietWhy));
        (c.NextServiceOn, c.Remarks) = (NextServiceOn, TextRule.Kept(Remarks));
    }

    /// <summary>The comparable form of a name, cut to its column.</summary>
    public static string NameKey(string? name) =>
        TextRule.Key(name) is { Length: > CustomerLimits.Name } key ? key[..CustomerLimits.Name] : TextRule.Key(name);
}
