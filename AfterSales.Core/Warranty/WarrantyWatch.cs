using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Warranty;

/// <summary>
/// Tells the area's supervisor, once, of each right to exchange or return that arose, whenever it did. Each hour it looks at
/// machines with a repair under way or lately done, for days alone can make a right arise (R21, R22); once a day at all, so
/// that one of before the program, or of an imported history, is told too. Of old ones some a run, the newest first: the
/// first days don't bury what is new.
/// </summary>
public sealed class WarrantyWatch(IDbContextFactory<AfterSalesDb> factory, Writer writer, Lists lists, BusinessClock clock)
{
    private const int Batch = 200;
    private const int LongestKey = 40;

    /// <summary>So many rights that arose earlier than <see cref="Lately"/> are told in one run.</summary>
    public const int OldARun = 10;

    /// <summary>How long after a repair its machine is still looked at, should the computer have been off.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(14);

    /// <summary>Looks once, at <paramref name="all"/> machines or those of lately; answers how many rights stand among them.</summary>
    public async Task<int> Run(bool all = false, CancellationToken stop = default)
    {
        var book = await lists.Book(stop);
        var (found, untold) = (0, new List<(Asset Machine, RightCount Count)>());
        foreach (var batch in (await Asked(all, stop)).Chunk(Batch))
        {
            var arisen = await Arisen(batch, book, stop);
            found += arisen.Count;
            untold.AddRange(await Untold(arisen, stop));
        }

        var lately = clock.Today.AddDays(-Lately.Days);
        var now = untold.Where(r => r.Count.AroseOn >= lately).Concat(untold.Where(r => r.Count.AroseOn < lately).OrderByDescending(r => r.Count.AroseOn).Take(OldARun)).ToList();
        if (now.Count > 0)
        {
            await writer.Run(Guid.NewGuid(), write => Tell(write, now), stop);
        }

        return found;
    }

    /// <summary>The machines whose preset has rights, with a repair: one under way or lately done, or any.</summary>
    private async Task<List<long>> Asked(bool all, CancellationToken stop)
    {
        await using var db = await factory.CreateDbContextAsync(stop);
        var presets = (await db.WarrantyPolicies.AsNoTracking().ToListAsync(stop)).Where(p => p.Rights.Count > 0).Select(p => p.Code).Distinct().ToList();
        var since = all ? DateTimeOffset.UnixEpoch : clock.Now - Lately;
        var sinceDay = clock.Zone.DayOf(since);
        var machines = db.Cases.Where(OpenCases.IsOpen).Where(c => c.Type == CaseType.Repair && c.AssetId != null).Select(c => c.AssetId!.Value)
            .Union(db.CaseFacts.Where(f => f.ResolvedAt >= since && f.AssetId != null).Select(f => f.AssetId!.Value))
            .Union(db.Components.Where(c => c.RemovedFor == RemovalReason.Fault && c.RemovedOn >= sinceDay).Select(c => c.AssetId));
        return await db.Assets.Where(a => machines.Contains(a.Id) && presets.Contains(a.WarrantyPolicy)).Select(a => a.Id).ToListAsync(stop);
    }

    private async Task<IReadOnlyList<(Asset Machine, RightCount Count)>> Arisen(long[] ids, ListBook book, CancellationToken stop)
    {
        await using var db = await factory.CreateDbContextAsync(stop);
        var machines = await db.Assets.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(stop);
        var facts = await db.Facts(book, machines, clock.Zone, stop);
        return
        [
            .. from machine in machines
               from count in SanBao.Read(book.PolicyOf(machine, clock.Zone), facts[machine.Id], clock.Today).Arisen
               where count.Stands && count.Right.Claim.Returns()
               select (machine, count),
        ];
    }

    /// <summary>Those of which no supervisor was told; read before the write, for most stand for months and the gate is everybody's.</summary>
    private async Task<IReadOnlyList<(Asset Machine, RightCount Count)>> Untold(IReadOnlyList<(Asset Machine, RightCount Count)> arisen, CancellationToken stop)
    {
        if (arisen.Count == 0)
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(stop);
        var people = await db.Users.Where(p => p.Active && p.Role == Role.Supervisor).Select(p => p.Id).ToListAsync(stop);
        var keys = arisen.Select(a => Cause(a.Machine, a.Count)).Distinct().SelectMany(_ => people, (cause, person) => Notifier.Key(NoticeKind.RightArisen, cause, person)).ToList();
        var told = (await db.Notifications.Where(n => keys.Contains(n.UniqueKey)).Select(n => n.UniqueKey).ToListAsync(stop)).ToHashSet();
        return [.. arisen.Where(a => !people.Exists(person => told.Contains(Notifier.Key(NoticeKind.RightArisen, Cause(a.Machine, a.Count), person))))];
    }

    private static async Task<Result> Tell(Write write, IReadOnlyList<(Asset Machine, RightCount Count)> arisen)
    {
        foreach (var (machine, count) in arisen)
        {
            var area = await write.Db.Sites.Where(s => s.Id == machine.SiteId).Select(s => s.Area).SingleOrDefaultAsync(write.Stop)
                ?? await write.Db.Customers.Where(c => c.Id == machine.CustomerId).Select(c => c.Area).SingleAsync(write.Stop);
            await write.Notify(await Audience.SupervisorsOf(write, area), NoticeKind.RightArisen, Cause(machine, count), null,
                ("serial", machine.SerialNo), ("model", machine.Model), ("trigger", count.Right.Trigger.ToString()), ("claim", count.Right.Claim.ToString()), ("on", TextRule.Invariant(count.AroseOn!.Value.DayNumber)));
        }

        return Result.Done;
    }

    /// <summary>The right of this machine for this fault or part; long words of a fault are cut.</summary>
    private static string Cause(Asset machine, RightCount count)
    {
        var of = count.Of ?? "";
        return FormattableString.Invariant($"{machine.Id}/{(int)count.Right.Trigger}/{(int)count.Right.Claim}/{(of.Length > LongestKey ? of[..LongestKey] : of)}");
    }
}
