using AfterSales.Core.Attachments;
using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Integrity;

/// <summary>No row without its file, none of another case's order; that each has one owner the database holds.</summary>
internal static class AttachmentInvariants
{
    private const int Most = 20;

    public static async Task<IReadOnlyList<Finding>> Check(AfterSalesDb db, FileStore files, CancellationToken stop)
    {
        var strange = db.Attachments.Where(a => a.WorkOrderId != null && !db.WorkOrders.Any(o => o.Id == a.WorkOrderId && o.CaseId == a.CaseId));
        var findings = (await strange.OrderBy(a => a.Id).Select(a => a.Id).Take(Most).ToListAsync(stop)).ConvertAll(id => new Finding("AttachmentOrderIsOfItsCase", $"attachment {id}"));
        var lost = 0;
        await foreach (var row in db.Attachments.Where(a => a.RemovedAt == null).OrderBy(a => a.Id).Select(a => new { a.Id, a.Name, a.Hash, a.Size }).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (files.SizeOf(row.Hash) is var size && size != row.Size && lost++ < Most)
            {
                findings.Add(new("AttachmentHasFile", $"attachment {row.Id}", size is null ? row.Name : $"{row.Name}: {size} of {row.Size} bytes"));
            }
        }

        return findings;
    }
}
