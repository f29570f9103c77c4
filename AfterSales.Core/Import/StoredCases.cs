using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Import;

/// <summary>Cases with what their rows show, a batch at a time.</summary>
internal sealed class StoredCases(AfterSalesDb db, PeopleBook people, TimeZoneInfo zone, CancellationToken stop)
{
    private const int Batch = 2_000;

    /// <summary>The rows of these numbers.</summary>
    public async Task<Dictionary<string, (long Id, object?[] Values)>> Read(IReadOnlyList<string> numbers)
    {
        var all = new Dictionary<string, (long, object?[])>();
        foreach (var batch in numbers.Chunk(Batch))
        {
            var cases = await db.Cases.AsNoTracking().Where(c => batch.Contains(c.Number)).ToListAsync(stop);
            foreach (var (c, values) in await Rows(cases))
            {
                all[c.Number] = (c.Id, values);
            }
        }

        return all;
    }

    /// <summary>Every case in the order of its number's filing.</summary>
    public async IAsyncEnumerable<object?[]> All()
    {
        var after = 0L;
        while (await db.Cases.AsNoTracking().Where(c => c.Id > after).OrderBy(c => c.Id).Take(Batch).ToListAsync(stop) is { Count: > 0 } cases)
        {
            foreach (var (_, values) in await Rows(cases))
            {
                yield return values;
            }

            after = cases[^1].Id;
        }
    }

    private async Task<IReadOnlyList<(ServiceCase Case, object?[] Values)>> Rows(IReadOnlyList<ServiceCase> cases)
    {
        var ids = cases.Select(c => c.Id).ToList();
        var customerIds = cases.Select(c => c.CustomerId).Distinct().ToList();
        var assetIds = cases.Where(c => c.AssetId != null).Select(c => c.AssetId!.Value).Distinct().ToList();
        var customers = await db.Customers.Where(c => customerIds.Contains(c.Id)).Select(c => new { c.Id, c.Code }).ToDictionaryAsync(c => c.Id, c => c.Code, stop);
        var assets = await db.Assets.Where(a => assetIds.Contains(a.Id)).Select(a => new { a.Id, a.SerialNo }).ToDictionaryAsync(a => a.Id, a => a.SerialNo, stop);
        var answers = (await db.SatisfactionAnswers.AsNoTracking().Where(a => ids.Contains(a.CaseId) && !a.Replaced).ToListAsync(stop)).ToLookup(a => a.CaseId);
        var verdicts = await db.Complaints.Where(c => ids.Contains(c.CaseId)).Select(c => new { c.CaseId, c.Verdict }).ToDictionaryAsync(c => c.CaseId, c => c.Verdict, stop);
        return [.. cases.Select(c => (c, RowValues.Of(c, Sides(c), zone)))];

        CaseSides Sides(ServiceCase c) => new(
            customers[c.CustomerId], c.AssetId is { } asset ? assets[asset] : null, people.Name(c.AgentId), people.Name(c.EngineerId), Latest(answers[c.Id]), verdicts.GetValueOrDefault(c.Id));
    }

    /// <summary>K1: of a case the latest answer counts.</summary>
    private static SatisfactionAnswer? Latest(IEnumerable<SatisfactionAnswer> answers) => answers.OrderBy(a => a.AnsweredAt).ThenBy(a => a.Id).LastOrDefault();
}
