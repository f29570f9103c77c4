using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>What 客户档案基本资料表 says, as it stands.</summary>
/// <param name="View">The file, numbers masked for those who need not see them.</param>
/// <param name="Latest">The latest cases and complaints.</param>
/// <param name="Cases">How many cases there are, complaints among them.</param>
/// <param name="Complaints">How many complaints.</param>
/// <param name="Book">Names of the codes in it.</param>
/// <param name="At">The moment of reading.</param>
public sealed record CustomerSheet(CustomerView View, IReadOnlyList<HistoryLine> Latest, int Cases, int Complaints, ListBook Book, DateTimeOffset At);

/// <summary>Reads a customer's file for print.</summary>
public sealed class CustomerFileReader(Sight sight, CustomerReader customers, CustomerHistory history, Lists lists, BusinessClock clock)
{
    /// <summary>Cases on the sheet.</summary>
    private const int Shown = 10;

    /// <summary>The sheet of a customer by number.</summary>
    public async Task<CustomerSheet> Read(string code, CancellationToken stop = default)
    {
        var view = await customers.Read(code, stop);
        var cases = await history.Read(code, new(HistoryKind.Case, Size: Shown), stop);
        var complaints = await history.Read(code, new(HistoryKind.Complaint, Size: Shown), stop);
        await using var db = await sight.Open(stop);
        return new(
            view, [.. cases.Lines.Concat(complaints.Lines).OrderByDescending(l => l.At).Take(Shown)],
            await db.Cases.CountAsync(c => c.CustomerId == view.Id, stop), await db.Cases.CountAsync(c => c.CustomerId == view.Id && c.Type == CaseType.Complaint, stop),
            await lists.Book(stop), clock.Now);
    }
}
