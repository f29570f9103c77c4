using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Web.Hosting;
using AfterSales.Web.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AfterSales.Tests.Import;

/// <summary>A file on its way in goes on by itself, one a person, and ends with the person's session.</summary>
public sealed class ImportRunsTests
{
    [Fact]
    public async Task A_file_is_looked_at_taken_in_and_put_away()
    {
        await using var house = await TestHouse.Open();
        using var runs = Runs(house);
        var file = await Spooled(Sheets.Firm());
        var run = runs.Take(Supervisor, "旧系统.xlsx", file)!;
        await Until(run, ImportPhase.Checked);
        Assert.Equal(0, await house.Read(db => db.Customers.CountAsync(c => c.Code == "C001")));

        runs.Import(run);
        await Until(run, ImportPhase.Imported);
        Assert.Equal(1, await house.Read(db => db.Customers.CountAsync(c => c.Code == "C001")));
        runs.Drop(Supervisor);

        Assert.Null(runs.Of(Supervisor));
        Assert.False(File.Exists(file.Name));
    }

    [Fact]
    public async Task While_one_is_under_way_there_is_no_other_and_stopped_nothing_of_it_is_there()
    {
        await using var house = await TestHouse.Open();
        using var runs = Runs(house);
        var run = runs.Take(Supervisor, "旧系统.xlsx", await Spooled(Sheets.Firm()))!;
        await Until(run, ImportPhase.Checked);
        using (await house.Get<WriteGate>().Enter(TestContext.Current.CancellationToken))
        {
            runs.Import(run);
            await using var second = await Spooled(Sheets.Firm());
            Assert.Null(runs.Take(Supervisor, "另一个.xlsx", second));
            runs.Drop(Supervisor);
            Assert.Same(run, runs.Of(Supervisor));
            run.Stop();
            await Until(run, ImportPhase.Stopped);
        }

        Assert.Equal(0, await house.Read(db => db.Customers.CountAsync(c => c.Code == "C001")));
    }

    [Fact]
    public async Task It_ends_with_the_session_of_who_handed_it_in()
    {
        await using var house = await TestHouse.Open();
        using var runs = Runs(house);
        var run = runs.Take(Supervisor, "旧系统.xlsx", await Spooled(Sheets.Firm()))!;
        await Until(run, ImportPhase.Checked);

        house.Get<ChangeFeed>().Publish([$"person/{People.OtherEngineer}/session"]);
        Assert.Same(run, runs.Of(Supervisor));
        house.Get<ChangeFeed>().Publish([$"person/{People.Supervisor}/session"]);

        Assert.Null(runs.Of(Supervisor));
    }

    /// <summary>Of two windows of one person the first hears that the file is another one now.</summary>
    [Fact]
    public async Task Another_file_in_the_place_of_one_is_told()
    {
        await using var house = await TestHouse.Open();
        using var runs = Runs(house);
        var heard = new List<string?>();
        runs.Replaced += _ => heard.Add(runs.Of(Supervisor)?.Name);
        await Until(runs.Take(Supervisor, "一.xlsx", await Spooled(Sheets.Firm()))!, ImportPhase.Checked);
        await Until(runs.Take(Supervisor, "二.xlsx", await Spooled(Sheets.Firm()))!, ImportPhase.Checked);
        runs.Drop(Supervisor);

        Assert.Equal(["一.xlsx", null, "二.xlsx", null], heard);
    }

    private static Actor Supervisor => new(People.Supervisor, "王建国", Role.Supervisor);

    private static ImportRuns Runs(TestHouse house) => new(house.Get<IServiceScopeFactory>(), house.Get<ChangeFeed>(), NullLogger<ImportRuns>.Instance);

    private static async Task<FileStream> Spooled(Sheets book)
    {
        var file = Spool.Open();
        await using var from = book.File().Open();
        await from.CopyToAsync(file);
        await file.FlushAsync();
        return file;
    }

    private static async Task Until(ImportRun run, ImportPhase phase)
    {
        for (var i = 0; run.Phase != phase && i < 600; i++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(phase, run.Phase);
    }
}
