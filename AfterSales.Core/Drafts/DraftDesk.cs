using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Drafts;

/// <summary>A draft as it is offered again.</summary>
public sealed record DraftView(Guid Id, DateTimeOffset SavedAt, IReadOnlyDictionary<string, string> Fields);

/// <summary>Keeps what people type into long forms: each form being filled in is one draft of its person's own.</summary>
public sealed partial class DraftDesk(Sight sight, Writer writer, BusinessClock clock, Actor actor)
{
    /// <summary>Most characters of a draft's fields, as JSON.</summary>
    public const int MostCharacters = 200_000;

    /// <summary>Longest name of a form.</summary>
    public const int LongestForm = 80;

    /// <summary>How long a draft is offered after it was last typed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int Offered = 5;

    /// <summary>Chinese as it is; control characters escaped, which PostgreSQL would refuse; half a surrogate pair replaced.</summary>
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private long Me => actor.Id ?? throw new ForbiddenException("Drafts belong to people.");

    /// <summary>
    /// Stores what stands in the form now. Nothing happens when the form has been saved meanwhile, or when the draft is
    /// somebody else's. Refused: a form's name of another shape, too much text.
    /// </summary>
    public async Task<Result> Save(string form, Guid id, IReadOnlyDictionary<string, string> fields, CancellationToken stop = default)
    {
        var json = JsonSerializer.Serialize(fields, Written);
        var faults = new Checks()
            .When(form.Length > LongestForm || !FormName().IsMatch(form), "Drafts.BadForm")
            .When(json.Length > MostCharacters, "Shared.TooLong", null, MostCharacters, json.Length).Problems;
        if (faults.Count > 0)
        {
            return Result.Refused(faults);
        }

        var me = Me;
        await writer.Aside(id, async write =>
        {
            var draft = await write.Db.Drafts.SingleOrDefaultAsync(d => d.Id == id, write.Stop);
            if ((draft is not null && draft.PersonId != me) || await write.Db.WriteRequests.AnyAsync(r => r.Id == id, write.Stop))
            {
                return;
            }

            if (draft is null)
            {
                write.Db.Drafts.Add(new Draft { Id = id, PersonId = me, Form = form, Fields = json, SavedAt = write.Now });
                var old = write.Now - Kept;
                await write.Db.Drafts.Where(d => d.PersonId == me && d.SavedAt < old).ExecuteDeleteAsync(write.Stop);
                return;
            }

            (draft.Fields, draft.SavedAt) = (json, write.Now);
        }, stop);
        return Result.Done;
    }

    /// <summary>The person's own drafts of a form, newest first.</summary>
    public async Task<IReadOnlyList<DraftView>> Of(string form, CancellationToken stop = default)
    {
        var (me, since) = (Me, clock.Now - Kept);
        await using var db = await sight.Open(stop);
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.PersonId == me && d.Form == form && d.SavedAt >= since)
            .OrderByDescending(d => d.SavedAt).Take(Offered).ToListAsync(stop);
        return [.. drafts.Select(d => new DraftView(d.Id, d.SavedAt, JsonSerializer.Deserialize<Dictionary<string, string>>(d.Fields)!))];
    }

    /// <summary>Of these forms, those that were saved: their drafts are done with.</summary>
    public async Task<IReadOnlyList<Guid>> Saved(IReadOnlyList<Guid> ids, CancellationToken stop = default)
    {
        var me = Me;
        await using var db = await sight.Open(stop);
        return await db.WriteRequests.AsNoTracking().Where(r => ids.Contains(r.Id) && r.PersonId == me).Select(r => r.Id).ToListAsync(stop);
    }

    /// <summary>Thrown away by its person.</summary>
    public async Task Drop(Guid id, CancellationToken stop = default)
    {
        var me = Me;
        await writer.Aside(id, write => write.Db.Drafts.Where(d => d.Id == id && d.PersonId == me).ExecuteDeleteAsync(write.Stop), stop);
    }

    [GeneratedRegex("^[a-z-]{1,40}(/[A-Za-z0-9-]{1,39})?$")]
    private static partial Regex FormName();
}
