using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Listings;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Tests.Listings;

public sealed class FilterWordsTests
{
    [Fact]
    public void An_address_of_nonsense_filters_nothing() =>
        Assert.Equal(new CustomerFilter(), Read<CustomerFilter>("customers?q=%00&area=%20%20&kind=99&tier=Z&unfiled=maybe&after=%ed%a0%80&order=&?&&==&%"));

    [Fact]
    public void A_filter_survives_its_address_and_the_default_is_not_said()
    {
        var filter = new CustomerFilter { Text = "a&b=中 文/#?", Kind = CustomerKind.Dealer, Unfiled = true, Order = "-name", After = new(new string('长', CustomerLimits.Name) + "~", long.MaxValue) };
        Assert.Equal(filter, Read<CustomerFilter>(FilterWords.Href("customers", filter)));
        Assert.Equal("customers", FilterWords.Href("customers", new CustomerFilter()));
        Assert.Equal("customers?kind=dealer&unfiled=true&after=9", FilterWords.Href("customers", new CustomerFilter { Kind = CustomerKind.Dealer, Unfiled = true, After = new(null, 9) }));
        Assert.Equal("assets?q=A%2F1", FilterWords.Href("assets", new AssetFilter { Text = "A/1" }));
    }

    [Fact]
    public void A_shelf_and_an_order_narrow_nothing_and_stay_when_all_is_asked_for()
    {
        Assert.Empty(FilterWords.Narrowing(new OrderFilter { Shelf = OrderShelf.Completed, Order = "-assigned", After = new("1", 2) }));
        Assert.Empty(FilterWords.Narrowing(new ContactFilter { Book = Register.Letters }));
        Assert.Empty(FilterWords.Narrowing(new CaseFilter { Span = CaseSpan.All }));
        Assert.Equal(["q", "area"], FilterWords.Narrowing(new OrderFilter { Area = "north", Text = "1", Order = "assigned" }));
        Assert.Equal(["unfiled"], FilterWords.Narrowing(new CustomerFilter { Unfiled = true }));
        Assert.Equal(new OrderFilter { Shelf = OrderShelf.Completed }, FilterWords.Whole(new OrderFilter { Shelf = OrderShelf.Completed, Area = "north", Order = "-assigned", After = new("1", 2) }));
    }

    private static TFilter Read<TFilter>(string address) where TFilter : ListFilter, new() => FilterWords.Read<TFilter>(Address.Query(address).GetValueOrDefault, 7);
}
