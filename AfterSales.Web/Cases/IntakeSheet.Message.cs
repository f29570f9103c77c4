using System.Text.RegularExpressions;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Messages;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Cases;

/// <summary>What a pasted message brings into the screen; what was typed or chosen before stays.</summary>
public sealed partial class IntakeSheet
{
    /// <summary>Parts of the message that somebody should look at before saving.</summary>
    public IReadOnlyList<MessageFind> ToCheck { get; private set; } = [];

    /// <summary>The machine that the message names, where it is on file with another customer than the one on hand: nobody but the agent knows which is right.</summary>
    public CallerStart? Elsewhere { get; private set; }

    /// <summary>It is that machine, and its customer.</summary>
    public void TakeElsewhere() => Choose(Elsewhere!.Caller, Elsewhere.AssetId);

    /// <summary>The message's parts, after its number and its machine were looked up: into the file on hand, else into a new one.</summary>
    public void Pour(PastedMessage message)
    {
        Form.Channel = Form.Channel == Channel.Phone ? Channel.Online : Form.Channel;
        Form.Received.Text = string.IsNullOrWhiteSpace(Form.Received.Text) ? message.Words : $"{Form.Received.Text}\n\n{message.Words}";
        Form.Description = TextRule.Cut(string.Join("\n\n", new[] { TextRule.Kept(Form.Description), TextRule.Kept(message.Words) }.Where(t => t is not null)), CaseLimits.Description);
        if (Caller is null)
        {
            var elsewhere = Elsewhere;
            Fresh(message[MessagePart.Firm] ?? message[MessagePart.Name]);
            Elsewhere = elsewhere;
            Form.Customer.Kind = message[MessagePart.Firm] is null ? CustomerKind.EndUser : Form.Customer.Kind;
        }

        Form.FurtherPhones = TextRule.Kept(Form.FurtherPhones) ?? message[MessagePart.FurtherPhones];
        Who(message[MessagePart.Name]);
        Where(message[MessagePart.Address]);
        Machinery(message);
        ToCheck = [.. message.Finds.Where(f => !f.Sure), .. NewCustomer && message[MessagePart.Firm] is null && message[MessagePart.Name] is { } name && Form.Customer.Name == name ? [new MessageFind(MessagePart.Firm, name, false)] : Array.Empty<MessageFind>()];
        Fault(message.Finds.FirstOrDefault(f => f.Part == MessagePart.Symptom), message.Body);
    }

    /// <summary>The message's number: it says whose it is where nobody was chosen.</summary>
    public void Ring(string phone) => (Form.Phone, callerChosen) = (phone, Caller is not null);

    /// <summary>
    /// The machine on file that the message names, null where none is: of the customer on hand it is chosen, and chooses its
    /// customer where nobody stands there yet. Another's is told, unless the message has the end of its number alone.
    /// </summary>
    public void Recognise(PastedMessage message, CallerStart? machine)
    {
        Elsewhere = null;
        if (machine is null)
        {
            return;
        }

        if (Caller is null && Fits(message, machine.Caller))
        {
            Choose(machine.Caller, machine.AssetId);
        }
        else if (Caller?.CustomerId == machine.Caller.CustomerId)
        {
            NewMachine = false;
            // Of a fleet's machines the list on hand has only the first.
            Caller = Caller with { Machines = [.. machine.Caller.Machines.Where(m => m.Id == machine.AssetId && Caller.Machines.All(k => k.Id != m.Id)), .. Caller.Machines] };
            Pick(machine.AssetId);
        }
        else if (message.Machine is { Tail: false })
        {
            Elsewhere = machine;
        }
    }

    /// <summary>A machine says whose it is where the message names the same firm, or no firm and more of the number than a tail, which is many machines'.</summary>
    public static bool Fits(PastedMessage message, Caller owner) => message[MessagePart.Firm] is { } firm
        ? SearchTails.Key(owner.Name) is var known && SearchTails.Key(firm) is var said && (known.Contains(said, StringComparison.Ordinal) || said.Contains(known, StringComparison.Ordinal))
        : message.Machine is { Tail: false };

    private void Who(string? name)
    {
        if (name is null || (Matched && Form.ContactId is not null))
        {
            return;
        }

        Form.ContactId = Caller?.Contacts.FirstOrDefault(c => TextRule.Key(c.Name) == TextRule.Key(name))?.Id;
        NewContact = Form.ContactId is null;
        Form.Contact.Name = NewContact ? TextRule.Kept(Form.Contact.Name) ?? name : null;
    }

    private void Where(string? address)
    {
        if (address is null || siteChosen || TextRule.Kept(Form.Site.Address) is not null)
        {
            return;
        }

        var key = SearchTails.Key(address);
        var fitting = Caller?.Sites.Where(s => SearchTails.Key(s.Address) is var known && (known.Contains(key, StringComparison.Ordinal) || key.Contains(known, StringComparison.Ordinal))).Take(2).ToList() ?? [];
        if (fitting is [var site])
        {
            ChooseSite(TextRule.Invariant(site.Id));
        }
        else if (fitting.Count == 0)
        {
            ChooseSite(New);
            Form.Site.Address = address;
        }
    }

    private void Machinery(PastedMessage message)
    {
        var (serial, plate, vin) = (message[MessagePart.Serial], message[MessagePart.Plate], message[MessagePart.Vin]);
        if ((serial ?? plate ?? vin) is null || (Form.AssetId is not null && serial is null) || Elsewhere is not null)
        {
            return;
        }

        var key = SearchTails.Number(serial);
        if (key.Length > 0 && Caller?.Machines.Where(m => SearchTails.Number(m.SerialNo).EndsWith(key, StringComparison.Ordinal)).Take(2).ToList() is [var machine])
        {
            NewMachine = false;
            Pick(machine.Id);
        }
        else if (Form.AssetId is null)
        {
            NewMachine = true;
            (Form.Asset.SerialNo, Form.Asset.Plate, Form.Asset.Vin) = (message.Of(MessagePart.Serial) is { Tail: false } ? serial : vin, plate, vin);
            Form.Asset.Model = TextRule.Kept(Form.Asset.Model) ?? message[MessagePart.Model];
        }
    }

    /// <summary>A coded symptom whose name the customer used, else the customer's words. Where they tell no fault for sure, one named elsewhere in what the customer wrote is taken beside them, to be checked.</summary>
    private void Fault(MessageFind? find, string body)
    {
        if (Form.Symptom is not null || TextRule.Kept(Form.SymptomText) is not null)
        {
            return;
        }

        var told = Coded(find?.Value);
        var elsewhere = told is null && find is not { Sure: true } ? Coded(body) : null;
        (Form.Symptom, Form.SymptomText) = ((told ?? elsewhere)?.Term.Code, told is null ? find?.Value : null);
        if (elsewhere is { } named)
        {
            ToCheck = [.. ToCheck.Where(f => f.Part != MessagePart.Symptom), new(MessagePart.Symptom, named.Name, false)];
        }
    }

    /// <summary>The listed symptom that the words name, and by which of its names; of several the longest.</summary>
    private (Term Term, string Name)? Coded(string? words)
    {
        var (plain, bare) = (TextRule.Key(words), SearchTails.Key(words ?? ""));
        var named = bare.Length == 0 ? [] : Book.Terms(TermKind.Symptom, Line).SelectMany(t => new[] { (Term: t, Name: t.NameZh), (Term: t, Name: t.NameEn) }).Where(t => Said(t.Name)).ToList();
        return named.Count == 0 ? null : named.MaxBy(t => t.Term.NameZh.Length);

        // Chinese stands without blanks; a name in letters begins where a word does.
        bool Said(string name) => name.All(char.IsAscii)
            ? Regex.IsMatch(plain, "(?<![a-z0-9])" + Regex.Escape(TextRule.Key(name)))
            : bare.Contains(SearchTails.Key(name), StringComparison.Ordinal);
    }
}
