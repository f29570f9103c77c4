using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Data.SampleData;

/// <summary>What stories share: the setting, the world, chance, the counters, and what is remembered of earlier stories.</summary>
internal sealed class Stage(SampleSetting setting, World world, Dice dice, Counters ids)
{
    private readonly PriorityQueue<Fate, DateTimeOffset> later = new();
    private readonly Dictionary<(long Asset, string Symptom), (long Case, DateTimeOffset ResolvedAt)> repairs = [];
    private readonly (long Asset, string Symptom, DateTimeOffset ResolvedAt)[] recent = new (long, string, DateTimeOffset)[512];
    private readonly Dictionary<long, (Asset, Client)> machines = world.Assets.ToDictionary(a => a.Asset.Id, a => (a.Asset, a.Client));
    private readonly Queue<(Asset Asset, Client Client)> delivered = new(world.Assets.Where(a => a.Asset.DeliveredOn >= world.Begins).OrderBy(a => a.Asset.DeliveredOn));
    private readonly Dictionary<long, (DateOnly Day, int Calls)> callers = [];
    private readonly Dictionary<long, DateOnly> calledAbout = [];
    private int repaired;
    private int taken;

    public SampleSetting Setting => setting;

    public World World => world;

    public Dice Dice => dice;

    public Counters Ids => ids;

    /// <summary>Machines whose days were settled by their installation.</summary>
    public List<Asset> Moved { get; } = [];

    /// <summary>Where the engineers are.</summary>
    public Roster Roster { get; } = new(setting, dice);

    /// <summary>How many openings by chance are still to come.</summary>
    public int Free { get; set; }

    /// <summary>False where there is no more room for a story that another one leads to.</summary>
    public bool HasRoom => Free > taken;

    /// <summary>A story that begins later, because another one leads to it; the next one by chance makes room for it.</summary>
    public void Later(Fate fate)
    {
        taken++;
        later.Enqueue(fate, fate.OpenedAt);
    }

    /// <summary>One opening by chance comes up: true where it is told, false where a story that another leads to has its place.</summary>
    public bool Takes()
    {
        Free--;
        if (taken == 0)
        {
            return true;
        }

        taken--;
        return false;
    }

    /// <summary>The next of these that begins before the instant.</summary>
    public Fate? Begun(DateTimeOffset before) =>
        later.TryPeek(out _, out var at) && at < before ? later.Dequeue() : null;

    /// <summary>R9: the next machine that was delivered by then and stands uninstalled.</summary>
    public (Asset Asset, Client Client)? ToInstall(DateOnly day)
    {
        while (delivered.TryPeek(out var next) && next.Asset.DeliveredOn < day && next.Asset.InstalledOn <= day)
        {
            delivered.Dequeue();
        }

        return delivered.TryPeek(out var due) && due.Asset.DeliveredOn < day ? delivered.Dequeue() : null;
    }

    /// <summary>Takes a call unless the customer has called about two things that day, or about the machine some days ago.</summary>
    public bool TakesCall(Client client, Asset asset, DateOnly day)
    {
        var (last, calls) = callers.GetValueOrDefault(client.Customer.Id);
        if ((last == day && calls > 1) || calledAbout.GetValueOrDefault(asset.Id) > day.AddDays(-4))
        {
            return false;
        }

        callers[client.Customer.Id] = (day, last == day ? calls + 1 : 1);
        calledAbout[asset.Id] = day;
        return true;
    }

    /// <summary>R30: keeps what was repaired.</summary>
    public void Remember(ServiceCase c)
    {
        if (c is { Type: CaseType.Repair or CaseType.Complaint, AssetId: { } asset, Symptom: { } symptom, ResolvedAt: { } resolved })
        {
            repairs[(asset, symptom)] = (c.Id, resolved);
            recent[repaired++ % recent.Length] = (asset, symptom, resolved);
        }
    }

    /// <summary>R30: the repair that this one repeats.</summary>
    public long? EarlierRepair(long? asset, string? symptom, DateTimeOffset at) =>
        asset is { } a && symptom is not null && repairs.TryGetValue((a, symptom), out var earlier) && earlier.ResolvedAt <= at
        && setting.Zone.DayOf(at).DayNumber - setting.Zone.DayOf(earlier.ResolvedAt).DayNumber <= setting.Policy.RecurrenceDays ? earlier.Case : null;

    /// <summary>One of the recently repaired machines, with its symptom.</summary>
    public (Asset Asset, Client Client, string Symptom)? Repeated(DateTimeOffset at)
    {
        var (asset, symptom, resolved) = recent[dice.Int(0, recent.Length)];
        return resolved == default || resolved > at ? null : (machines[asset].Item1, machines[asset].Item2, symptom);
    }
}
