using AfterSales.Core.Attachments;
using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Integrity;

/// <summary>No row without its file, none of two owners, none of another case's order.</summary>
internal static class AttachmentInvariants
{
    private const int Most = 20;

    public static async Task<IReadOnlyList<Finding>> Check(AfterSalesDb db, FileStore files, CancellationToken stop)
    {
        var lost = db.Attachments.Where(a => (a.CaseId == null) == (a.AssetId == null) || (a.WorkOrderId != null && !db.WorkOrders.Any(o => o.Id == a.WorkOrderId && o.CaseId == a.CaseId)));
        var findings = (await lost.OrderBy(a => a.Id).Select(a => a.Id).Take(Most).ToListAsync(stop)).ConvertAll(id => new Finding("AttachmentHasOwner", $"attachment {id}"));
        await foreach (var row in db.Attachments.Where(a => a.RemovedAt == null).OrderBy(a => a.Id).Select(a => new { a.Id, a.Name, a.Hash, a.Size }).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (findings.Count < Most && files.SizeOf(row.Hash) is var size && size != row.Size)
            {
                findings.Add(new("AttachmentHasFile", $"attachment {row.Id}", size is null ? row.Name : $"{row.Name}: {size} of {row.Size} bytes"));
            }
        }

        return findings;
    }
}
