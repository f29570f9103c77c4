using AfterSales.Core.Identity;

namespace AfterSales.Tests.Browser;

/// <summary>One site with its sample data and one browser, shared by the walks, which go one after another.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private Chromium? chromium;

    /// <summary>The site.</summary>
    public RunningSite Site { get; } = new();

    /// <summary>Somebody at a screen, not signed in yet.</summary>
    public async Task<Visitor> Visit(Screen screen)
    {
        await Up();
        return await Visitor.Arrive(chromium!.Browser, Site, screen);
    }

    /// <summary>Site and browser are there from the first time that they are asked for.</summary>
    public async Task Up()
    {
        Assert.SkipWhen(Chromium.MissingBecause is not null, Chromium.MissingBecause ?? "");
        if (chromium is null)
        {
            chromium = await Chromium.Start();
            await Site.Start();
        }
    }

    /// <summary>Somebody of a role, signed in.</summary>
    public async Task<Visitor> Visit(Role role, Screen screen)
    {
        var visitor = await Visit(screen);
        await visitor.SignIn(role);
        return visitor;
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        await Site.DisposeAsync();
    }
}

/// <summary>Walks share the site and go one after another.</summary>
[CollectionDefinition("Browser")]
public sealed class BrowserWalks : ICollectionFixture<SampleSite>;

/// <summary>How somebody looks at the site.</summary>
public sealed record Screen(string Culture, int Width, bool Dark)
{
    /// <summary>A desk, in Chinese.</summary>
    public static readonly Screen Desk = new("zh-CN", 1440, false);

    /// <summary>A phone, in Chinese.</summary>
    public static readonly Screen Phone = new("zh-CN", 390, false);

    /// <summary>Both languages, both widths, both colours, each beside each.</summary>
    public static readonly IReadOnlyList<Screen> All = [Desk, new("en", 1440, true), new("zh-CN", 390, true), new("en", 390, false)];

    /// <inheritdoc/>
    public override string ToString() => $"{Culture}-{Width}-{(Dark ? "dark" : "light")}";
}
