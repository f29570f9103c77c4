using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Settings;

/// <summary>
/// Edits policy data: a save ends the version on the screen and adds the next one, holding from now; what was promised
/// or judged under the old one keeps it.
/// </summary>
public sealed class SettingsService(IDbContextFactory<AfterSalesDb> factory, Writer writer, Actor actor)
{
    /// <summary>Every version of every row of a kind, newest first.</summary>
    public async Task<IReadOnlyList<T>> All<T>(CancellationToken stop = default) where T : Dated
    {
        Must<T>();
        await using var db = await factory.CreateDbContextAsync(stop);
        return await db.Set<T>().AsNoTracking().OrderBy(r => r.Code).ThenByDescending(r => r.ValidFrom).ToListAsync(stop);
    }

    /// <summary>
    /// Saves the form as the next version. Problems: those of the form, <c>Settings.CodeTaken</c>,
    /// <c>Settings.OtherSaved</c> with who did, <c>Settings.Gone</c>.
    /// </summary>
    public Task<Result<long>> Save<T>(DatedForm<T> form, Guid request, CancellationToken stop = default) where T : Dated
    {
        Must<T>();
        var problems = form.Check();
        return problems.Count > 0
            ? Task.FromResult(Result<long>.Refused(problems))
            : writer.Run<long>(request, write => Save(write, form), stop);
    }

    /// <summary>Ends a row without a next version: it can't be chosen any more. Problems: <c>Settings.MustStay</c>.</summary>
    public Task<Result> Retire<T>(long id, Guid request, CancellationToken stop = default) where T : Dated
    {
        Must<T>();
        return writer.Run(request, async write =>
        {
            var row = await write.Db.Set<T>().SingleOrDefaultAsync(r => r.Id == id, write.Stop) ?? throw new MissingException("setting");
            if (row is ServicePolicy or WarrantyPolicy or Target)
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

    private static async Task<Result<long>> Save<T>(Write write, DatedForm<T> form) where T : Dated
    {
        var current = await write.Db.Set<T>().Where(form.Same).Where(r => r.ValidTo == null).SingleOrDefaultAsync(write.Stop);
        if (current?.Id != form.BasedOnId)
        {
            return form.BasedOnId is null ? new Problem("Settings.CodeTaken", nameof(form.Code))
                : current is null ? new Problem("Settings.Gone")
                : new Problem("Settings.OtherSaved", null, await write.Db.LastChangedBy(typeof(T).Name, current.AuditKey, write.Stop));
        }

        current?.End(write.Now);
        var next = form.Row(write.Now);
        write.Db.Set<T>().Add(next);
        await write.Db.SaveChangesAsync(write.Stop);
        write.Touch("settings");
        return next.Id;
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
