using AfterSales.Bench.Soak;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Data;

/// <summary>
/// The running site under a mixed load, killed with SIGKILL. That what was committed also outlives the machine is the test of
/// <c>synchronous</c>, in <see cref="StorageTests"/>. Longer runs: <c>AfterSales.Bench soak</c>.
/// </summary>
public sealed class KillTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aftersales-kill-").FullName;

    [Fact]
    public async Task Killed_twenty_times_everything_acknowledged_is_there_and_every_reminder_once()
    {
        var result = await new KillRun(folder).Run(kills: 20);

        Assert.Empty(result.Wrong);
        Assert.InRange(result.Acknowledged, 100, int.MaxValue);
        Assert.InRange(result.Unanswered, 1, int.MaxValue);
        Assert.InRange(result.Told, 20, int.MaxValue);
        using var cli = new Cli();
        var check = await cli.Run("ConnectionStrings__AfterSales=Data Source=" + Path.Combine(folder, "soak.db"), "check");
        Assert.Equal((0, ""), (check.Code, check.Error));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, true);
}
