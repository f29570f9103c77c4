using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Customers;

/// <summary>A customer's page: the file, what is open and to come; what was is <see cref="CustomerHistory"/>.</summary>
public sealed record CustomerView(
    long Id, string Code, CustomerForm Form, DateOnly? FirstContactOn, DateOnly? FiledOn, string? FiledBy, DateOnly? FileDueOn, IReadOnlyList<Problem> Missing,
    IReadOnlyList<ContactCard> Contacts, IReadOnlyList<SiteCard> Sites, IReadOnlyList<CallerMachine> Machines, int MachineCount, IReadOnlyList<CallerCase> OpenCases,
    IReadOnlyList<CustomerCallback> Callbacks)
{
    /// <summary>What to know before calling.</summary>
    public required CallNotes Notes { get; init; }

    /// <summary>Asked for or granted; null is neither.</summary>
    public Anonymity? Anonymity { get; init; }

    /// <summary>True once nobody is named any more: nothing of the file can be changed.</summary>
    public bool IsAnonymous => Anonymity is { GrantedAt: not null };

    /// <summary>Files merged into this one.</summary>
    public IReadOnlyList<MergeLine> Merges { get; init; } = [];
}

/// <summary>That a customer be made anonymous: who asked when and why, and when who granted it.</summary>
public sealed record Anonymity(DateTimeOffset AskedAt, string? AskedBy, string? Reason, DateTimeOffset? GrantedAt, string? GrantedBy);

/// <summary>A file that went into another.</summary>
public sealed record MergeLine(string Code, string Name, DateTimeOffset At, string? By, bool MayUndo);

/// <summary>A contact with the form to change it.</summary>
public sealed record ContactCard(long Id, string Name, string? Title, ContactRole? Role, bool Preferred, IReadOnlyList<PhoneLine> Phones, ContactForm Form);

/// <summary>A number, masked for those who need not see it; one that can be <paramref name="Dialled"/> is a link.</summary>
public sealed record PhoneLine(PhoneKind Kind, string Number, bool Dialled);

/// <summary>A place with the form to change it.</summary>
public sealed record SiteCard(long Id, SiteForm Form, int? DistanceKm, bool DistanceFromArea);

/// <summary>What is to be done with a customer on a day.</summary>
public sealed record AgendaRow(string Code, string Name, AgendaKind Kind, DateOnly On, TimeOnly? At, string? What);

/// <summary>What a customer's file says is to come.</summary>
public enum AgendaKind
{
    /// <summary>R49: the next talk.</summary>
    Talk = 1,

    /// <summary>R45: the next service.</summary>
    Service = 2,
}

/// <summary>A follow-up to come.</summary>
public sealed record CustomerCallback(long Id, string CaseNumber, CaseType Type, int Round, CallbackState State, DateTimeOffset OpensAt, DateTimeOffset EndsAt);
