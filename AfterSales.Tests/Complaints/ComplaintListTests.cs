using AfterSales.Core.Complaints;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Complaints;

public sealed class ComplaintListTests
{
    [Theory, BothDatabases]
    public async Task A_shelf_is_narrowed_by_area_owner_severity_verdict_days_and_words_and_read_in_either_order(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var north = await house.Complaint(await house.OpenCase(await house.KnownCustomer("北方电缆")));
        house.SetLocal(2026, 11, 26, 10);
        var south = await house.Complaint(await house.OpenCase(await house.KnownCustomer("江南线缆", area: "south")), Severity.Grave);

        async Task Finds(ComplaintFilter filter, params string[] wanted) =>
            Assert.Equal(wanted, (await house.As(Role.Supervisor).Ask((ComplaintList l) => l.Find(filter))).Rows.Select(r => r.Number));

        await Finds(new(), north, south);
        await Finds(new() { Order = "-due" }, south, north);
        await Finds(new() { Order = "opened" }, south, north);
        await Finds(new() { Area = "south" }, south);
        await Finds(new() { Severity = Severity.Grave }, south);
        await Finds(new() { Owner = People.Agent }, north, south);
        await Finds(new() { Owner = People.OtherAgent });
        await Finds(new() { Text = "江南" }, south);
        await Finds(new() { Text = north }, north);
        await Finds(new() { From = new(2026, 11, 25) }, south);
        await Finds(new() { To = new(2026, 11, 25) }, north);
        Assert.Null(FilterWords.Read<ComplaintFilter>(n => n == "verdict" ? "satisfied" : null, null).Verdict);

        foreach (var number in new[] { north, south })
        {
            Assert.True((await house.As(Role.Supervisor).Ask((ComplaintDesk d) => d.Know(number, new() { Solution = "换", Severity = Severity.Minor }, house.Request))).Ok);
            Assert.True((await house.As(Role.Supervisor).Ask((ComplaintDesk d) => d.Handle(number, new() { Handling = "已换" }, house.Request))).Ok);
        }

        Assert.True((await house.As(Role.Agent).Ask((ComplaintDesk d) => d.Judge(north, new() { Verdict = Verdict.Dissatisfied, Words = "慢" }, house.Request))).Ok);
        await Finds(new() { Severity = Severity.Grave, Shelf = ComplaintShelf.Handled });
        var handled = new ComplaintFilter { Shelf = ComplaintShelf.Handled };
        await Finds(handled, south, north);
        await Finds(handled with { Verdict = Verdict.Dissatisfied }, north);
        await Finds(handled with { Verdict = Verdict.Satisfied });
    }

    /// <summary>Of a million cases, tens of thousands are complaints: none is looked up for what it is narrowed by.</summary>
    [Fact]
    public async Task How_grave_a_complaint_is_and_how_it_was_judged_stands_in_the_lists_own_index()
    {
        await using var house = await TestHouse.Open();
        foreach (var filter in new ComplaintFilter[] { new() { Shelf = ComplaintShelf.Closed, Severity = Severity.Grave }, new() { Shelf = ComplaintShelf.Closed, Verdict = Verdict.Dissatisfied } })
        {
            Assert.Empty(await house.Looks(() => house.As(Role.Supervisor).Ask((ComplaintList l) => l.Find(filter)), "Complaints"));
            Assert.All(await house.Looks(() => house.As(Role.Supervisor).Ask((ComplaintList l) => l.Find(filter)), "Cases"), line => Assert.Contains("IX_Cases_Complaints", line, StringComparison.Ordinal));
        }
    }
}
