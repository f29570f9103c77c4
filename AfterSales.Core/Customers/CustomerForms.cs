using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Customers;

/// <summary>客户档案 as typed.</summary>
public sealed class CustomerForm : EditForm<CustomerForm>
{
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

    /// <summary>The form of a stored customer.</summary>
    public static CustomerForm Of(Customer c) =>
        new CustomerForm { Name = c.Name, Kind = c.Kind, Tier = c.Tier, Vip = c.Vip, Area = c.Area, Version = c.Version }.Freshly();

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check(ListBook lists) => new Checks()
        .Text(nameof(Name), Name, CustomerLimits.Name, required: true)
        .Member<CustomerKind>(nameof(Kind), Kind)
        .Member<CustomerTier>(nameof(Tier), Tier)
        .When(!string.IsNullOrEmpty(Area) && lists.AreaOf(Area) is null, "Shared.NotInList", nameof(Area))
        .Problems;

    /// <summary>Writes the form into the customer.</summary>
    public void Fill(Customer c)
    {
        c.Name = TextRule.Kept(Name)!;
        c.NameKey = NameKey(c.Name);
        (c.Kind, c.Tier, c.Vip, c.Area) = (Kind, Tier, Vip, TextRule.Kept(Area));
    }

    /// <summary>The comparable form of a name, cut to its column.</summary>
    public static string NameKey(string? name) =>
        TextRule.Key(name) is { Length: > CustomerLimits.Name } key ? key[..CustomerLimits.Name] : TextRule.Key(name);
}

/// <summary>联系人 as typed.</summary>
public sealed class ContactForm : EditForm<ContactForm>
{
    /// <summary>Most numbers of one person.</summary>
    public const int MostPhones = 10;

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Position.</summary>
    public string? Title { get; set; }

    /// <summary>Numbers, one a line.</summary>
    public string? Phones { get; set; }

    /// <summary>The numbers, each once.</summary>
    public IReadOnlyList<string> Numbers =>
    [
        .. (Phones ?? "").Split(['\n', '\r', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DistinctBy(PhoneNumber.Key),
    ];

    /// <summary>The form of a stored contact.</summary>
    public static ContactForm Of(Contact c) =>
        new ContactForm { Name = c.Name, Title = c.Title, Phones = string.Join('\n', c.Phones.OrderBy(p => p.Id).Select(p => p.Number)), Version = c.Version }.Freshly();

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check() => new Checks()
        .Text(nameof(Name), Name, CustomerLimits.ContactName, required: true)
        .Text(nameof(Title), Title, CustomerLimits.ContactName)
        .Text(nameof(Phones), Phones, CustomerLimits.Phones)
        .When(Numbers.Count > MostPhones, "Customers.TooManyPhones", nameof(Phones), MostPhones)
        .When(Numbers.Any(n => n.Length > PhoneNumber.MaxLength || PhoneNumber.Key(n).Length == 0), "Customers.NotAPhone", nameof(Phones))
        .Problems;
}

/// <summary>A place as typed.</summary>
public sealed class SiteForm : EditForm<SiteForm>
{
    /// <summary>Address.</summary>
    public string? Address { get; set; }

    /// <summary>Code of the 片区.</summary>
    public string? Area { get; set; }

    /// <summary>Road distance in km as typed, whole or not, so that a wrong one stays to be seen; blank is unknown.</summary>
    public decimal? DistanceKm { get; set; }

    /// <summary>The distance, where it may be kept.</summary>
    public int? WholeKm => DistanceKm is { } km && km is >= 0 and <= CustomerLimits.DistanceKm && decimal.IsInteger(km) ? (int)km : null;

    /// <summary>The form of a stored site.</summary>
    public static SiteForm Of(Site s) =>
        new SiteForm { Address = s.Address, Area = s.Area, DistanceKm = s.DistanceKm, Version = s.Version }.Freshly();

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check(ListBook lists) => new Checks()
        .Text(nameof(Address), Address, CustomerLimits.Address, required: true)
        .Range(nameof(DistanceKm), DistanceKm, 0, CustomerLimits.DistanceKm)
        .When(DistanceKm is { } km && !decimal.IsInteger(km), "Customers.WholeKm", nameof(DistanceKm))
        .When(!string.IsNullOrEmpty(Area) && lists.AreaOf(Area) is null, "Shared.NotInList", nameof(Area))
        .Problems;

    /// <summary>Writes the form into the site.</summary>
    public void Fill(Site s) => (s.Address, s.Area, s.DistanceKm) = (TextRule.Kept(Address)!, TextRule.Kept(Area), WholeKm);
}
