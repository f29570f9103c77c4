using System.Text.RegularExpressions;
using AfterSales.Core.Assets;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Performance;
using AfterSales.Core.Settings;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Data;

/// <summary>What somebody of the trade would find impossible about the sample's calls, texts and figures.</summary>
public sealed partial class BelievableDeskTests(ToldSample told) : IClassFixture<ToldSample>
{
    /// <summary>R9: nobody calls about a machine that isn't accepted yet, but to have it installed, or to complain of that.</summary>
    [Fact]
    public void Calls_are_about_machines_in_use()
    {
        var early = told.Cases.Where(c => c.AssetId is not null && c.ParentId is null && c.Type != CaseType.Installation && ToldSample.Day(c.OpenedAt) < (told.Assets[c.AssetId.Value] is var a ? a.AcceptedOn ?? a.InstalledOn ?? a.DeliveredOn : null));
        Assert.Empty(early.Select(c => c.Number));
    }

    /// <summary>R9: an installation comes after the delivery, ends with the installed day, and comes once.</summary>
    [Fact]
    public void Installations_come_between_delivery_and_acceptance()
    {
        var jobs = told.Cases.Where(c => c is { Type: CaseType.Installation, Status: not CaseStatus.Cancelled }).ToList();
        Assert.True(jobs.Count > 20, $"{jobs.Count} installations");
        Assert.All(jobs, c =>
        {
            var asset = told.Assets[c.AssetId!.Value];
            Assert.True(asset.DeliveredOn <= ToldSample.Day(c.OpenedAt), c.Number);
            Assert.Equal(c.ResolvedAt is { } at ? ToldSample.Day(at) : null, asset.InstalledOn);
            Assert.False(asset.AcceptedOn < asset.InstalledOn, c.Number);
        });
        Assert.Equal(jobs.Count, jobs.Select(c => c.AssetId).Distinct().Count());
        Assert.All(told.Assets.Values, a => Assert.False(a.InstalledOn < a.DeliveredOn || a.AcceptedOn < a.InstalledOn, a.SerialNo));
    }

    /// <summary>DOMAIN 2: impact is asked first; the caller's words say the same.</summary>
    [Fact]
    public void The_callers_words_follow_the_impact() => Assert.All(told.Cases.Where(c => c.Type == CaseType.Repair), c =>
    {
        var (stands, fine) = (StandsStill().IsMatch(c.Description), RunsOn().IsMatch(c.Description));
        Assert.True(stands == (c.Impact == Impact.Stopped) && fine == (c.Impact == Impact.None), $"{c.Impact}: {c.Description}");
        Assert.False(c.Symptom is "GEN-POWER" or "GEN-PLC" or "EXT-SCREW" or "STR-BRAKE" && c.Impact != Impact.Stopped, c.Description);
    });

    /// <summary>Symptoms by product line.</summary>
    [Fact]
    public async Task A_symptom_is_one_of_the_machines_line()
    {
        await using var db = told.House.Db();
        var lines = db.Terms.Where(t => t.Kind == TermKind.Symptom).ToDictionary(t => t.Code, t => t.ProductLine);
        Assert.All(told.Cases.Where(c => c.Symptom is not null), c => Assert.True(lines[c.Symptom!] is null || lines[c.Symptom!] == c.ProductLine, c.Number));
    }

    /// <summary>R48: calls are made in the call hours, and not on a Sunday.</summary>
    [Fact]
    public void Callbacks_keep_to_the_call_hours()
    {
        var frames = Baseline.Policy().CallHours;
        Assert.All(told.Callbacks.SelectMany(c => c.Attempts), a => Assert.True(
            frames.Any(f => f.From <= ToldSample.Time(a.At) && ToldSample.Time(a.At) < f.To) && ToldSample.Day(a.At).DayOfWeek != DayOfWeek.Sunday, $"{a.At:o}"));
    }

    [Fact]
    public void People_act_when_people_are_at_work() => Assert.All(told.Cases.SelectMany(c => c.Events).Where(e => e.PersonId is not null), e =>
        Assert.True(ToldSample.Time(e.At) >= new TimeOnly(6, 0) && ToldSample.Time(e.At) <= new TimeOnly(22, 30), $"{e.Kind} {e.At:o}"));

    /// <summary>DOMAIN 2, case life.</summary>
    [Fact]
    public void Nothing_happens_before_its_time() => Assert.All(told.Cases, c =>
    {
        Assert.True(c.Events.All(e => e.At >= c.OpenedAt && e.At <= told.Now), c.Number);
        Assert.False(c.ClosedAt < c.ResolvedAt || c.ResolvedAt < c.ArrivedAt || c.RepliedAt < c.OpenedAt, c.Number);
        Assert.True(c.ClosedAt is null || c.ResolvedAt is not null, c.Number);
    });

    [Fact]
    public void No_customer_calls_all_day()
    {
        Assert.DoesNotContain(told.Cases.CountBy(c => (c.CustomerId, ToldSample.Day(c.OpenedAt))), d => d.Value > 3);
        Assert.DoesNotContain(told.Cases.Where(c => c.AssetId is not null && c.ParentId is null).CountBy(c => (c.AssetId, ToldSample.Day(c.OpenedAt))), d => d.Value > 1);
    }

    /// <summary>Every area code is one of a city's; eight digits after it, seven where the city has seven.</summary>
    [Fact]
    public void Phones_are_numbers_that_can_be_dialled()
    {
        Assert.All(told.Customers.SelectMany(c => c.Contacts).SelectMany(c => c.Phones).Select(p => p.Number), n => Assert.Matches(Dialled(), n));
        Assert.All(told.Customers, c => Assert.InRange(c.Contacts.Count, 1, 3));
    }

    [Fact]
    public void Texts_are_not_the_same_again_and_again()
    {
        Few(told.Cases.Select(c => c.Description), 0.02);
        Few(told.Reports.Where(r => r.Remedy is not null).Select(r => r.Remedy!), 0.02);
        Few(told.Cases.Where(c => c.Resolution is not null).Select(c => c.Resolution!), 0.02);
        Few(told.Cases.SelectMany(c => c.Events).Where(e => e is { Kind: CaseEventKind.Replied, Text: not null }).Select(e => e.Text!), 0.05);
        Few(told.Answers.Where(a => a.Comment is not null).Select(a => a.Comment!), 0.05);
    }

    [Fact]
    public void Chinese_records_are_in_Chinese()
    {
        var texts = told.Cases.Select(c => c.Description).Concat(told.Cases.SelectMany(c => c.Events).Select(e => e.Text ?? "")).Concat(told.Reports.SelectMany(r => new[] { r.Remedy ?? "", r.CauseText ?? "" }));
        Assert.All(texts, t => Assert.DoesNotMatch(@"[a-z]{3,}|[{}]|,|\?|null", t));
    }

    /// <summary>The last whole month stands as a firm's would: neither perfect nor hopeless.</summary>
    [Fact]
    public async Task The_figures_are_those_of_a_firm_at_work()
    {
        var view = await told.House.As(Role.Manager).Ask((PerformanceService s) => s.View(Period.Parse("2026-10")!, Dimension.Area));
        Assert.All(new (FigureKey Key, double From, double To)[]
        {
            (FigureKey.K1, 0.9, 0.98), (FigureKey.K5, 0.93, 0.999), (FigureKey.K6, 0.85, 0.99), (FigureKey.K7, 0.85, 0.99), (FigureKey.K8, 0.7, 0.97), (FigureKey.K9, 0.8, 1), (FigureKey.K11, 0.7, 0.95),
        }, f => Assert.True(view[f.Key].Figure.Value is { } value && value >= f.From && value <= f.To, $"{f.Key}: {view[f.Key].Figure.Value}"));
    }

    private static void Few(IEnumerable<string> texts, double most)
    {
        var all = texts.ToList();
        var (text, count) = all.CountBy(t => t).MaxBy(t => t.Value);
        Assert.True(count <= Math.Max(3, all.Count * most), $"{count} of {all.Count}: {text}");
    }

    [GeneratedRegex("停机等|开不了机|不能开机|都停了|停了一个班|机器停着")]
    private static partial Regex StandsStill();

    [GeneratedRegex("不影响|正常开|照常开|没受影响|正常用")]
    private static partial Regex RunsOn();

    [GeneratedRegex(@"^((\+86 )?1[3-9]\d[ -]?\d{4}[ -]?\d{4}|(010|02\d|0(510|512|514|519|551|571|574|531|532|591|791|769|757|851|871|371|731|411|431|451))-[2-8]\d{7}|0(550|553|572|592|635|312|317|319|351|471|752|771|816|373|931|951|991)-[2-8]\d{6})$")]
    private static partial Regex Dialled();
}
