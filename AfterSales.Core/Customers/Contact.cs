using AfterSales.Core.Data;

namespace AfterSales.Core.Customers;

/// <summary>联系人 of a customer.</summary>
public sealed class Contact : IVersioned, IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The customer.</summary>
    public long CustomerId { get; init; }

    /// <summary>Name as addressed.</summary>
    public required string Name { get; set; }

    /// <summary>Position, as "设备科长".</summary>
    public string? Title { get; set; }

    /// <summary>What the person decides or does for the customer; null is unknown.</summary>
    public ContactRole? Role { get; set; }

    /// <summary>首选联系人: asked for first; of a customer's contacts one at most.</summary>
    public bool Preferred { get; set; }

    /// <summary>Every number the person answers.</summary>
    public List<ContactPhone> Phones { get; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>One telephone number of a contact.</summary>
public sealed class ContactPhone : IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The contact.</summary>
    public long ContactId { get; init; }

    /// <summary>The contact's customer, kept here so that a ringing number finds it in one look.</summary>
    public long CustomerId { get; init; }

    /// <summary>What it is.</summary>
    public PhoneKind Kind { get; set; }

    /// <summary>As typed.</summary>
    public required string Number { get; init; }

    /// <summary>The comparable form (see <see cref="PhoneNumber"/>).</summary>
    public required string NumberKey { get; init; }
}

/// <summary>What a number is; those up to <see cref="Home"/> are called.</summary>
public enum PhoneKind
{
    /// <summary>手机.</summary>
    Mobile = 1,

    /// <summary>办公电话.</summary>
    Office = 2,

    /// <summary>家庭电话.</summary>
    Home = 3,

    /// <summary>传真.</summary>
    Fax = 4,

    /// <summary>微信: an account, which need not be a number.</summary>
    WeChat = 5,
}

/// <summary>What a contact decides or does for the customer.</summary>
public enum ContactRole
{
    /// <summary>决策人.</summary>
    DecisionMaker = 1,

    /// <summary>设备管理.</summary>
    Maintenance = 2,

    /// <summary>操作人员.</summary>
    Operator = 3,

    /// <summary>采购.</summary>
    Purchasing = 4,

    /// <summary>财务.</summary>
    Finance = 5,

    /// <summary>其他.</summary>
    Other = 6,
}
