using AfterSales.Web.Shared;

namespace AfterSales.Tests.Shared;

/// <summary>Numbers and codes of a firm's own records in addresses: a server hands an escaped slash on as it is, everything else unescaped.</summary>
public sealed class RecordAddressTests
{
    [Theory]
    [InlineData("OLD%2F1#", "OLD/1#")]
    [InlineData("2025%2f10%2F1 a", "2025/10/1 a")]
    [InlineData("KH-0001", "KH-0001")]
    public void A_slash_that_came_escaped_is_a_slash_again(string segment, string value) => Assert.Equal(value, RecordAddress.Value(segment));

    [Fact]
    public void An_address_holds_no_sign_that_ends_it() =>
        Assert.Equal(("customers/OLD%2F1%23", "cases/2025%2F1%3Fa%201"), (RecordAddress.Customer("OLD/1#"), RecordAddress.Case("2025/1?a 1")));
}
