namespace AfterSales.Bench.Soak;

/// <summary><c>soak [KILLS]</c>: the kill test, as long as one likes; exit 1 with what is wrong.</summary>
internal static class SoakVerb
{
    /// <summary>Runs it in a folder that is removed afterwards when all was well.</summary>
    public static async Task<int> Run(int kills)
    {
        var folder = Directory.CreateTempSubdirectory("aftersales-soak-").FullName;
        var result = await new KillRun(folder, Environment.TickCount).Run(kills, step: TimeSpan.FromHours(4));
        Console.WriteLine($"{result.Kills} kills, {result.Acknowledged} acknowledged changes, {result.Unanswered} sent again, {result.Told} notifications");
        foreach (var wrong in result.Wrong)
        {
            await Console.Error.WriteLineAsync(wrong);
        }

        if (result.Wrong.Count > 0)
        {
            await Console.Error.WriteLineAsync("The database stays in " + folder);
            return 1;
        }

        Directory.Delete(folder, true);
        return 0;
    }
}
