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

    /// <summary>As typed.</summary>
    public required string Number { get; init; }

    /// <summary>The comparable form (see <see cref="PhoneNumber"/>).</summary>
    public required string NumberKey { get; init; }
}
