using AfterSales.Tests.Browser;

namespace AfterSales.Tests.Commands;

/// <summary>The verb as it is typed: the built program, a database of its own.</summary>
public sealed class GenerateVerbTests : IAsyncLifetime
{
    private readonly RunningSite program = new();

    private string Database => Path.Combine(program.Folder, "site.db");

    [Fact]
    public async Task History_is_generated_on_top_of_history_and_is_sound()
    {
        var first = await program.Verb("generate", "--cases", "120", "--months", "3", "--seed", "5");
        var more = await program.Verb("generate", "--cases", "30");
        var check = await program.Verb("check");

        Assert.Equal((0, 0, 0), (first.Code, more.Code, check.Code));
        Assert.Contains("120", first.Output, StringComparison.Ordinal);
        Assert.Contains("150", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--cases")]
    [InlineData("--cases", "0")]
    [InlineData("--cases", "1e6")]
    [InlineData("--cases", "10", "--months", "0")]
    [InlineData("--cases", "10", "twice")]
    public async Task Nonsense_is_wrong_usage_told_in_a_line(params string[] words)
    {
        var (code, output, error) = await program.Verb(["generate", .. words]);

        Assert.Equal((2, ""), (code, output));
        Assert.NotEmpty(error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_killed_half_way_leaves_nothing()
    {
        var killed = await program.KillVerb(() => File.Exists(Database + "-journal") && new FileInfo(Database).Length > 20_000_000, "generate", "--cases", "60000");

        Assert.True(killed, "it had ended before");
        var check = await program.Verb("check");
        Assert.Equal(0, check.Code);
        Assert.Contains(" 0 ", check.Output, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => program.DisposeAsync();
}
