using AfterSales.Core.Shared;

namespace AfterSales.Core.Customers;

/// <summary>联系人 as typed.</summary>
public sealed class ContactForm : EditForm<ContactForm>
{
    /// <summary>Most numbers of one person.</summary>
    public const int MostPhones = 10;

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Position.</summary>
    public string? Title { get; set; }

    /// <summary>What the person decides or does for the customer.</summary>
    public ContactRole? Role { get; set; }

    /// <summary>首选联系人: asked for first; of a customer's contacts one at most.</summary>
    public bool Preferred { get; set; }

    /// <summary>Numbers with what they are; blank lines are none.</summary>
    public List<PhoneForm> Phones { get; set; } = [];

    /// <summary>The numbers, each once.</summary>
    public IReadOnlyList<PhoneForm> Numbers => [.. Phones.Where(p => TextRule.Kept(p.Number) is not null).DistinctBy(p => p.Sameness)];

    /// <summary>The form of a stored contact.</summary>
    public static ContactForm Of(Contact c) => new ContactForm
    {
        Name = c.Name,
        Title = c.Title,
        Role = c.Role,
        Preferred = c.Preferred,
        Phones = [.. c.Phones.OrderBy(p => p.Id).Select(p => new PhoneForm { Kind = p.Kind, Number = p.Number })],
        Version = c.Version,
    }.Freshly();

    /// <summary>Every fault at once; a number's under "Phones[0].Number".</summary>
    public IReadOnlyList<Problem> Check()
    {
        var checks = new Checks()
            .Text(nameof(Name), Name, CustomerLimits.ContactName, required: true)
            .Text(nameof(Title), Title, CustomerLimits.ContactName)
            .Member(nameof(Role), Role)
            .When(Numbers.Count > MostPhones, "Customers.TooManyPhones", nameof(Phones), MostPhones);
        for (var i = 0; i < Phones.Count; i++)
        {
            var (line, number) = (Phones[i], $"{nameof(Phones)}[{i}].{nameof(PhoneForm.Number)}");
            checks.Text(number, line.Number, PhoneNumber.MaxLength)
                .Member($"{nameof(Phones)}[{i}].{nameof(PhoneForm.Kind)}", line.Kind)
                .When(TextRule.Kept(line.Number) is { } typed && TextRule.IsClean(typed) && typed.Length <= PhoneNumber.MaxLength && !line.Fits, "Customers.NotAPhone", number);
        }

        return checks.Problems;
    }

    /// <summary>Writes the form into the contact; its numbers have rows of their own.</summary>
    public void Fill(Contact c) => (c.Name, c.Title, c.Role, c.Preferred) = (TextRule.Kept(Name)!, TextRule.Kept(Title), Role, Preferred);
}

/// <summary>A number as typed.</summary>
public sealed class PhoneForm
{
    /// <summary>What it is; null goes by the number.</summary>
    public PhoneKind? Kind { get; set; }

    /// <summary>In any spelling; of WeChat the account.</summary>
    public string? Number { get; set; }

    /// <summary>Its comparable form.</summary>
    internal string Key => PhoneNumber.Key(Number, Kind);

    /// <summary>It can be called, or is an account.</summary>
    internal bool Fits => Kind == PhoneKind.WeChat ? Key.Length > 0 : PhoneNumber.CanBeCalled(Number);

    /// <summary>What makes two lines one number; a WeChat account may be the mobile number's own.</summary>
    internal (bool WeChat, string Key) Sameness => (Kind == PhoneKind.WeChat, Key);

    /// <summary>A number that says itself what it is.</summary>
    public static implicit operator PhoneForm(string number) => new() { Number = number };
}
