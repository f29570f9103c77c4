using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>A case on file that the call being typed may be about.</summary>
public sealed record LikeCase(string Number, CaseType Type, string? Symptom, string? SymptomText, DateTimeOffset OpenedAt, CaseStatus Status);

/// <summary>A customer on file who may be the one being typed anew, and whether the number says so, else the name.</summary>
public sealed record LikeCustomer(long CustomerId, string Code, string Name, bool ByPhone);

/// <summary>What the call being typed may be a second telling of: nothing is registered twice unknowingly.</summary>
/// <param name="Open">The same machine's and symptom's cases still open: to be chased, not opened again.</param>
/// <param name="Repeat">R30: the resolved case whose fault comes back.</param>
/// <param name="Today">The same customer's other cases of today.</param>
/// <param name="Customers">For a customer typed anew: who has the number already, or the name in the area.</param>
public sealed record Duplicates(IReadOnlyList<LikeCase> Open, RepeatHit? Repeat, IReadOnlyList<LikeCase> Today, IReadOnlyList<LikeCustomer> Customers)
{
    /// <summary>So many of each are shown.</summary>
    public const int Most = 4;

    /// <summary>Read by indexes alone, while somebody types: a machine's and a customer's cases, a number, a name.</summary>
    internal static async Task<Duplicates> Of(AfterSalesDb db, IntakeForm form, DateTimeOffset now, ServicePolicy policy, TimeZoneInfo zone, CancellationToken stop)
    {
        var symptom = RepeatFault.SymptomKey(form.Symptom, form.SymptomText);
        var open = form.AssetId is null || symptom.Length == 0 ? []
            : await Newest(db.Cases.Where(c => c.AssetId == form.AssetId && c.SymptomKey == symptom).Where(OpenCases.IsOpen), stop);
        var repeat = form.Type is CaseType.Repair or CaseType.Complaint ? await RepeatFault.Find(db, form.AssetId, symptom, now, policy, zone, stop) : null;
        var (shown, day) = (open.Select(c => c.Number).Append(repeat?.Number).ToList(), zone.StartOf(zone.DayOf(now)));
        var today = form.CustomerId is null ? []
            : await Newest(db.Cases.Where(c => c.CustomerId == form.CustomerId && c.OpenedAt >= day && c.Status != CaseStatus.Cancelled && !shown.Contains(c.Number)), stop);
        return new(open, repeat, today, form.NewCustomer && !string.IsNullOrWhiteSpace(form.Customer.Name) ? await Like(db, form.Customer.Name, form.Customer.Area, form.Phone, stop) : []);
    }

    private static Task<List<LikeCase>> Newest(IQueryable<ServiceCase> cases, CancellationToken stop) =>
        cases.AsNoTracking().OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id).Take(Most)
            .Select(c => new LikeCase(c.Number, c.Type, c.Symptom, c.SymptomText, c.OpenedAt, c.Status)).ToListAsync(stop);

    /// <summary>The number first, which is surer. A name is the same with and without its legal ending or what stands before it, unless the areas say otherwise.</summary>
    internal static async Task<IReadOnlyList<LikeCustomer>> Like(AfterSalesDb db, string? name, string? area, string? number, CancellationToken stop)
    {
        var (phone, tails) = (PhoneNumber.Key(number), FirmName.Endings(CustomerForm.NameKey(name)));
        var owners = phone.Length < SearchTails.LeastDigits ? []
            : await db.ContactPhones.Where(p => p.NumberKey == phone).Select(p => p.CustomerId).Distinct().OrderBy(id => id).Take(Most).ToListAsync(stop);
        var named = tails.Count == 0 ? []
            : await db.SearchKeys.Where(k => k.Subject == SearchSubject.Customer && tails.Contains(k.Tail)).Select(k => k.CustomerId).Distinct().OrderBy(id => id).Take(Most * Most).ToListAsync(stop);
        var found = await db.Customers.AsNoTracking().Where(c => owners.Contains(c.Id) || named.Contains(c.Id)).Select(c => new { c.Id, c.Code, c.Name, c.Area }).ToListAsync(stop);
        return
        [
            .. found.Where(c => owners.Contains(c.Id) || string.IsNullOrEmpty(area) || c.Area is null || c.Area == area)
                .Select(c => new LikeCustomer(c.Id, c.Code, c.Name, owners.Contains(c.Id))).OrderByDescending(c => c.ByPhone).ThenBy(c => c.CustomerId).Take(Most),
        ];
    }
}
