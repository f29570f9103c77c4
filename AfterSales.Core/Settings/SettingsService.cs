using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Settings;

/// <summary>
/// Edits policy data: a save ends the version on the screen and adds the next one, holding from now; what was promised
/// or judged under the old one keeps it.
/// </summary>
public sealed class SettingsService(IDbContextFactory<AfterSalesDb> factory, Writer writer, Lists lists, Actor actor)
{
    /// <summary>Every version of every row of a kind, newest first; the table of payers is for whoever may read cases.</summary>
    public async Task<IReadOnlyList<T>> All<T>(CancellationToken stop = default) where T : Dated
    {
        if (typeof(T) == typeof(PayerTable))
        {
            actor.Must(Permission.ReadAll);
        }
        else
        {
            Must<T>();
        }

        await using var db = await factory.CreateDbContextAsync(stop);
        return await db.Set<T>().AsNoTracking().OrderBy(r => r.Code).ThenByDescending(r => r.ValidFrom).ToListAsync(stop);
    }

    /// <summary>
    /// Saves the form as the next version. Problems: those of the form, <c>Settings.CodeTaken</c>, <c>Settings.Gone</c>,
    /// <c>Settings.NothingChanged</c>, and what another saved meanwhile, under its fields.
    /// </summary>
    public async Task<Result<long>> Save<TRow, TForm>(DatedForm<TRow, TForm> form, Guid request, CancellationToken stop = default)
        where TRow : Dated where TForm : DatedForm<TRow, TForm>, new()
    {
        Must<TRow>();
        var problems = form.Check();
        var book = await lists.Book(stop);
        return problems.Count > 0 ? Result<long>.Refused(problems) : await writer.Run<long>(request, write => Save(write, form, book), stop);
    }

    /// <summary>Ends a row without a next version: it can't be chosen any more. Problems: <c>Settings.MustStay</c>.</summary>
    public Task<Result> Retire<T>(long id, Guid request, CancellationToken stop = default) where T : Dated
    {
        Must<T>();
        return writer.Run(request, async write =>
        {
            var row = await write.Db.Set<T>().SingleOrDefaultAsync(r => r.Id == id, write.Stop) ?? throw new MissingException("setting");
            if (row is ServicePolicy or WarrantyPolicy or PayerTable or Target)
            {
                return new Problem("Settings.MustStay");
            }

            if (row.ValidTo is not null)
            {
                return new Problem("Shared.ChangedMeanwhile");
            }

            row.End(write.Now);
            write.Touch("settings");
            return Result.Done;
        }, stop);
    }

    private static async Task<Result<long>> Save<TRow, TForm>(Write write, DatedForm<TRow, TForm> form, ListBook book)
        where TRow : Dated where TForm : DatedForm<TRow, TForm>, new()
    {
        var current = await write.Db.Set<TRow>().Where(form.Same).Where(r => r.ValidTo == null).SingleOrDefaultAsync(write.Stop);
        if (current is null && form.Version != 0)
        {
            return new Problem("Settings.Gone");
        }

        if (current is not null && form.Version == 0)
        {
            return new Problem("Settings.CodeTaken", nameof(form.Code));
        }

        if (current is not null && current.Id != form.Version && await Conflicts(write, form, current, book) is { Count: > 0 } conflicts)
        {
            return Result<long>.Refused(conflicts);
        }

        var next = form.Row(write.Now);
        if (current is not null && !DatedForm<TRow, TForm>.Of(next).Differences(DatedForm<TRow, TForm>.Of(current)).Any())
        {
            return new Problem("Settings.NothingChanged");
        }

        current?.End(write.Now);
        write.Db.Set<TRow>().Add(next);
        await write.Db.SaveChangesAsync(write.Stop);
        write.Touch("settings");
        return next.Id;
    }

    /// <summary>What another administrator changed in the version that is now current.</summary>
    private static async Task<IReadOnlyList<Problem>> Conflicts<TRow, TForm>(Write write, DatedForm<TRow, TForm> form, TRow current, ListBook book)
        where TRow : Dated where TForm : DatedForm<TRow, TForm>, new()
    {
        var supervisor = current is Area { SupervisorId: { } id } ? await write.Db.Users.Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(write.Stop) : null;
        var who = await write.Db.LastChangedBy(typeof(TRow).Name, current.AuditKey, write.Stop);
        return form.Conflicts(DatedForm<TRow, TForm>.Of(current), who, (field, value) => field == nameof(Area.SupervisorId) ? supervisor : book.Told(field, value));
    }

    private void Must<T>()
    {
        if (typeof(T) == typeof(Target))
        {
            actor.MustAny(Permission.Targets, Permission.Administer);
            return;
        }

        actor.Must(Permission.Administer);
    }
}
