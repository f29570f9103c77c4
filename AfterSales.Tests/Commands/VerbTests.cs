using System.Net;
using System.Net.Sockets;
using AfterSales.Core.Data;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Commands;

/// <summary>DESIGN, Contracts: exit 0 done, 1 refused with the reasons on stderr, 2 wrong usage; never a stack trace.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly Cli cli = new();

    [Theory]
    [InlineData(2, "no verb", "nonsense")]
    [InlineData(2, "Usage: import FILE", "import")]
    [InlineData(2, "Usage: export FILE", "export")]
    [InlineData(1, "is not there", "import", "x.xlsx")]
    [InlineData(2, "no setting", "--help")]
    [InlineData(2, "no setting", "--urls")]
    [InlineData(2, "no setting", "-x")]
    [InlineData(2, "Usage: backup FILE", "backup")]
    [InlineData(2, "Usage: backup FILE", "backup", "a", "b")]
    [InlineData(2, "Usage: backup FILE", "backup", "-x")]
    [InlineData(2, "Usage: check", "check", "more")]
    [InlineData(2, "Usage: check", "check", "--force", "x")]
    [InlineData(2, "Usage: restore FILE", "restore", "--force", "x")]
    [InlineData(2, "Usage: report", "report")]
    [InlineData(2, "Usage: report", "report", "nonsense")]
    [InlineData(2, "Usage: report", "report", "performance", "--period")]
    [InlineData(2, "Usage: report", "report", "performance", "--period", "2026-10", "--period", "2026-11", "--format", "json")]
    [InlineData(2, "Usage: report", "report", "performance", "--period", "2026-10", "--format", "doc")]
    [InlineData(2, "not a period", "report", "performance", "--period", "2026-13", "--format", "json")]
    [InlineData(2, "Usage: report", "report", "performance", "--format", "json")]
    [InlineData(2, "Usage: report", "report", "performance", "--period", "2026-10", "--format", "json", "--by", "nonsense")]
    [InlineData(2, "Usage: report", "report", "performance", "--period", "2026-10", "--format", "pdf", "--by", "area")]
    [InlineData(2, "Usage: report", "report", "case", "SC-20261124-0001", "--format", "xlsx")]
    [InlineData(2, "Usage: report", "report", "case", "--format", "pdf")]
    [InlineData(2, "Usage: generate", "generate")]
    [InlineData(2, "--cases", "generate", "--cases", "-5")]
    [InlineData(2, "--months", "generate", "--cases", "10", "--months", "241")]
    [InlineData(2, "--seed", "generate", "--cases", "10", "--seed", "x")]
    [InlineData(1, "no database yet", "backup", "b.db")]
    [InlineData(1, "no file", "restore", "none.db")]
    [InlineData(1, "not applied", "check")]
    [InlineData(1, "no case", "report", "case", "SC-20261124-0001")]
    [InlineData(2, "Database:Provider", "Database__Provider=Oracle", "check")]
    [InlineData(2, "Company:TimeZone", "Company__TimeZone=Mars/Olympus", "check")]
    [InlineData(2, "Company:Culture", "Company__Culture=xx", "check")]
    [InlineData(2, "refused in Production", "ASPNETCORE_ENVIRONMENT=Production", "--SampleData=true")]
    [InlineData(2, "connection string", "ConnectionStrings__AfterSales=nonsense", "check")]
    [InlineData(1, "cannot be used", "Database__Provider=Postgres", "ConnectionStrings__AfterSales=Host=127.0.0.1;Port=1;Username=x;Database=y;Timeout=3", "check")]
    [InlineData(1, "cannot be used", "Database__Provider=Postgres", "ConnectionStrings__AfterSales=Host=127.0.0.1;Port=1;Username=x;Database=y;Timeout=3")]
    [InlineData(1, "", "ASPNETCORE_URLS=nonsense")]
    public async Task Nonsense_is_answered_in_a_line_with_its_exit_code(int code, string told, params string[] words)
    {
        var ended = await cli.Run(words);

        Plain(ended, code, told);
        if (code == 2)
        {
            Assert.Single(ended.Error.Trim().Split('\n'));
            Assert.False(File.Exists(cli.At("site.db")), "the database was touched");
        }
    }

    [Theory]
    [InlineData("text.db", "check")]
    [InlineData("text.db")]
    [InlineData("text.db", "backup", "b.db")]
    [InlineData("", "check")]
    [InlineData("", "backup", "b.db")]
    [InlineData("")]
    [InlineData("nowhere/site.db", "check")]
    [InlineData("nowhere/site.db")]
    public async Task A_database_that_is_none_is_told(string file, params string[] words)
    {
        await File.WriteAllTextAsync(cli.At("text.db"), "This is no database, and long enough to be taken for one by its size alone. " + new string('x', 8000));

        Plain(await cli.Run(["ConnectionStrings__AfterSales=Data Source=" + cli.At(file), .. words]), 1, "");

        Assert.False(File.Exists(cli.At("b.db")));
        Assert.StartsWith("This is no database", await File.ReadAllTextAsync(cli.At("text.db")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_told()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        Plain(await cli.Run("ASPNETCORE_URLS=http://" + taken.LocalEndpoint), 1, "in use");
    }

    [Fact]
    public async Task A_backup_is_whole_and_comes_back_and_the_check_finds_it_sound()
    {
        var storage = await TestStore.Copy(StorageProvider.Sqlite);
        var here = "ConnectionStrings__AfterSales=" + storage.ConnectionString;

        Assert.Equal(0, (await cli.Run(here, "backup", "a.db")).Code);
        Assert.True(File.Exists(cli.At("a.db")));
        Plain(await cli.Run(here, "backup", "a.db"), 1, "exists already");
        Plain(await cli.Run(here, "backup", "nowhere/a.db"), 1, "cannot be written");
        Plain(await cli.Run(here, "restore", "nowhere"), 1, "no file");
        await File.WriteAllTextAsync(cli.At("text.db"), "no database");
        Plain(await cli.Run(here, "restore", "text.db"), 1, "no backup");
        Assert.Equal(0, (await cli.Run(here, "restore", "a.db")).Code);
        var check = await cli.Run(here, "check");
        Assert.Equal((0, "Sound: 0 cases checked"), (check.Code, check.Output.Trim()));
        await TestStore.Drop(storage);
    }

    /// <inheritdoc/>
    public void Dispose() => cli.Dispose();

    private static void Plain(Ended ended, int code, string told)
    {
        Assert.True(code == ended.Code, $"exit {ended.Code}: {ended.Output} {ended.Error}");
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", ended.Error, StringComparison.Ordinal);
        Assert.Contains(told, ended.Error + ended.Output, StringComparison.Ordinal);
        Assert.NotEqual("", ended.Error.Trim());
    }
}
