using System.Security.Cryptography;
using System.Text;
using AfterSales.Core.Attachments;
using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Import;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AfterSales.Core.Customers;

/// <summary>
/// Replaces what tells who a customer is. The rows are changed as any others, so that what is found by them follows; the
/// trail, with what this very change told it, is rewritten after that. Times, codes and counts stay: the figures do.
/// </summary>
internal static class Anonymiser
{
    /// <summary>Rows that may have been removed since, and the field by which the trail tells whose they were.</summary>
    private static readonly (string Entity, string Parent)[] Removable =
        [(nameof(Contact), nameof(Contact.CustomerId)), (nameof(ContactPhone), nameof(ContactPhone.CustomerId)), (nameof(Site), nameof(Site.CustomerId)), (nameof(ChecklistAnswer), nameof(ChecklistAnswer.ServiceReportId))];

    /// <summary>Everything of the customer, and of all that were merged into it.</summary>
    public static async Task Replace(Write write, Customer customer)
    {
        var (db, whole) = (write.Db, await Survivor.Whole(write.Db, customer.Id, write.Stop));
        var (told, mentions) = (new HashSet<(string Entity, string Key)>(), new Mentions(db, whole, write.Stop));
        foreach (var (_, query) in CustomerData.Rows(db, customer.Id, whole).Where(t => t.Name != "AuditEntries"))
        {
            foreach (var row in await query.ToListAsync(write.Stop))
            {
                var entry = db.Entry(row);
                told.Add((entry.Metadata.ClrType.Name, AuditTrail.Key(entry)));
                mentions.Remember(row);
                Replace(db, entry, write);
            }
        }

        await mentions.Look();
        await Symptoms(db, customer.Id, write.Stop);
        await Imported(db, customer.Id, whole, write.Stop);
        await db.SaveChangesAsync(write.Stop);
        // Made anew by the save, those merged into it lead to themselves again.
        await db.SearchKeys.Where(k => k.Subject == SearchSubject.Customer && whole.Contains(k.SubjectId) && k.CustomerId != customer.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.CustomerId, customer.Id), write.Stop);
        await Trail(db, told, whole, mentions, write.Stop);
        await mentions.Forget(write);
    }

    private static void Replace(AfterSalesDb db, EntityEntry entry, Write write)
    {
        var type = entry.Metadata.ClrType;
        foreach (var column in PersonalColumns.Marked.GetValueOrDefault(type, []).Select(entry.Property).Where(p => p.CurrentValue is not null))
        {
            column.CurrentValue = PersonalColumns.Mark;
        }

        foreach (var column in PersonalColumns.Emptied.GetValueOrDefault(type, []).Select(entry.Property))
        {
            column.CurrentValue = null;
        }

        switch (entry.Entity)
        {
            case Customer c:
                (c.Name, c.NameKey, c.Quiet) = (c.Code, CustomerForm.NameKey(c.Code), false);
                (c.AnonymousAt, c.AnonymousById) = (write.Now, write.Actor.Id);
                break;
            case ContactPhone phone:
                db.Remove(phone);
                break;
            // The fact that names a file; the other facts of a line are codes, times and our own people.
            case CaseEvent { Kind: CaseEventKind.Attached or CaseEventKind.AttachmentRemoved }:
                entry.Property(nameof(CaseEvent.Facts)).CurrentValue = CaseEvent.Pack(("name", PersonalColumns.Mark));
                break;
            case Attachment { RemovedAt: null } file:
                file.Remove(PersonalColumns.Mark, write.Actor, write.Now);
                break;
            case CustomerMerge merge:
                entry.Property(nameof(CustomerMerge.Before)).CurrentValue = Bare(merge.Before);
                entry.Property(nameof(CustomerMerge.After)).CurrentValue = Bare(merge.After);
                break;
        }
    }

    private static CustomerForm Bare(CustomerForm form) => new() { Name = PersonalColumns.Mark, Kind = form.Kind, Tier = form.Tier, Vip = form.Vip, Area = form.Area };

    /// <summary>
    /// A symptom told in words alone is compared by them. A token that says nothing takes their place, the same one for the
    /// same words of a machine, whoever's cases they are: what repeated a fault still does.
    /// </summary>
    private static async Task Symptoms(AfterSalesDb db, long customerId, CancellationToken stop)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var worded = await db.Cases.Where(c => c.CustomerId == customerId && c.Symptom == null && c.SymptomKey != "").Select(c => new { c.AssetId, c.SymptomKey }).Distinct().ToListAsync(stop);
        foreach (var key in worded)
        {
            var token = PersonalColumns.Mark + Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(key.SymptomKey)))[..8];
            await db.Cases.Where(c => c.SymptomKey == key.SymptomKey && (c.CustomerId == customerId || (key.AssetId != null && c.AssetId == key.AssetId)) && c.Symptom == null)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.SymptomKey, token), stop);
            await db.CaseFacts.Where(f => f.SymptomKey == key.SymptomKey && db.Cases.Any(c => c.Id == f.CaseId && c.SymptomKey == token))
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.SymptomKey, token), stop);
        }
    }

    /// <summary>What stood in the rows before an import changed them; <see cref="BuiltOn"/> lets nobody take that import back.</summary>
    private static Task Imported(AfterSalesDb db, long customerId, List<long> whole, CancellationToken stop)
    {
        var (assets, cases) = (db.Assets.Where(a => a.CustomerId == customerId), db.Cases.Where(c => c.CustomerId == customerId));
        return db.ImportedRows.Where(r => r.Before != null && ((r.Sheet == SheetKind.Customers && whole.Contains(r.SubjectId))
                || (r.Sheet == SheetKind.Assets && assets.Any(a => a.Id == r.SubjectId)) || (r.Sheet == SheetKind.Cases && cases.Any(c => c.Id == r.SubjectId))))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Before, ImportedRow.Forgotten), stop);
    }

    private static async Task Trail(AfterSalesDb db, HashSet<(string Entity, string Key)> told, List<long> whole, Mentions mentions, CancellationToken stop)
    {
        var reports = told.Where(t => t.Entity == nameof(ServiceReport)).Select(t => t.Key).ToList();
        foreach (var (entity, parent) in Removable)
        {
            var parents = entity == nameof(ChecklistAnswer) ? reports : [.. whole.Select(id => TextRule.Invariant(id))];
            foreach (var key in parents)
            {
                var (added, removed) = ($"\"Field\":\"{parent}\",\"From\":null,\"To\":\"{key}\"", $"\"Field\":\"{parent}\",\"From\":\"{key}\"");
                told.UnionWith((await db.AuditEntries.Where(e => e.Entity == entity && (e.Changes.Contains(added) || e.Changes.Contains(removed))).Select(e => e.EntityKey).ToListAsync(stop)).Select(k => (entity, k)));
            }
        }

        foreach (var kind in told.Where(t => PersonalOf(t.Entity).Count > 0).GroupBy(t => t.Entity))
        {
            var personal = PersonalOf(kind.Key);
            foreach (var keys in kind.Select(t => t.Key).Chunk(500))
            {
                foreach (var entry in await db.AuditEntries.Where(e => e.Entity == kind.Key && keys.Contains(e.EntityKey)).ToListAsync(stop))
                {
                    (AuditService.Read<FieldChange>(entry.Changes) ?? []).ToList().ForEach(c => mentions.Remember(kind.Key, c));
                    Rewrite(db, entry, c => personal.Contains(c.Field));
                }
            }
        }

        await db.SaveChangesAsync(stop);
    }

    private static IReadOnlyList<string> PersonalOf(string entity) =>
        AuditService.KindOf(entity) is { } type ? PersonalColumns.Of(type) : [];

    /// <summary>The changes that tell who it is say no more than that something changed.</summary>
    internal static void Rewrite(AfterSalesDb db, AuditEntry entry, Func<FieldChange, bool> tells)
    {
        if (AuditService.Read<FieldChange>(entry.Changes) is not { } changes || !changes.Any(tells))
        {
            return;
        }

        static string? Gone(string? value) => value is null ? null : PersonalColumns.Mark;
        db.Entry(entry).Property(nameof(AuditEntry.Changes)).CurrentValue =
            AuditTrail.Packed(changes.Select(c => tells(c) ? c with { From = Gone(c.From), To = Gone(c.To) } : c));
    }
}
