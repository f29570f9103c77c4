using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Search;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Search;

/// <summary>No way to ask reads a table from end to end.</summary>
public sealed class SearchPlanTests
{
    [Theory]
    [BothDatabases("jnjx")]
    [BothDatabases("鲁A·12345")]
    [BothDatabases("12345")]
    [BothDatabases("漏油")]
    [BothDatabases("0532-88881234")]
    [BothDatabases("SC-20261124-0001")]
    [BothDatabases("WO-20261124-0001")]
    [BothDatabases("4-0001")]
    public async Task The_field_reads_indexes_alone(StorageProvider provider, string text)
    {
        await using var house = await TestHouse.Open(provider);
        await house.OpenCase(await house.KnownCustomer(name: "济南机械"));
        Assert.Empty(await house.Scans(
            () => house.As(Role.Agent).Ask((SearchService s) => s.Find(text)), "SearchKeys", "Customers", "Contacts", "ContactPhones", "Assets", "Cases", "WorkOrders", "CaseWords"));
    }
}
