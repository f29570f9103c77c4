using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Bench;

/// <summary>The first page of the list of cases: open ones, each filter alone, combinations, a month.</summary>
internal static class ListPaths
{
    private const string Open = "SELECT * FROM Cases WHERE Status IN (1, 2, 3, 4, 7, 8)";

    public static async Task Measure(BenchHouse house, Table table)
    {
        var (engineer, owner) = await house.Read(async db => (
            await db.Cases.Where(c => c.EngineerId != null).Select(c => c.EngineerId).FirstAsync(), await db.Cases.Select(c => c.OwnerId).FirstAsync()));
        var month = house.Clock.Today.AddMonths(-1);
        var first = new DateOnly(month.Year, month.Month, 1);
        CaseFilter Month() => new() { Span = CaseSpan.Opened, From = first, To = first.AddMonths(1).AddDays(-1) };
        var days = $"OpenedAt >= {house.Clock.StartOf(first).ToUnixTimeMilliseconds()} AND OpenedAt < {house.Clock.StartOf(first.AddMonths(1)).ToUnixTimeMilliseconds()}";
        const string Urgent = " ORDER BY NextDueAt LIMIT 50";
        var newest = " ORDER BY OpenedAt DESC LIMIT 50";
        (string, CaseFilter, string)[] paths =
        [
            ("open", new(), Open + Urgent), ("open, newest first", new() { Order = "opened" }, Open + newest),
            ("open, status", new() { Status = CaseStatus.OnHold }, Open + " AND Status = 7" + Urgent), ("open, type", new() { Type = CaseType.Complaint }, Open + " AND Type = 11" + Urgent),
            ("open, priority", new() { Priority = Priority.Urgent }, Open + " AND Priority = 1" + Urgent), ("open, channel", new() { Channel = Channel.Letter }, Open + " AND Channel = 3" + Urgent),
            ("open, area", new() { Area = "north" }, Open + " AND Area = 'north'" + Urgent), ("open, engineer", new() { Engineer = engineer }, Open + $" AND EngineerId = {engineer}" + Urgent),
            ("open, owner", new() { Owner = owner }, Open + $" AND OwnerId = {owner}" + Urgent), ("open, line", new() { Line = "drawing" }, Open + " AND ProductLine = 'drawing'" + Urgent),
            ("open, symptom", new() { Symptom = "STR-TENSION" }, Open + " AND Symptom = 'STR-TENSION'" + Urgent), ("open, overdue", new() { Risk = CaseRisk.Overdue }, Open + " AND NextDueAt < unixepoch() * 1000" + Urgent),
            ("open, at risk", new() { Risk = CaseRisk.AtRisk }, Open + " AND AtRiskAt < unixepoch() * 1000" + Urgent), ("open, undispatched", new() { Undispatched = true }, Open + " AND Mode <> 1 AND NOT EXISTS (SELECT 1 FROM WorkOrders o WHERE o.CaseId = Cases.Id AND o.Status IN (1, 2, 3, 4))" + Urgent),
            ("open, area + priority + type", new() { Area = "south", Priority = Priority.Urgent, Type = CaseType.Repair }, Open + " AND Area = 'south' AND Priority = 1 AND Type = 5" + Urgent),
            ("a month", Month(), $"SELECT * FROM Cases WHERE {days}" + newest), ("a month, type", Month() with { Type = CaseType.Complaint }, $"SELECT * FROM Cases WHERE {days} AND Type = 11" + newest),
            ("a month, area + line", Month() with { Area = "north", Line = "drawing" }, $"SELECT * FROM Cases WHERE {days} AND Area = 'north' AND ProductLine = 'drawing'" + newest),
            ("a month, engineer", Month() with { Engineer = engineer }, $"SELECT * FROM Cases WHERE {days} AND EngineerId = {engineer}" + newest),
            ("a month, symptom", Month() with { Symptom = "STR-TENSION" }, $"SELECT * FROM Cases WHERE {days} AND Symptom = 'STR-TENSION'" + newest),
        ];
        foreach (var (name, filter, floor) in paths)
        {
            await table.Line(name, () => house.Ask(Role.Supervisor, (CaseList list) => list.Find(filter)), () => house.Raw(floor));
        }
    }
}
