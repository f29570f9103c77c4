using System.Data.Common;
using System.Diagnostics;
using AfterSales.Core.Assets;
using AfterSales.Core.Audit;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Notices;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AfterSales.Tests.Listings;

/// <summary>What a list asks the database for one page is served by indexes, whatever is filtered and however it is ordered.</summary>
public sealed class ListPlanTests
{
    /// <summary>Tables of tens of rows, read whole.</summary>
    private static readonly string[] Small = ["ServicePolicies", "Users", "AspNetUsers", "Areas", "Checklists", "ProductLines", "Terms", "WarrantyPolicies"];

    [Fact]
    public async Task No_page_reads_a_whole_table_and_none_is_sorted_by_hand()
    {
        await using var house = await TestHouse.Open();
        await house.OpenCase(await house.KnownCustomer("漏油机械"));
        var wrong = new List<string>();
        wrong.AddRange(await Plans<CustomerList, CustomerFilter, CustomerRow>(house, [new(), new() { Area = "north", Tier = CustomerTier.A }, new() { Unfiled = true }, new() { Anonymity = true }, new() { Order = "-name", After = new("x", 9) }, new() { Order = "contact", Area = "north" }, new() { Order = "-contact", After = new("2026-01-01", 9) }, new() { Order = "contact", After = new(null, 9) }]));
        wrong.AddRange(await Plans<AssetList, AssetFilter, AssetRow>(house, [new(), new() { Due = true }, new() { Due = true, Order = "-due", After = new("2026-01-01", 9) }, new() { Line = "extruder", Order = "-serial" }, new() { After = new("x", 9) }, new() { Order = "model", Line = "extruder", After = new("x", 9) }, new() { Order = "due" }, new() { Order = "-due", Line = "extruder" }, new() { Due = true, Order = "model" }]));
        wrong.AddRange(await Plans<CaseList, CaseFilter, CaseRow>(house, [new(), new() { Area = "north", After = new("1", 9) }, new() { Symptom = "leak" }, new() { Order = "opened" }, new() { Span = CaseSpan.All, Symptom = "leak" }, new() { Span = CaseSpan.All, Order = "-opened", After = new("1", 9) }]));
        wrong.AddRange(await Plans<ComplaintList, ComplaintFilter, ComplaintRow>(house, [new(), new() { Shelf = ComplaintShelf.Closed, After = new("1", 9) }, new() { Mine = true }, new() { Shelf = ComplaintShelf.Handled, Area = "north", Severity = Severity.Grave, Verdict = Verdict.Dissatisfied, From = new(2026, 1, 1), Order = "-opened" }]));
        wrong.AddRange(await Plans<ComplaintList, ComplaintFilter, ComplaintRow>(house, [new() { Owner = 1, Order = "opened" }], few: true));
        wrong.AddRange(await Plans<CallbackList, CallbackFilter, CallbackEntry>(house, [new() { Shelf = CallbackShelf.Done, After = new("9", 9) }, new() { Shelf = CallbackShelf.Done, Order = "-ends", Area = "north", Round = CallbackRound.Second, Assignee = 1, State = CallbackState.Missed, From = new(2026, 1, 1), To = new(2026, 2, 1) }]));
        wrong.AddRange(await Plans<CallbackList, CallbackFilter, CallbackEntry>(house, [new(), new() { Shelf = CallbackShelf.Overdue }, new() { Shelf = CallbackShelf.Later }, new() { Shelf = CallbackShelf.Later, Order = "ends", Area = "north" }, new() { Order = "next", Mine = true }], few: true));
        wrong.AddRange(await Plans<AuditService, AuditFilter, AuditRow>(house, [new(), new() { Entity = "Customer" }, new() { From = new(2026, 1, 1), To = new(2026, 2, 1), After = new("1", 9) }], Role.Administrator));
        wrong.AddRange(await Plans<AuditService, AuditFilter, AuditRow>(house, [new() { Key = "C1" }], Role.Administrator, few: true));
        wrong.AddRange(await Plans<OrderList, OrderFilter, OrderRow>(house, [.. Enum.GetValues<OrderShelf>().Select(s => new OrderFilter { Shelf = s }), new() { Engineer = 1, Shelf = OrderShelf.Completed, After = new("9", 9) }, new() { Area = "north", Shelf = OrderShelf.Completed, Order = "assigned", After = new("9", 9) }]));
        wrong.AddRange(await Plans<ContactList, ContactFilter, ContactRow>(house, [new(), new() { Book = Register.Calls, Person = 1 }, new() { Book = Register.Letters, From = new(2026, 1, 1), After = new("9", 9) }]));
        wrong.AddRange(await Typed(house, "漏油"));
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>What few bear is gathered and sorted; for what many bear a list runs through its own order.</summary>
    private static async Task<IEnumerable<string>> Typed(TestHouse house, string text)
    {
        var wrong = new List<string>();
        foreach (var limits in new[] { TypedText.Limits.Usual, new(0, 0, 0) })
        {
            var few = limits == TypedText.Limits.Usual;
            wrong.AddRange(await Plans<CustomerList, CustomerFilter, CustomerRow>(house, [new() { Text = text }, new() { Text = text, Area = "north", Order = "contact" }], few: few, limits: limits));
            wrong.AddRange(await Plans<AssetList, AssetFilter, AssetRow>(house, [new() { Text = text }], few: few, limits: limits));
            wrong.AddRange(await Plans<CaseList, CaseFilter, CaseRow>(house, [new() { Text = text }, new() { Text = text, Span = CaseSpan.All }], few: few, limits: limits));
            wrong.AddRange(await Plans<ComplaintList, ComplaintFilter, ComplaintRow>(house, [new() { Text = text, Shelf = ComplaintShelf.Closed }], few: few, limits: limits));
            wrong.AddRange(await Plans<CallbackList, CallbackFilter, CallbackEntry>(house, [new() { Text = text, Shelf = CallbackShelf.Done }], few: few, limits: limits));
            wrong.AddRange(await Plans<OrderList, OrderFilter, OrderRow>(house, [new() { Text = text, Shelf = OrderShelf.Completed }], few: few, limits: limits));
        }

        return wrong;
    }

    /// <summary>What is wrong; where only few rows are found, those pending or of one key, they may be sorted.</summary>
    private static async Task<List<string>> Plans<TList, TFilter, TRow>(TestHouse house, TFilter[] filters, Role role = Role.Supervisor, bool few = false, TypedText.Limits? limits = null)
        where TList : Listing<TFilter, TRow> where TFilter : ListFilter, new() where TRow : IListRow
    {
        await house.Get<Lists>().Book();
        var wrong = new List<string>();
        foreach (var filter in filters)
        {
            var asked = await Commands.Of(() => house.As(role).Ask((TList l) =>
            {
                l.Few = limits ?? TypedText.Limits.Usual;
                return l.Find(filter);
            }));
            Assert.NotEmpty(asked);
            foreach (var (sql, values) in asked.Where(a => !Small.Any(s => a.Sql.Contains($"FROM \"{s}\"", StringComparison.Ordinal))))
            {
                var plan = await Plan(house, sql, values);
                wrong.AddRange(plan.Where(step => IsWhole(step, plan) || (!few && step.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal))).Select(step => $"{filter}: {step} in {sql}"));
            }
        }

        return wrong;
    }

    /// <summary>A table is scanned without an index; what a part of the statement found is none.</summary>
    private static bool IsWhole(string step, List<string> plan) =>
        step.StartsWith("SCAN ", StringComparison.Ordinal) && !step.Contains(" USING ", StringComparison.Ordinal) && !step.Contains("CONSTANT", StringComparison.Ordinal)
        && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal) && !plan.Any(s => s == "CO-ROUTINE " + step[5..] || s == "MATERIALIZE " + step[5..]);

    private static async Task<List<string>> Plan(TestHouse house, string sql, IReadOnlyList<(string Name, object? Value)> values)
    {
        await using var db = house.Db();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    /// <summary>What a piece of work asks the database, as the diagnostics of EF tell it.</summary>
    private sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> listening = [];

        private static readonly AsyncLocal<List<(string Sql, IReadOnlyList<(string, object?)> Values)>?> Heard = new();

        public static async Task<List<(string Sql, IReadOnlyList<(string Name, object? Value)> Values)>> Of<T>(Func<Task<T>> work)
        {
            var heard = new List<(string, IReadOnlyList<(string, object?)>)>();
            Heard.Value = heard;
            using var told = new Commands();
            using var listening = DiagnosticListener.AllListeners.Subscribe(told);
            await work();
            Heard.Value = null;
            return heard;
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                listening.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData told)
            {
                Heard.Value?.Add((told.Command.CommandText, [.. told.Command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
            }
        }

        public void Dispose() => listening.ForEach(l => l.Dispose());

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
