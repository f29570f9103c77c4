using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Data.SampleData;

/// <summary>A customer with its place and machines.</summary>
internal sealed record Client(Customer Customer, Place Place, List<Asset> Assets);

/// <summary>The installed base: dealers, customers with contacts and sites, machines.</summary>
internal sealed class World(SampleSetting setting, Dice dice, Counters ids, DateOnly begins)
{
    private readonly HashSet<string> names = [];
    private readonly (Place, double)[] places = [.. Places.Cities.Select(p => (p, (double)p.Weight))];
    private readonly (Machines.Line, double)[] lines = [.. Machines.Lines.Where(l => setting.Builds(l.Code)).Select(l => (l, l.Weight))];
    private readonly Machines.Line? vehicles = setting.Builds(Machines.Vehicles.Code) ? Machines.Vehicles : null;
    private readonly Dice own = new(SamplePlan.FixedSeed);
    private readonly DateOnly today = setting.Zone.DayOf(setting.Now);

    /// <summary>The first day of the history.</summary>
    public DateOnly Begins => begins;

    /// <summary>Every customer.</summary>
    public List<Client> Clients { get; } = [];

    /// <summary>Every machine with its customer.</summary>
    public List<(Asset Asset, Client Client)> Assets { get; } = [];

    /// <summary>Founds so many customers with so many machines; answers the rows.</summary>
    public IEnumerable<object> Found(int customers, int machines)
    {
        for (var i = 0; i < customers; i++)
        {
            var client = Client(i < customers / 20 ? CustomerKind.Dealer : dice.Chance(0.7) ? CustomerKind.Direct : CustomerKind.EndUser);
            Clients.Add(client);
            yield return client.Customer;
            foreach (var key in SearchTails.Whole(client.Customer))
            {
                yield return key;
            }
        }

        var dealers = Clients.Where(c => c.Customer.Kind == CustomerKind.Dealer).ToList();
        var owners = Clients.Where(c => c.Customer is { Sites.Count: > 0, Kind: not CustomerKind.Dealer }).ToList();
        for (var i = 0; i < machines; i++)
        {
            var owner = i < owners.Count ? owners[i] : dice.Of(owners);
            var asset = Machine(owner, dealers);
            owner.Assets.Add(asset);
            Assets.Add((asset, owner));
            yield return asset;
            foreach (var row in SearchTails.Of(asset).Concat(Fittings.Of(asset, own, today, ids.Component)))
            {
                yield return row;
            }
        }
    }

    /// <summary>From when somebody may call about a machine: accepted, else installed, else some weeks after its delivery.</summary>
    public static DateOnly UsedFrom(Asset asset) => asset.AcceptedOn ?? asset.InstalledOn ?? asset.DeliveredOn?.AddDays(60) ?? DateOnly.MinValue;

    private Client Client(CustomerKind kind)
    {
        var place = dice.Of(places);
        var isNew = dice.Chance(0.13);
        var first = isNew ? today.AddDays(-dice.Int(0, Math.Max(1, today.DayNumber - begins.DayNumber))) : begins.AddDays(-dice.Int(20, 2500));
        var filed = Filed(first, isNew);
        var (id, name) = (ids.Customer(), Name(place, kind));
        var customer = new Customer
        {
            Id = id,
            Code = ids.Number("KH", first),
            Name = name,
            NameKey = TextRule.Key(name),
            Kind = kind,
            Tier = dice.Of([(CustomerTier.A, 15.0), (CustomerTier.B, 45.0), (CustomerTier.C, 40.0)]),
            Vip = dice.Chance(0.05),
            Area = filed is null ? null : place.Area,
            FirstContactOn = first,
            FiledOn = filed,
            FiledById = filed is null ? null : dice.Of(setting.Agents).Id,
        };
        for (var i = dice.Of([(1, 55.0), (2, 35.0), (3, 10.0)]); i > 0; i--)
        {
            var contact = Persons.Contact(ids.Contact(), id, place, dice);
            contact.Phones.ForEach(p => p.Id = ids.Phone());
            customer.Contacts.Add(contact);
        }

        if (customer.Contacts.Count > 1)
        {
            customer.Contacts[0].Preferred = true;
        }

        FileNotes.Write(customer, today);
        for (var i = filed is null ? 0 : dice.Chance(0.12) ? 2 : 1; i > 0; i--)
        {
            customer.Sites.Add(Site(id, place));
        }

        return new Client(customer, place, []);
    }

    /// <summary>R5: mostly the same or next day; now and then late; of the newest some not yet.</summary>
    private DateOnly? Filed(DateOnly first, bool isNew)
    {
        if (!isNew)
        {
            return first.AddDays(dice.Int(0, 3));
        }

        var filed = first.AddDays(dice.Chance(0.95) ? dice.Int(0, 3) : dice.Int(3, 8));
        return filed > today || dice.Chance(0.02) ? null : filed;
    }

    private Site Site(long customerId, Place place)
    {
        var site = Measured(customerId, place);
        if (site.Id % 17 == 0)
        {
            (site.DistanceKm, site.DistanceFromArea) = (Places.Usual[place.Area], true);
        }

        return site;
    }

    private Site Measured(long customerId, Place place) => new()
    {
        Id = ids.Site(),
        CustomerId = customerId,
        Address = $"{(place.Province.TrimEnd('市') == place.City ? "" : place.Province)}{place.City}市{dice.Of(Places.Parks)}{dice.Of(Places.Streets)}{dice.Int(1, 400)}号",
        Area = place.Area,
        DistanceKm = dice.Chance(0.02) ? null : Math.Max(3, (int)(place.Km * dice.Real(0.96, 1.05)) + dice.Int(-8, 12)),
    };

    private string Name(Place place, CustomerKind kind)
    {
        var name = place.City + dice.Of(Places.FirmNames) + (kind == CustomerKind.Dealer ? dice.Of(Places.DealerKinds) : dice.Of(Places.FirmKinds));
        for (var branch = 2; !names.Add(name); branch++)
        {
            name = $"{name.Split('第')[0]}第{branch}分厂";
        }

        return name;
    }

    private Asset Machine(Client owner, List<Client> dealers)
    {
        var drawn = dice.Of(lines);
        var line = vehicles is not null && own.Chance(0.06) ? vehicles : drawn;
        var (id, model) = (ids.Asset(), dice.Of(line.Models));
        var first = owner.Customer.FirstContactOn!.Value;
        var age = (int)(1 + 2600 * Math.Pow(dice.Real(0, 1), 1.4));
        var delivered = today.AddDays(-age) is var day && day < first ? first.AddDays(dice.Int(1, 12)) : day;
        delivered = delivered > today ? today : delivered;
        var installed = delivered.AddDays(dice.Int(4, 25));
        var accepted = installed.AddDays(dice.Int(2, 15));
        var asset = new Asset
        {
            Id = id,
            SerialNo = $"{model.Split('/')[0].Replace("-", "", StringComparison.Ordinal).Replace('×', 'X')}-{delivered:yyMM}-{id:0000}",
            ProductLine = line.Code,
            Model = model,
            CustomerId = owner.Customer.Id,
            SiteId = dice.Of(owner.Customer.Sites).Id,
            DeliveredOn = dice.Chance(0.03) && age > 900 ? null : delivered,
            InstalledOn = installed > today || age > 900 && dice.Chance(0.04) ? null : installed,
            AcceptedOn = accepted > today || dice.Chance(0.06) ? null : accepted,
            DealerId = dealers.Count > 0 && dice.Chance(owner.Customer.Kind == CustomerKind.EndUser ? 0.6 : 0.12) ? dice.Of(dealers).Customer.Id : null,
            WarrantyPolicy = setting.WarrantyOf(line.Code),
        };
        Fittings.Equip(asset, owner.Place, own);
        return asset;
    }
}
