using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Callbacks;

public sealed class ToComeTests
{
    [Fact]
    public async Task A_customers_and_a_cases_follow_ups_to_come_are_looked_for_among_their_own()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var number = await house.Registered(known.Repair());

        var looks = await house.Looks(async () =>
        {
            await house.As(Role.Agent).Ask((CustomerReader r) => r.Read(known.Customer.Code));
            await house.As(Role.Agent).Ask((CaseReader r) => r.Read(number));
        }, "Callbacks");

        Assert.NotEmpty(looks);
        Assert.All(looks, look => Assert.Contains("IX_Callbacks_CaseId_Round", look, StringComparison.Ordinal));
    }
}
