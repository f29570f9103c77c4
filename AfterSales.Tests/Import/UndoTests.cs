using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Import;

/// <summary>An import changes only what is safe, and goes away as a whole as long as nothing was built on it.</summary>
public sealed class UndoTests
{
    private static object?[] Case(string no, string resolved, object? score) =>
        [no, "2026-10-05 09:00", "来电", "维修", "C001", null, null, "漏油", null, null, "王强", null, "2026-10-05 10:00", resolved, null, null, score is null ? null : "2026-10-20 10:00", score, null];

    private static Sheets Book(string name, string resolved, object? score = null) => new Sheets()
        .Add("客户", Sheets.CustomerHeads, ["C001", name, null, null, "张工", "13800138000", "青岛", null, 100])
        .Add("服务单", Sheets.CaseHeads, Case("F-1", resolved, score));

    [Theory, BothDatabases]
    public async Task An_import_changes_what_came_by_import_and_undone_it_stands_as_before(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var first = await ImportTests.Take(house, Book("甲公司", "2026-10-06 09:00").File());

        var second = await ImportTests.Take(house, Book("甲有限公司", "2026-10-07 09:00", 4).File());

        Assert.Equal([1, 1], second.Sheets.Select(s => s.Changed));
        Assert.Equal(["Name"], second.Changes[0].Fields.Select(f => f.Column.Key));
        Assert.Equal(["ResolvedAt", "AnsweredAt", "Score"], second.Changes[1].Fields.Select(f => f.Column.Key));
        await ImportTests.Sound(house);
        var blocked = await house.As(Role.Supervisor).Ask((ImportUndoing u) => u.Undo(first.BatchId!.Value, house.Request));
        Assert.Equal(["Import.CasesWentOn", "Import.BuiltOnCase", "Import.CustomersUsed", "Import.BuiltOnCustomer"], blocked.Problems.Select(p => p.Code));

        Assert.True((await house.As(Role.Supervisor).Ask((ImportUndoing u) => u.Undo(second.BatchId!.Value, house.Request))).Ok);

        await ImportTests.Sound(house);
        Assert.Equal("甲公司", await house.Read(db => db.Customers.Select(c => c.Name).SingleAsync()));
        Assert.False(await house.Read(db => db.SatisfactionAnswers.AnyAsync()));
        var done = await house.As(Role.Supervisor).Ask((ImportUndoing u) => u.Undo(first.BatchId!.Value, house.Request));
        Assert.True(done.Ok, string.Join("; ", done.Problems));
        Assert.False(await house.Read(db => db.Customers.AnyAsync()) || await house.Read(db => db.Cases.AnyAsync()) || await house.Read(db => db.SearchKeys.AnyAsync()) || await house.Read(db => db.ScheduledActions.AnyAsync()));
        await ImportTests.Sound(house);
        Assert.Equal([1, 1], (await ImportTests.Take(house, Book("甲公司", "2026-10-06 09:00").File())).Sheets.Select(s => s.New));
    }

    [Theory, BothDatabases]
    public async Task Areas_made_on_the_way_go_with_it_unless_somebody_took_them_up(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        Sheets Areas(params (string Code, string Area)[] rows) => new Sheets().Add("客户", [Sheets.CustomerHeads, .. rows.Select(r => new object?[] { r.Code, r.Code + "公司", null, null, null, null, null, r.Area })]);
        var before = await house.Read(db => db.Areas.CountAsync());
        var first = await ImportTests.Take(house, Areas(("C001", "胶东"), ("C002", "胶西"), ("C003", "胶南"), ("C004", "胶北")).File());
        var second = await ImportTests.Take(house, Areas(("C005", "胶西")).File());
        await house.Read(db => db.Users.Where(p => p.Id == People.Engineer).ExecuteUpdateAsync(set => set.SetProperty(p => p.Area, "胶南")));
        await house.Read(db => db.Areas.Where(a => a.Code == "胶北").ExecuteUpdateAsync(set => set.SetProperty(a => a.DistanceKm, 80)));

        await Undone(first);

        Assert.Equal(["胶北", "胶南", "胶西"], (await Left()).Order(StringComparer.Ordinal));
        await Undone(second);
        Assert.Equal(["胶北", "胶南"], (await Left()).Order(StringComparer.Ordinal));
        Assert.Equal(before + 2, await house.Read(db => db.Areas.CountAsync()));
        Assert.Equal(1, (await ImportTests.Take(house, Areas(("C001", "胶东")).File())).Sheets[0].New);
        Assert.Contains("胶东", await Left());

        async Task Undone(ImportReport report) => Assert.Empty((await house.As(Role.Supervisor).Ask((ImportUndoing u) => u.Undo(report.BatchId!.Value, house.Request))).Problems);
        Task<List<string>> Left() => house.Read(db => db.Areas.Where(a => EF.Functions.Like(a.Code, "胶%")).Select(a => a.Code).ToListAsync());
    }

    [Fact]
    public async Task What_has_gone_on_in_the_system_is_neither_changed_nor_undone()
    {
        await using var house = await TestHouse.Open();
        var first = await ImportTests.Take(house, Book("甲公司", "2026-10-06 09:00").File());
        Assert.True((await house.As(Role.Agent).Ask((CaseClosing closing) => closing.Close("F-1", null, house.Request))).Ok);

        var second = await ImportTests.Take(house, Book("甲公司", "2026-10-07 09:00").File());

        Assert.Equal(("Import.CaseLives", "ResolvedAt"), (second.Faults[0].What.Code, second.Faults[0].Column!.Key));
        var undone = await house.As(Role.Supervisor).Ask((ImportUndoing u) => u.Undo(first.BatchId!.Value, house.Request));
        Assert.Equal([("Import.CasesWentOn", (object?)1), ("Import.BuiltOnCase", "F-1")], undone.Problems.Select(p => (p.Code, p.Args[0])));
    }
}
