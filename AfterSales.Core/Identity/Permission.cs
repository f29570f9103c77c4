namespace AfterSales.Core.Identity;

/// <summary>What a service method asks for; pages hide what the actor lacks.</summary>
public enum Permission
{
    /// <summary>Register calls and cases, reply, chase.</summary>
    Intake,

    /// <summary>Read any case, customer and machine.</summary>
    ReadAll,

    /// <summary>Change a case: type, priority, hold, resolve, close, reopen, cancel.</summary>
    HandleCases,

    /// <summary>Change customers, contacts, sites and machines.</summary>
    EditCustomers,

    /// <summary>Assign, move, reassign work; approve exemptions, back-entered times, missing signatures.</summary>
    Dispatch,

    /// <summary>Decide who pays against the table.</summary>
    DecidePayer,

    /// <summary>Work on own work orders.</summary>
    OwnWork,

    /// <summary>Call customers back.</summary>
    Callbacks,

    /// <summary>Decide complaints.</summary>
    Complaints,

    /// <summary>See the performance evaluation and its reports.</summary>
    Performance,

    /// <summary>Set targets.</summary>
    Targets,

    /// <summary>People, areas, policies, lists.</summary>
    Administer,

    /// <summary>Read the audit trail.</summary>
    ReadAudit,

    /// <summary>Uncover masked personal data and give a customer's data out; each time is audited.</summary>
    RevealPersonalData,

    /// <summary>Decide that a customer is made anonymous, for good.</summary>
    Anonymise,

    /// <summary>See telephone numbers and other personal data unmasked.</summary>
    SeePersonalData,

    /// <summary>Take a list out of the house as a workbook; each time is told in the audit trail.</summary>
    Export,

    /// <summary>Bring in the firm's own records from a file, take them out again, undo it.</summary>
    Import,

    /// <summary>Share a list's view with everybody, and change what is shared.</summary>
    ShareViews,
}
