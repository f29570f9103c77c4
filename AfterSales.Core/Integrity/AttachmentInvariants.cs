using AfterSales.Core.Attachments;
using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Integrity;

/// <summary>No row without its file.</summary>
internal static class AttachmentInvariants
{
    private const int Most = 20;

    public static async Task<IReadOnlyList<Finding>> Check(AfterSalesDb db, FileStore files, CancellationToken stop)
    {
        var findings = new List<Finding>();
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
