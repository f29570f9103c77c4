using System.Globalization;
using System.Text.Json;
using AfterSales.Core.Performance;
using AfterSales.Tests.Browser;
using AfterSales.Tests.House;

namespace AfterSales.Tests.Commands;

/// <summary>DESIGN, Contracts, figures as JSON: read by the firm's own programs, so its names and shape stay.</summary>
public sealed class PerformanceVerbTests : IAsyncLifetime
{
    private readonly RunningSite program = new();

    [Fact]
    public async Task Figures_come_as_json_and_their_groups_add_up_to_them()
    {
        Assert.Equal(0, (await program.Verb("generate", "--cases", "400", "--months", "24", "--seed", "7")).Code);
        var year = (File.GetLastWriteTimeUtc(Path.Combine(program.Folder, "site.db")).Year - 1).ToString(CultureInfo.InvariantCulture);

        var (code, output, _) = await program.Verb("report", "performance", "--period", year, "--by", "area", "--format", "json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;
        Assert.Equal(["period", "from", "to", "figures", "groups"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal((year, year + "-01-01T00:00:00+08:00"), (root.GetProperty("period").GetString(), root.GetProperty("from").GetString()));
        var figures = root.GetProperty("figures").EnumerateArray().ToDictionary(f => f.GetProperty("key").GetString()!);
        Assert.Equal(FigureKeys.All.Select(k => k.ToString()), figures.Keys);
        foreach (var (key, figure) in figures)
        {
            Assert.Equal(["key", "numerator", "denominator", "value"], figure.EnumerateObject().Select(p => p.Name));
            var (numerator, denominator) = (figure.GetProperty("numerator").GetDouble(), figure.GetProperty("denominator").GetDouble());
            var value = figure.GetProperty("value");
            Assert.True(denominator == 0 ? value.ValueKind == JsonValueKind.Null : Math.Abs(value.GetDouble() - numerator / denominator) < 1e-9, key);
            var groups = root.GetProperty("groups").EnumerateArray().SelectMany(g => g.GetProperty("figures").EnumerateArray().Where(f => f.GetProperty("key").GetString() == key)).ToList();
            Assert.Equal(denominator, groups.Sum(f => f.GetProperty("denominator").GetDouble()));
        }

        Assert.True(figures["K5"].GetProperty("denominator").GetDouble() > 50);
        Assert.All(root.GetProperty("groups").EnumerateArray(), g => Assert.NotEqual("", g.GetProperty("group").GetString()));
    }

    /// <summary>The workbook and the PDF hold every grouping there is room for; only the JSON takes one.</summary>
    [Fact]
    public async Task The_readme_and_the_answer_to_wrong_usage_say_the_same()
    {
        var (code, _, error) = await program.Verb("report", "performance", "--period", "2026", "--by", "area", "--format", "xlsx");
        var lines = Source.Lines("README.md").Where(l => l.StartsWith("| `report ", StringComparison.Ordinal)).Select(l => l.Split('`')[1].Replace("\\|", "|", StringComparison.Ordinal)).ToList();

        Assert.Equal((2, 2), (code, lines.Count));
        Assert.All(lines, line => Assert.Contains(line, error, StringComparison.Ordinal));
        Assert.Contains("--format json [--by ", error, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => program.DisposeAsync();
}
