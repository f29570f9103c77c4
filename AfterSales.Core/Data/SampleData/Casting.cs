using AfterSales.Core.Shared;
using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using AfterSales.Core.Warranty;

namespace AfterSales.Core.Data.SampleData;

/// <summary>Who calls about what: customer, machine, place, type and symptom of a case.</summary>
internal sealed record Casting(Client Client, Asset? Asset, Site? Site, CaseType Type, string? Symptom)
{
    private static readonly (CaseType, double)[] Types =
    [
        (CaseType.Repair, 50), (CaseType.Enquiry, 15), (CaseType.Maintenance, 10), (CaseType.Parts, 8), (CaseType.Installation, 5), (CaseType.Complaint, 2.2), (CaseType.Training, 2.5),
        (CaseType.Delivery, 2), (CaseType.Suggestion, 2.5), (CaseType.Return, 1.8), (CaseType.Recall, 1),
    ];

    private static readonly (Channel, double)[] Channels =
        [(Channel.Phone, 74), (Channel.Online, 11), (Channel.Email, 6), (Channel.Visitor, 5), (Channel.Letter, 4)];

    /// <summary>Chance, the fate, and now and then a fault that had been repaired (R30), decide.</summary>
    public static Casting Of(Stage stage, Fate fate)
    {
        var dice = stage.Dice;
        if (fate.Follows is { } follows)
        {
            var parent = follows.Parent;
            var machine = follows.Client.Assets.Find(a => a.Id == parent.AssetId);
            return new(follows.Client, machine, follows.Client.Customer.Sites.Find(s => s.Id == parent.SiteId), CaseType.Complaint, parent.Symptom);
        }

        var type = fate.Type ?? dice.Of(Types);
        if (type is CaseType.Repair or CaseType.Complaint && fate.Halt == Halt.Nowhere && dice.Chance(type == CaseType.Repair ? 0.03 : 0.1) && stage.Repeated(fate.OpenedAt) is var (asset, client, symptom))
        {
            return new(client, asset, client.Customer.Sites.Find(s => s.Id == asset.SiteId), type, symptom);
        }

        var (owned, owner) = Owned(stage, fate);
        var about = type is CaseType.Enquiry or CaseType.Suggestion or CaseType.Delivery or CaseType.Return or CaseType.Complaint && dice.Chance(0.35) ? null : owned;
        var coded = type is CaseType.Repair || type == CaseType.Complaint && about is not null ? dice.Of(stage.Setting.Symptoms(about?.ProductLine)).Code : null;
        return new(owner, about, owner.Customer.Sites.Find(s => s.Id == owned.SiteId), type, coded);
    }

    /// <summary>The case as it is taken in.</summary>
    public ServiceCase Draft(Stage stage, Fate fate, Actor agent)
    {
        var dice = stage.Dice;
        Impact? impact = Type == CaseType.Repair ? dice.Of([(Impact.Stopped, 35.0), (Impact.Impaired, 45.0), (Impact.None, 20.0)]) : Type.IsService() ? Impact.None : null;
        var mode = Type is CaseType.Repair or CaseType.Maintenance && fate.Halt == Halt.Nowhere && dice.Chance(0.25) ? ServiceMode.Remote : Type.DefaultMode(ServiceMode.OnSite);
        return new ServiceCase
        {
            Id = stage.Ids.Case(),
            Number = fate.Follows?.Number ?? stage.Ids.Number("SC", stage.Setting.Zone.DayOf(fate.OpenedAt)),
            Channel = fate.Follows is null && fate.Halt == Halt.Nowhere ? dice.Of(Channels) : Channel.Phone,
            Type = Type,
            CustomerId = Client.Customer.Id,
            ContactId = dice.Of(Client.Customer.Contacts).Id,
            SiteId = Site?.Id,
            AssetId = Asset?.Id,
            Symptom = Symptom,
            SymptomKey = Symptom ?? "",
            Description = fate.Follows?.Words ?? Described(stage),
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
        Asset is not null && WarrantyState.On(stage.Setting.Zone.DayOf(fate.OpenedAt), Asset.WarrantyStart, stage.Setting.Months(Asset.WarrantyPolicy)).Cover == WarrantyCover.Out;

    private string Described(Stage stage)
    {
        var dice = stage.Dice;
        var machine = Asset is null ? "设备" : Asset.Model;
        var part = dice.Of(Machines.Of(Asset?.ProductLine ?? "").Parts).Name;
        return Type switch
        {
            CaseType.Repair => Words.Fault(dice, machine, stage.Setting.Symptoms(Asset?.ProductLine).First(s => s.Code == Symptom).NameZh),
            CaseType.Complaint => dice.Of(Words.Complaints),
            CaseType.Enquiry => Words.Filled(dice.Of(Words.Enquiries), machine, dice.Int(2, 40) * 5),
            CaseType.Parts => Words.Filled(Words.Requests[dice.Int(0, 2)], part, dice.Int(1, 20)),
            CaseType.Training => Words.Filled(Words.Requests[2], part, dice.Int(2, 9)),
            CaseType.Installation => Words.Requests[3],
            CaseType.Maintenance => Words.Requests[4],
            CaseType.Suggestion => Words.Filled(Words.Requests[5], machine, 0),
            CaseType.Return => Words.Filled(Words.Requests[6], part, 0),
            CaseType.Recall => $"{machine}批次检查通知后，请安排上门检查更换{part}。",
            _ => Words.Requests[7],
        };
    }

    /// <summary>A machine that was there at the time, of a customer who was one.</summary>
    private static (Asset, Client) Owned(Stage stage, Fate fate)
    {
        var day = stage.Setting.Zone.DayOf(fate.OpenedAt);
        for (var i = 0; ; i++)
        {
            var (asset, client) = stage.Dice.Of(stage.World.Assets);
            var known = client.Customer.FirstContactOn <= day && !(asset.DeliveredOn > day);
            var near = fate.EngineerId is not { } engineer || stage.Setting.EngineersOf(client.Customer.Area).Any(e => e.Id == engineer);
            if (i > 200 || known && near)
            {
                return (asset, client);
            }
        }
    }
}
