using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;

namespace AfterSales.Web.Cases;

/// <summary>What stands on the intake screen: the form, whose call it is, what a save would promise.</summary>
public sealed partial class IntakeSheet(ListBook book, string culture)
{
    /// <summary>The key, in a list of what is on file, of what is typed anew.</summary>
    public const string New = "0";

    private readonly Latest choosing = new();
    private bool callerChosen, siteChosen;
    private AssetForm? aside;

    /// <summary>What is typed and chosen.</summary>
    public IntakeForm Form { get; private set; } = new();

    /// <summary>How it is sent.</summary>
    public Sending Sending { get; } = new();

    /// <summary>The lists to choose from.</summary>
    public ListBook Book => book;

    /// <summary>Everybody whose number it is.</summary>
    public IReadOnlyList<CallerMatch> Callers { get; private set; } = [];

    /// <summary>The customer chosen; null while none is.</summary>
    public Caller? Caller { get; private set; }

    /// <summary>The number belongs to the chosen customer.</summary>
    public bool Matched => Caller is not null && Callers.Any(c => c.CustomerId == Caller.CustomerId);

    /// <summary>A new customer is being typed.</summary>
    public bool NewCustomer { get; set; }

    /// <summary>A new person is being typed.</summary>
    public bool NewContact { get; set; }

    /// <summary>Somebody not on file speaks for a customer on file, and the name is still to be asked.</summary>
    public bool AsksWho => Caller is not null && NewContact && string.IsNullOrWhiteSpace(Form.Contact.Name);

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

    /// <summary>The key chosen in a list of what is on file; null for none, and for a new one.</summary>
    public static long? Key(string? picked) => picked != New && long.TryParse(picked, out var id) ? id : null;

    /// <summary>The number is typed: whose it is will be looked up.</summary>
    public void Dial(string? phone) => (Form.Phone, callerChosen) = (phone, false);

    /// <summary>
    /// Takes the customers of the number that rang: the one called last is chosen, a known number's customer is left when the
    /// number is another's. Who was chosen by hand since the number was typed stays. True when the number's customer stands there by it.
    /// </summary>
    public bool Rang(Ringing ringing)
    {
        var left = Matched && ringing.Callers.All(c => c.CustomerId != Caller!.CustomerId);
        Callers = ringing.Callers;
        if (callerChosen)
        {
            return false;
        }

        if (left)
        {
            Empty();
        }

        if (ringing.Latest is { } latest && !Matched)
        {
            Take(latest, null);
        }

        return Matched;
    }

    /// <summary>
    /// The customer it is: with one place or machine, that one. A number that nobody there has is mostly a new person's.
    /// </summary>
    public void Choose(Caller caller, long? assetId = null)
    {
        Take(caller, assetId);
        callerChosen = true;
    }

    /// <summary>The customer asked for last, once its file is read; true when it stands there. Whoever turns to another customer meanwhile wants it no more.</summary>
    public Task<bool> Choose(Func<Task<Caller>> file) => choosing.Ask(file, caller => Choose(caller));

    /// <inheritdoc cref="Choose(Func{Task{Caller}})"/>
    public Task<bool> Choose(Func<Task<CallerStart>> file) => choosing.Ask(file, start => Choose(start.Caller, start.AssetId));

    private void Take(Caller caller, long? assetId)
    {
        Array.ForEach(["Customer", "CustomerId", "Contact", "ContactId", "Site", "SiteId", "Asset", "AssetId"], Problems.Forget);
        (Caller, NewCustomer, NewSite, NewMachine, siteChosen) = (caller, false, false, false, false);
        Form.CustomerId = caller.CustomerId;
        Form.ContactId = caller.ContactId;
        NewContact = caller.ContactId is null && (caller.Contacts.Count == 0 || PhoneNumber.Key(Form.Phone).Length > 0 || Form.NewContact);
        if (caller is { ContactId: null, Contacts: [var only] } && !NewContact)
        {
            Form.ContactId = only.Id;
        }

        Form.SiteId = caller.Sites is [var site] ? site.Id : null;
        Pick(assetId ?? (caller.Machines is [var machine] ? machine.Id : null));
        // What was typed anew before and would be saved is seen.
        (NewSite, NewMachine) = (Form.NewSite, Form.NewAsset);
    }

    /// <summary>The customer was left, and no other is chosen yet.</summary>
    public bool Seeking => callerChosen && Caller is null && !NewCustomer;

    /// <summary>Another customer than the one shown.</summary>
    public void Leave()
    {
        choosing.Forget();
        Empty();
        callerChosen = true;
    }

    private void Empty()
    {
        siteChosen = false;
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

    /// <summary>The place as it was chosen from the list, which no machine changes any more.</summary>
    public void ChooseSite(string picked) => (NewSite, Form.SiteId, siteChosen) = (picked == New, Key(picked), true);

    /// <summary>The machine it is about; it brings its place unless that was chosen, and a symptom that its line does not know becomes words, where none stand beside it.</summary>
    public void Pick(long? assetId)
    {
        (Form.AssetId, Elsewhere) = (assetId, null);
        Form.SiteId = siteChosen ? Form.SiteId : Machine?.SiteId ?? Form.SiteId;
        if (Form.Symptom is { } code && Book.Terms(TermKind.Symptom, Line).All(t => t.Code != code))
        {
            (Form.Symptom, Form.SymptomText) = (null, TextRule.Kept(Form.SymptomText) ?? Book.Name(TermKind.Symptom, code, culture));
        }
    }

    /// <summary>
    /// The machine as it was chosen from the list: what was typed of a new one is put aside with its fields, so that nothing
    /// unseen is saved or refused, and comes back with them.
    /// </summary>
    public void PickMachine(string picked)
    {
        NewMachine = picked == New;
        (Form.Asset, aside) = NewMachine ? (aside ?? Form.Asset, null) : (new AssetForm(), Form.NewAsset ? Form.Asset : aside);
        Pick(Key(picked));
    }

    /// <summary>The impact; a machine that stands or limps is to be repaired unless something else was said.</summary>
    public void Say(Impact impact)
    {
        Problems.Forget(nameof(Form.Impact));
        Form.Impact = impact;
        Form.Type ??= impact == Impact.None ? null : CaseType.Repair;
    }

    /// <summary>After a draft was put back: what was chosen stays, and what was being typed anew is shown again.</summary>
    public void Recall(Caller? caller)
    {
        (Form.ContactId, Form.SiteId, Form.AssetId) = (Kept(Form.ContactId), Kept(Form.SiteId), Kept(Form.AssetId));
        Caller = caller;
        NewCustomer = caller is null && TextRule.Kept(Form.Customer.Name) is not null;
        NewContact = NewCustomer || Form.NewContact;
        NewSite = NewCustomer || Form.NewSite;
        NewMachine = NewCustomer || Form.NewAsset;
        callerChosen = caller is not null || NewCustomer;
        siteChosen = Form.SiteId is not null && Form.SiteId != Machine?.SiteId || NewSite;
    }

    private static long? Kept(long? id) => Key(TextRule.Invariant(id));

    /// <summary>Empty for the next call.</summary>
    public void Clear()
    {
        (Form, aside) = (new(), null);
        Callers = [];
        Outlook = null;
        ToCheck = [];
        callerChosen = false;
        choosing.Forget();
        Empty();
    }
}
