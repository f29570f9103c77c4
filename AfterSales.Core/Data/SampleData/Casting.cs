using AfterSales.Core.Shared;
using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using AfterSales.Core.Warranty;

namespace AfterSales.Core.Data.SampleData;

/// <summary>Who calls about what: customer, machine, place, type and symptom of a case.</summary>
internal sealed record Casting(Client Client, Asset? Asset, Site? Site, CaseType Type, string? Symptom, ServiceMode? Mode = null, string? Remedy = null)
{
    private static readonly (CaseType, double)[] Types =
    [
        (CaseType.Repair, 50), (CaseType.Enquiry, 15), (CaseType.Maintenance, 10), (CaseType.Parts, 8), (CaseType.Installation, 5), (CaseType.Complaint, 2.2), (CaseType.Training, 2.5),
        (CaseType.Delivery, 2), (CaseType.Suggestion, 2.5), (CaseType.Return, 1.8), (CaseType.Recall, 1),
    ];

    private static readonly Dictionary<Effect, (Impact, double)[]> Impacts = new()
    {
        [Effect.Stops] = [(Impact.Stopped, 1)],
        [Effect.Impairs] = [(Impact.Stopped, 20), (Impact.Impaired, 72), (Impact.None, 8)],
        [Effect.Bothers] = [(Impact.Impaired, 35), (Impact.None, 65)],
    };

    private static readonly (Channel, double)[] Channels =
        [(Channel.Phone, 74), (Channel.Online, 11), (Channel.Email, 6), (Channel.Visitor, 5), (Channel.Letter, 4)];

    /// <summary>Chance, the fate, and now and then a fault that had been repaired (R30), decide.</summary>
    public static Casting Of(Stage stage, Fate fate)
    {
        var dice = stage.Dice;
        if (fate.Follows is { } follows)
        {
            var parent = follows.Parent;
            var about = follows.Client.Assets.Find(a => a.Id == parent.AssetId);
            return new(follows.Client, about, follows.Client.Customer.Sites.Find(s => s.Id == parent.SiteId), CaseType.Complaint, parent.Symptom);
        }

        var type = fate.Type ?? dice.Of(Types);
        var day = stage.Setting.Zone.DayOf(fate.OpenedAt);
        if (type == CaseType.Installation)
        {
            if (stage.ToInstall(day) is var (delivered, buyer))
            {
                return new(buyer, delivered, SiteOf(buyer, delivered), type, null);
            }

            type = CaseType.Maintenance;
        }

        if (fate.Halt == Halt.Nowhere && type is CaseType.Repair or CaseType.Complaint && dice.Chance(type == CaseType.Repair ? 0.03 : 0.5) && stage.Repeated(fate.OpenedAt) is var (asset, client, symptom) && stage.TakesCall(client, asset, day))
        {
            return new(client, asset, SiteOf(client, asset), type, type == CaseType.Repair || dice.Chance(0.2) ? symptom : null);
        }

        var (owned, owner) = Owned(stage, fate, day);
        var machine = owned is null || type == CaseType.Complaint || type is CaseType.Enquiry or CaseType.Suggestion or CaseType.Delivery or CaseType.Return && dice.Chance(0.35) ? null : owned;
        type = owned is null ? CaseType.Enquiry : type;
        return new(owner, machine, SiteOf(owner, owned), type, type == CaseType.Repair ? dice.Of(stage.Setting.Symptoms(machine?.ProductLine)).Code : null);
    }

    private static Site? SiteOf(Client client, Asset? asset) => client.Customer.Sites.Find(s => s.Id == asset?.SiteId);

    /// <summary>The case as it is taken in.</summary>
    public ServiceCase Draft(Stage stage, Fate fate, Actor agent)
    {
        var dice = stage.Dice;
        var fault = Faults.Of(Symptom);
        Impact? impact = Type == CaseType.Repair ? dice.Of(Impacts[fault.Effect]) : Type.IsService() ? Impact.None : null;
        var mode = Mode is { } given ? given : Type == CaseType.Repair && fault.ByPhone && fate.Halt == Halt.Nowhere && dice.Chance(0.4) ? ServiceMode.Remote : Type.DefaultMode(ServiceMode.OnSite);
        var channel = fate.Follows?.Channel ?? (fate.Halt == Halt.Nowhere ? dice.Of(Channels) : Channel.Phone);
        var contact = dice.Of(Client.Customer.Contacts);
        var words = fate.Follows?.Words ?? Described(stage, impact);
        var came = fate.Follows is null ? channel : Channel.Phone;
        return new ServiceCase
        {
            Id = stage.Ids.Case(),
            Number = fate.Follows?.Number ?? stage.Ids.Number("SC", stage.Setting.Zone.DayOf(fate.OpenedAt)),
            Channel = channel,
            VisitorName = came == Channel.Visitor ? contact.Name : null,
            VisitedAt = came == Channel.Visitor ? fate.OpenedAt.AddMinutes(-(fate.OpenedAt.Minute % 9)) : null,
            LetterOn = came == Channel.Letter ? stage.Setting.Zone.DayOf(fate.OpenedAt).AddDays(-2 - (fate.OpenedAt.Minute % 4)) : null,
            LetterSubject = came == Channel.Letter ? Words.Subject(Type) : null,
            ReceivedText = came is Channel.Online or Channel.Email ? Words.AsSent(words, contact.Name) : null,
            Type = Type,
            CustomerId = Client.Customer.Id,
            ContactId = contact.Id,
            SiteId = Site?.Id,
            AssetId = Asset?.Id,
            Symptom = Symptom,
            SymptomKey = Symptom ?? "",
            Description = words,
            Impact = impact,
            Priority = Type == CaseType.Complaint ? Priority.High : impact.Suggested(),
            Mode = mode,
            AgentId = agent.Id,
            OwnerId = agent.Id,
            OpenedAt = fate.OpenedAt,
            DistanceKm = Site?.DistanceKm,
            QuoteFirst = Type is CaseType.Repair or CaseType.Maintenance && mode == ServiceMode.OnSite && Out(stage, fate),
            PolicyId = stage.Setting.Policy.Id,
            ParentId = fate.Follows?.Parent.Id,
            RepeatOfId = Type is CaseType.Repair or CaseType.Complaint ? stage.EarlierRepair(Asset?.Id, Symptom, fate.OpenedAt) : null,
            Area = Site?.Area ?? Client.Customer.Area,
            ProductLine = Asset?.ProductLine,
        };
    }

    private bool Out(Stage stage, Fate fate) =>
        Asset is not null && stage.Setting.Warranty(Asset, fate.OpenedAt) == WarrantyCover.Out;

    private string Described(Stage stage, Impact? impact) => Type == CaseType.Complaint
        ? Opinions.About(stage.Dice, visited: Asset is not null).Words
        : Words.Of(Type, stage.Dice, Asset, stage.Setting.Symptoms(Asset?.ProductLine).FirstOrDefault(s => s.Code == Symptom)?.NameZh, impact);

    /// <summary>A machine that was in use at the time, of a customer who was one; none where there is none yet.</summary>
    private static (Asset?, Client) Owned(Stage stage, Fate fate, DateOnly day)
    {
        for (var i = 0; i < 1000; i++)
        {
            var (asset, client) = stage.Dice.Of(stage.World.Assets);
            var known = client.Customer.FirstContactOn <= day && World.UsedFrom(asset) <= day;
            var near = i > 400 || fate.EngineerId is not { } engineer || stage.Setting.EngineersOf(client.Customer.Area).Any(e => e.Id == engineer);
            if (known && near && stage.TakesCall(client, asset, day))
            {
                return (asset, client);
            }
        }

        return (null, stage.World.Clients.MinBy(c => c.Customer.FirstContactOn)!);
    }
}
