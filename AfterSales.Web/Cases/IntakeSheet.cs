using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;

namespace AfterSales.Web.Cases;

/// <summary>What stands on the intake screen: the form, whose call it is, what a save would promise.</summary>
public sealed class IntakeSheet(ListBook book, string culture)
{
    /// <summary>What is typed and chosen.</summary>
    public IntakeForm Form { get; private set; } = new();

    /// <summary>How it is sent.</summary>
    public Sending Sending { get; } = new();

    /// <summary>The lists to choose from.</summary>
    public ListBook Book => book;

    /// <summary>Everybody whose number it is.</summary>
    public IReadOnlyList<Caller> Callers { get; private set; } = [];

    /// <summary>The customer chosen; null while none is.</summary>
    public Caller? Caller { get; private set; }

    /// <summary>The number belongs to the chosen customer.</summary>
    public bool Matched => Caller is not null && Callers.Any(c => c.CustomerId == Caller.CustomerId);

    /// <summary>A new customer is being typed.</summary>
    public bool NewCustomer { get; set; }

    /// <summary>A new person is being typed.</summary>
    public bool NewContact { get; set; }

    /// <summary>A new place is being typed.</summary>
    public bool NewSite { get; set; }

    /// <summary>A new machine is being typed.</summary>
    public bool NewMachine { get; set; }

    /// <summary>What a save would promise.</summary>
    public IntakeOutlook? Outlook { get; set; }

    /// <summary>What the last save was refused for.</summary>
    public ProblemSet Problems => Sending.Problems;

    /// <summary>The chosen machine.</summary>
    public CallerMachine? Machine => Caller?.Machines.FirstOrDefault(m => m.Id == Form.AssetId);

    /// <summary>The product line that symptoms are of.</summary>
    public string? Line => Machine?.ProductLine ?? (NewMachine ? Form.Asset.ProductLine : null);

    /// <summary>Who is spoken to.</summary>
    public string? Speaker => TextRule.Kept(Caller?.Contacts.FirstOrDefault(c => c.Id == Form.ContactId)?.Name ?? Form.Contact.Name);

    /// <summary>Takes the customers of the number that rang: the one called last is chosen, a known number's customer is left when the number is another's.</summary>
    public void Rang(IReadOnlyList<Caller> callers)
    {
        var left = Matched && callers.All(c => c.CustomerId != Caller!.CustomerId);
        Callers = callers;
        if (left)
        {
            Leave();
        }

        if (callers.Count > 0 && !Matched)
        {
            Choose(callers[0]);
        }
    }

    /// <summary>
    /// The customer it is: with one place or machine, that one. A number that nobody there has is mostly a new person's.
    /// </summary>
    public void Choose(Caller caller, long? assetId = null)
    {
        Array.ForEach(["Customer", "CustomerId", "Contact", "ContactId", "Site", "SiteId", "Asset", "AssetId"], Problems.Forget);
        (Caller, NewCustomer, NewSite, NewMachine) = (caller, false, false, false);
        Form.CustomerId = caller.CustomerId;
        Form.ContactId = caller.ContactId;
        NewContact = caller.ContactId is null && (caller.Contacts.Count == 0 || PhoneNumber.Key(Form.Phone).Length > 0);
        if (caller is { ContactId: null, Contacts: [var only] } && !NewContact)
        {
            Form.ContactId = only.Id;
        }

        Form.SiteId = caller.Sites is [var site] ? site.Id : null;
        Pick(assetId ?? (caller.Machines is [var machine] ? machine.Id : null));
    }

    /// <summary>Another customer than the one shown.</summary>
    public void Leave()
    {
        (Caller, NewCustomer, NewContact, NewSite, NewMachine) = (null, false, false, false, false);
        (Form.CustomerId, Form.ContactId, Form.SiteId) = (null, null, null);
        Pick(null);
    }

    /// <summary>A customer nobody has heard of: all is typed.</summary>
    public void Fresh(string? name)
    {
        Leave();
        (NewCustomer, NewContact, NewSite, NewMachine) = (true, true, true, true);
        Form.Customer.Name = TextRule.Kept(Form.Customer.Name) ?? TextRule.Kept(name);
    }

    /// <summary>The machine it is about; it brings its place, and a symptom that its line does not know becomes words.</summary>
    public void Pick(long? assetId)
    {
        Form.AssetId = assetId;
        Form.SiteId = Machine?.SiteId ?? Form.SiteId;
        if (Form.Symptom is { } code && Book.Terms(TermKind.Symptom, Line).All(t => t.Code != code))
        {
            (Form.Symptom, Form.SymptomText) = (null, Book.Name(TermKind.Symptom, code, culture));
        }
    }

    /// <summary>The impact; a machine that stands or limps is to be repaired unless something else was said.</summary>
    public void Say(Impact impact)
    {
        Problems.Forget(nameof(Form.Impact));
        Form.Impact = impact;
        Form.Type ??= impact == Impact.None ? null : CaseType.Repair;
    }

    /// <summary>After a draft was put back: what was being typed anew is shown again.</summary>
    public void Recall(Caller? caller)
    {
        Caller = caller;
        NewCustomer = caller is null && TextRule.Kept(Form.Customer.Name) is not null;
        NewContact = NewCustomer || Form.NewContact;
        NewSite = NewCustomer || Form.NewSite;
        NewMachine = NewCustomer || Form.NewAsset;
    }

    /// <summary>Empty for the next call.</summary>
    public void Clear()
    {
        Form = new();
        Callers = [];
        Outlook = null;
        Leave();
    }
}
