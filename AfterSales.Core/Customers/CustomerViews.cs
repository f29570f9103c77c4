using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Customers;

/// <summary>A customer's page: the file and the history.</summary>
public sealed record CustomerView(
    long Id, string Code, CustomerForm Form, DateOnly? FirstContactOn, DateOnly? FiledOn, string? FiledBy, DateOnly? FileDueOn, IReadOnlyList<Problem> Missing,
    IReadOnlyList<ContactCard> Contacts, IReadOnlyList<SiteCard> Sites, IReadOnlyList<CallerMachine> Machines, int MachineCount, IReadOnlyList<CallerCase> Cases, int CaseCount,
    IReadOnlyList<CallerCase> Complaints, int ComplaintCount, IReadOnlyList<CustomerCallback> Callbacks);

/// <summary>A contact with the form to change it.</summary>
public sealed record ContactCard(long Id, string Name, string? Title, IReadOnlyList<string> Phones, ContactForm Form);

/// <summary>A place with the form to change it.</summary>
public sealed record SiteCard(long Id, SiteForm Form);

/// <summary>A follow-up of a customer's case.</summary>
public sealed record CustomerCallback(long Id, string CaseNumber, CaseType Type, int Round, CallbackState State, DateTimeOffset OpensAt, DateTimeOffset EndsAt, DateTimeOffset? AnsweredAt, int? Score, string? Comment);
