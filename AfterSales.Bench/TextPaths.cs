using AfterSales.Core.Assets;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Bench;

/// <summary>A text typed over a list: one that a few things bear, one that a third of all customers bear, the end of numbers, a frequent word of cases.</summary>
internal static class TextPaths
{
    public static async Task Measure(BenchHouse house, Table table)
    {
        var name = await house.Read(db => db.Customers.OrderByDescending(c => c.Id).Select(c => c.Name).FirstAsync());
        foreach (var (what, text) in new[] { ("a name", name[..4]), ("what many are called", "线缆"), ("four digits", "1519"), ("three digits", "138"), ("a legal ending", "有限公司"), ("a frequent word", "断线") })
        {
            await table.Line($"customers: {what}", () => house.Ask(Role.Supervisor, (CustomerList l) => l.Find(new() { Text = text })));
            await table.Line($"machines: {what}", () => house.Ask(Role.Supervisor, (AssetList l) => l.Find(new() { Text = text })));
            await table.Line($"open cases: {what}", () => house.Ask(Role.Supervisor, (CaseList l) => l.Find(new() { Text = text })));
            await table.Line($"all cases: {what}", () => house.Ask(Role.Supervisor, (CaseList l) => l.Find(new() { Text = text, Span = CaseSpan.All })));
            await table.Line($"work orders open: {what}", () => house.Ask(Role.Supervisor, (OrderList l) => l.Find(new() { Text = text })));
            await table.Line($"work orders completed: {what}", () => house.Ask(Role.Supervisor, (OrderList l) => l.Find(new() { Text = text, Shelf = OrderShelf.Completed })));
            await table.Line($"callbacks due: {what}", () => house.Ask(Role.Supervisor, (CallbackList l) => l.Find(new CallbackFilter { Text = text })));
            await table.Line($"callbacks done: {what}", () => house.Ask(Role.Supervisor, (CallbackList l) => l.Find(new CallbackFilter { Text = text, Shelf = CallbackShelf.Done })));
            await table.Line($"complaints closed: {what}", () => house.Ask(Role.Supervisor, (ComplaintList l) => l.Find(new ComplaintFilter { Text = text, Shelf = ComplaintShelf.Closed })));
        }
    }
}
