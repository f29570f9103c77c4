using AfterSales.Core.Assets;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Data.SampleData;

/// <summary>What the made-up history happens in: the firm's policy, lists and people as they stand in the database.</summary>
internal sealed class SampleSetting
{
    private readonly Dictionary<string, List<Person>> engineers = [];
    private readonly IReadOnlyList<Person> supervisors;
    private readonly Dictionary<string, long?> heads;
    private readonly Dictionary<long, Actor> actors;
    private readonly ListBook lists;
    private readonly Dictionary<string, IReadOnlyList<Term>> symptoms = [];

    private SampleSetting(DateTimeOffset now, TimeZoneInfo zone, ServicePolicy policy, ListBook lists, IReadOnlyList<Person> people)
    {
        (Now, Zone, Policy, this.lists) = (now, zone, policy, lists);
        Agents = [.. people.Where(p => p.Role == Role.Agent)];
        Engineers = [.. people.Where(p => p.Role == Role.Engineer)];
        supervisors = [.. people.Where(p => p.Role == Role.Supervisor)];
        heads = lists.Areas.ToDictionary(a => a.Code, a => a.SupervisorId);
        actors = people.ToDictionary(p => p.Id, p => p.AsActor());
        Join(Engineers);
    }

    /// <summary>The present, at which the history ends.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The company's zone.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The policy that every case is judged by.</summary>
    public ServicePolicy Policy { get; }

    /// <summary>客服.</summary>
    public IReadOnlyList<Person> Agents { get; }

    /// <summary>工程师; the first is the account that the sign-in page names.</summary>
    public IReadOnlyList<Person> Engineers { get; private set; }

    /// <summary>Reads it; there must be an agent, an engineer and a supervisor.</summary>
    public static async Task<SampleSetting> Read(AfterSalesDb db, DateTimeOffset now, TimeZoneInfo zone, CancellationToken stop)
    {
        var lists = new ListBook(
            await db.Terms.AsNoTracking().ToListAsync(stop), await db.Areas.AsNoTracking().ToListAsync(stop), await db.ProductLines.AsNoTracking().ToListAsync(stop),
            await db.Checklists.AsNoTracking().ToListAsync(stop), await db.WarrantyPolicies.AsNoTracking().ToListAsync(stop), await db.PayerTables.AsNoTracking().ToListAsync(stop), now);
        var people = await db.Users.AsNoTracking().Where(p => p.Active).OrderBy(p => p.Id).ToListAsync(stop);
        return new(now, zone, await db.PolicyAt(now, stop), lists, people);
    }

    /// <summary>True when there are people for each part in the story.</summary>
    public bool IsStaffed => Agents.Count > 0 && Engineers.Count > 0 && supervisors.Count > 0;

    /// <summary>A person as an actor.</summary>
    public Actor Actor(long id) => actors[id];

    /// <summary>The engineers of an area, else all.</summary>
    public IReadOnlyList<Person> EngineersOf(string? area) => engineers.GetValueOrDefault(area ?? "") ?? Engineers;

    /// <summary>More engineers.</summary>
    public void Join(IReadOnlyList<Person> hired)
    {
        Engineers = [.. Engineers.Union(hired)];
        foreach (var person in hired)
        {
            actors[person.Id] = person.AsActor();
            if (!engineers.TryGetValue(person.Area ?? "", out var crew))
            {
                engineers[person.Area ?? ""] = crew = [];
            }

            crew.Add(person);
        }
    }

    /// <summary>The supervisor of an area.</summary>
    public Actor SupervisorOf(string? area) =>
        Actor(area is not null && heads.GetValueOrDefault(area) is { } head && actors.ContainsKey(head) ? head : supervisors[0].Id);

    /// <summary>The coded symptoms of a product line.</summary>
    public IReadOnlyList<Term> Symptoms(string? line)
    {
        if (!symptoms.TryGetValue(line ?? "", out var known))
        {
            symptoms[line ?? ""] = known = lists.Terms(TermKind.Symptom, line);
        }

        return known;
    }

    /// <summary>R36: the checklists of a job.</summary>
    public IReadOnlyList<Checklist> Checklists(string? line, Cases.CaseType type) => lists.Checklists(line, type);

    /// <summary>Whether the firm builds such machines.</summary>
    public bool Builds(string line) => lists.LineOf(line) is not null;

    /// <summary>A product line's warranty policy.</summary>
    public string WarrantyOf(string line) => lists.LineOf(line)!.WarrantyPolicy;

    /// <summary>The Chinese name of a code.</summary>
    public string Name(TermKind kind, string code) => lists.Name(kind, code, "zh");

    /// <summary>Whether a machine was in warranty at an instant.</summary>
    public WarrantyCover Warranty(Asset asset, DateTimeOffset at) => lists.Warranty(asset, Zone.DayOf(at), Zone).Cover;
}
