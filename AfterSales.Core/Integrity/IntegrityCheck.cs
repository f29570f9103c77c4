using AfterSales.Core.Attachments;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Integrity;

/// <summary>
/// Verifies the database's own integrity and the business's invariants: what the program derives or promises to keep is
/// computed anew and compared. Reads only; memory doesn't grow with the database.
/// </summary>
public sealed class IntegrityCheck(IDbContextFactory<AfterSalesDb> factory, FileStore files, BusinessClock clock)
{
    /// <summary>No more findings than this are told; a broken rule breaks many rows.</summary>
    public const int MaxFindings = 200;

    /// <summary>Every finding, at most <see cref="MaxFindings"/>; none means sound.</summary>
    public async Task<IReadOnlyList<Finding>> Run(IProgress<long>? casesDone = null, CancellationToken stop = default)
    {
        await using var db = await factory.CreateDbContextAsync(stop);
        var findings = new List<Finding>();
        findings.AddRange(await StorageInvariants.Check(db, stop));
        if (findings.Any(f => f.Invariant == StorageInvariants.MigrationPending))
        {
            // The tables may not be there at all.
            return findings;
        }

        findings.AddRange(await TableInvariants.Check(db, stop));
        findings.AddRange(await ComponentInvariants.Check(db, stop));
        findings.AddRange(await AttachmentInvariants.Check(db, files, stop));
        await foreach (var finding in CaseInvariants.Check(db, clock.Zone, casesDone, stop))
        {
            findings.Add(finding);
            if (findings.Count >= MaxFindings)
            {
                break;
            }
        }

        return findings.Count > MaxFindings ? findings[..MaxFindings] : findings;
    }
}
