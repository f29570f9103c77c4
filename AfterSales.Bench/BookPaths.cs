using AfterSales.Core.Assets;
using AfterSales.Core.Audit;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Bench;

/// <summary>Every list but that of open cases, pages from the middle of the long ones, and the page of a customer with many cases.</summary>
internal static class BookPaths
{
    private const int WantedCases = 500;

    public static async Task Measure(BenchHouse house, Table table)
    {
        var (engineer, agent) = await house.Read(async db => (
            await db.WorkOrders.OrderBy(o => o.Id).Select(o => o.EngineerId).FirstAsync(), await db.Callbacks.Where(k => k.AssigneeId != null).Select(k => k.AssigneeId).FirstAsync()));
        await List<CustomerList, CustomerFilter, CustomerRow>(
            house, table, "customers", Role.Administrator, new(), new() { Area = "north", Tier = CustomerTier.A }, new() { Unfiled = true }, new() { Order = "-contact" }, new() { Order = "contact", Area = "north", Tier = CustomerTier.A });
        await List<AssetList, AssetFilter, AssetRow>(
            house, table, "machines", Role.Administrator, new(), new() { Line = "drawing" }, new() { Due = true }, new() { Order = "model" }, new() { Order = "model", Line = "drawing" }, new() { Order = "-due", Line = "drawing" });
        await List<ComplaintList, ComplaintFilter, ComplaintRow>(
            house, table, "complaints", Role.Administrator, new(), new() { Shelf = ComplaintShelf.Closed }, new() { Shelf = ComplaintShelf.Closed, Area = "north", Order = "-opened" },
            new() { Shelf = ComplaintShelf.Closed, Severity = Severity.Grave }, new() { Shelf = ComplaintShelf.Closed, Verdict = Verdict.Dissatisfied });
        await List<CallbackList, CallbackFilter, CallbackEntry>(
            house, table, "callbacks", Role.Agent, new(), new() { Shelf = CallbackShelf.Done }, new() { Area = "north" }, new() { Shelf = CallbackShelf.Done, Area = "north" }, new() { Shelf = CallbackShelf.Done, Assignee = agent },
            new() { Shelf = CallbackShelf.Done, Round = CallbackRound.Second }, new() { Shelf = CallbackShelf.Done, State = CallbackState.Unreachable }, new() { Shelf = CallbackShelf.Done, State = CallbackState.Missed });
        await List<ContactList, ContactFilter, ContactRow>(
            house, table, "registers", Role.Administrator, new(), new() { Book = Register.Letters }, new() { Channel = Channel.Visitor }, new() { Person = agent }, new() { NoCase = true });
        await List<OrderList, OrderFilter, OrderRow>(house, table, "work orders", Role.Administrator, [.. Enum.GetValues<OrderShelf>().Select(s => new OrderFilter { Shelf = s })]);
        await List<OrderList, OrderFilter, OrderRow>(
            house, table, "work orders", Role.Administrator, new() { Area = "north" }, new() { Shelf = OrderShelf.Completed, Area = "north" }, new() { Shelf = OrderShelf.Completed, Engineer = engineer }, new() { Shelf = OrderShelf.Completed, Order = "-assigned" });
        await List<CaseList, CaseFilter, CaseRow>(
            house, table, "cases", Role.Administrator, [.. All(engineer, agent).Select(f => f with { Span = CaseSpan.All })]);
        await List<AuditService, AuditFilter, AuditRow>(house, table, "audit", Role.Administrator, new(), new() { Entity = "Customer" });
        await Deep(house, table);
        await Customer(house, table);
    }

    /// <summary>Each filter alone over every case ever taken in.</summary>
    private static CaseFilter[] All(long engineer, long? agent) =>
    [
        new(), new() { Status = CaseStatus.Cancelled }, new() { Type = CaseType.Complaint }, new() { Priority = Priority.Urgent }, new() { Channel = Channel.Letter }, new() { Area = "north" },
        new() { Engineer = engineer }, new() { Owner = agent }, new() { Line = "drawing" }, new() { Symptom = "STR-TENSION" },
    ];

    private static async Task List<TList, TFilter, TRow>(BenchHouse house, Table table, string name, Role role, params TFilter[] filters)
        where TList : Listing<TFilter, TRow> where TFilter : ListFilter, new() where TRow : IListRow
    {
        foreach (var filter in filters)
        {
            var said = string.Join(", ", FilterWords.Of(filter, null).Select(w => $"{w.Name} {w.Value}"));
            await table.Line($"{name}{(said.Length > 0 ? ": " + said : "")}", () => house.Ask(role, (TList list) => list.Find(filter)));
        }
    }

    /// <summary>Pages after the row in the middle.</summary>
    private static async Task Deep(BenchHouse house, Table table)
    {
        var (customer, machine, one) = await house.Read(async db => (
            await db.Customers.OrderBy(c => c.NameKey).ThenBy(c => c.Id).Skip(await db.Customers.CountAsync() / 2).FirstAsync(),
            await db.Assets.OrderBy(a => a.SerialNo).Skip(await db.Assets.CountAsync() / 2).FirstAsync(),
            await db.Cases.OrderBy(c => c.Id).Skip(house.Cases / 2).FirstAsync()));
        await table.Line("customers, a page from the middle", () => house.Ask(Role.Manager, (CustomerList l) => l.Find(new() { After = new(customer.NameKey, customer.Id) })));
        await table.Line("machines, a page from the middle", () => house.Ask(Role.Manager, (AssetList l) => l.Find(new() { After = new(machine.SerialNo, machine.Id) })));
        var after = new RowKey(TextRule.Invariant(one.OpenedAt.ToUnixTimeMilliseconds()), one.Id);
        await table.Line("all cases, a page from the middle", () => house.Ask(Role.Manager, (CaseList l) => l.Find(new() { Span = CaseSpan.All, After = after })));
    }

    /// <summary>The page of one customer with 500 cases; the sample's busiest has fewer, so the next ones are merged into it as a person would do.</summary>
    private static async Task Customer(BenchHouse house, Table table)
    {
        var busiest = await house.Read(db => db.Cases.GroupBy(c => c.CustomerId).Select(g => new { g.Key, Count = g.Count() })
            .Join(db.Customers, g => g.Key, c => c.Id, (g, c) => new { c.Code, g.Count }).OrderByDescending(x => x.Count).Take(WantedCases).ToListAsync());
        var (code, cases) = (busiest[0].Code, busiest[0].Count);
        foreach (var other in busiest.Skip(1).TakeWhile(_ => cases < WantedCases))
        {
            var sides = (await house.Ask(Role.Agent, (CustomerMerging m) => m.Read(code, other.Code))).Value;
            var form = new MergeForm { Version = sides.Here.Form.Version, OtherVersion = sides.Other.Form.Version };
            cases += (await house.Ask(Role.Agent, (CustomerMerging m) => m.Merge(code, other.Code, form, Guid.NewGuid()))).Ok ? other.Count : 0;
        }

        await table.Line($"the file of a customer with {cases} cases, and its timeline’s first page", async () =>
        {
            await house.Ask(Role.Agent, (CustomerReader reader) => reader.Read(code));
            await house.Ask(Role.Agent, (CustomerHistory history) => history.Read(code, new()));
        });
    }
}
