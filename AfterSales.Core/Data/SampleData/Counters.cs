using AfterSales.Core.Assets;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data.Bulk;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Data.SampleData;

/// <summary>Keys that rows refer to one another by, and public numbers of each day.</summary>
internal sealed class Counters(BulkWriter writer, IReadOnlyDictionary<string, int> given)
{
    private readonly Dictionary<string, int> series = new(given);
    private long customer = writer.FirstId<Customer>();
    private long contact = writer.FirstId<Contact>();
    private long phone = writer.FirstId<ContactPhone>();
    private long site = writer.FirstId<Site>();
    private long asset = writer.FirstId<Asset>();
    private long component = writer.FirstId<Component>();
    private long @case = writer.FirstId<ServiceCase>();
    private long hold = writer.FirstId<CaseHold>();
    private long order = writer.FirstId<WorkOrder>();
    private long callback = writer.FirstId<Callback>();
    private long answer = writer.FirstId<SatisfactionAnswer>();

    public long Customer() => customer++;

    public long Contact() => contact++;

    public long Phone() => phone++;

    public long Site() => site++;

    public long Asset() => asset++;

    public long Component() => component++;

    public long Case() => @case++;

    public long Hold() => hold++;

    public long Order() => order++;

    public long Callback() => callback++;

    public long Answer() => answer++;

    /// <summary>The next number of a day, as SC-20261124-0007.</summary>
    public string Number(string prefix, DateOnly day)
    {
        var key = $"{prefix}-{day.Compact()}";
        var number = series.GetValueOrDefault(key) + 1;
        series[key] = number;
        return $"{key}-{number:0000}";
    }

    /// <summary>How far each day's numbers have got, where that is news.</summary>
    public IEnumerable<NumberSeries> Series() =>
        series.Where(s => given.GetValueOrDefault(s.Key) != s.Value).Select(s => new NumberSeries { Series = s.Key, Last = s.Value });
}
