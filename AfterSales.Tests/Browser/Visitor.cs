using AfterSales.Core.Data.SampleData;
using AfterSales.Core.Identity;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AfterSales.Tests.Browser;

/// <summary>Somebody with a browser window; notes every error that the window sees.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly List<string> faults = [];
    private readonly IBrowserContext window;
    private readonly RunningSite site;
    private readonly Screen screen;
    private string name = "visitor";
    private Task held = Task.CompletedTask;

    private Visitor(RunningSite site, Screen screen, IBrowserContext window, IPage page) =>
        (this.site, this.screen, this.window, Page) = (site, screen, window, page);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>True on a phone.</summary>
    public bool OnPhone => screen.Width < 600;

    /// <summary>Opens a window of the screen's kind.</summary>
    public static async Task<Visitor> Arrive(IBrowser browser, RunningSite site, Screen screen)
    {
        var window = await browser.NewContextAsync(new()
        {
            BaseURL = site.Address,
            Locale = screen.Culture,
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = screen.Width, Height = screen.Width < 600 ? 844 : 900 },
            HasTouch = screen.Width < 600,
            ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
        });
        var page = await window.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        var visitor = new Visitor(site, screen, window, page);
        page.Console += (_, m) => visitor.Note(m.Type == "error", m.Text);
        page.PageError += (_, e) => visitor.Note(true, e);
        page.Response += (_, r) => visitor.Note(r.Status >= 400, $"{r.Status} {r.Url}");
        page.RequestFailed += (_, r) => visitor.Note(r.Failure != "net::ERR_ABORTED", $"{r.Failure} {r.Url}");
        return visitor;
    }

    /// <summary>Signs in with the account of Development, in the screen's language.</summary>
    public async Task SignIn(Role role)
    {
        name = role == Role.Administrator ? "admin" : role.ToString().ToLowerInvariant();
        await Page.GotoAsync("/account/signin");
        await Page.FillAsync("#user", name);
        await Page.FillAsync("#password", Accounts.Password);
        await Page.ClickAsync("[data-test=signin]");
        await Settled();
        if (await Page.Locator("html").GetAttributeAsync("lang") != screen.Culture)
        {
            await Page.ClickAsync("[data-test=own-menu]");
            await Page.ClickAsync($"[data-test=language-{screen.Culture}]");
            await Settled();
        }
    }

    /// <summary>From the next page on, <see cref="HoldLink"/> can hold back what the server sends.</summary>
    public Task RouteLink() => Page.RouteWebSocketAsync(_ => true, link =>
    {
        var before = Task.CompletedTask;
        link.ConnectToServer().OnMessage(frame => before = Pass(before, frame.Binary!));

        async Task Pass(Task before, byte[] bytes)
        {
            await before;
            await held;
            link.Send(bytes);
        }
    });

    /// <summary>Holds back what the server sends until the answer is set.</summary>
    public TaskCompletionSource HoldLink()
    {
        var held = new TaskCompletionSource();
        this.held = held.Task;
        return held;
    }

    /// <summary>Goes to an address and waits until the page is there.</summary>
    public async Task Go(string address)
    {
        await Page.GotoAsync(address);
        await Settled();
    }

    /// <summary>Waits until the circuit has drawn the page and nothing on it is still loading.</summary>
    public async Task Settled()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        await Page.WaitForFunctionAsync(
            """
            () => {
                const main = document.querySelector('main');
                return main && main.textContent.trim().length > 0
                    && ![...document.querySelectorAll('[aria-busy=true], .mud-skeleton, .mud-progress-linear-indeterminate, .waiting')].some(e => e.getClientRects().length > 0);
            }
            """);
    }

    /// <summary>The element that carries the test's name.</summary>
    public ILocator Test(string test) => Page.Locator($"[data-test='{test}']");

    /// <summary>Keeps a picture of the window under artifacts/screens, and in docs/screens where the flag asks for it.</summary>
    public Task Picture(string of) => Pictures.Take(Page, $"{name}-{of}-{screen}");

    /// <summary>The page is sound: no error seen, nothing unreadable for assistive technology, no text missing, no sideways scrolling.</summary>
    public async Task Sound(string what)
    {
        var found = new List<string>(Seen());
        var axe = await Page.RunAxe();
        found.AddRange(axe.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id} ({v.Impact}): {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        var text = await Page.InnerTextAsync("body");
        found.AddRange(House.MissingTexts.In(text));
        if (await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))
        {
            found.Add("scrolls sideways");
        }

        Assert.True(found.Count == 0, $"{what} as {name}, {screen}:{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }

    /// <summary>No error was seen so far.</summary>
    public void NoFault()
    {
        var seen = Seen();
        Assert.True(seen.Count == 0, $"{name}, {screen}:{Environment.NewLine}{string.Join(Environment.NewLine, seen)}{Environment.NewLine}{string.Join(Environment.NewLine, site.Log.Split('\n').TakeLast(30))}");
    }

    /// <summary>Forgets errors that the walk provoked on purpose.</summary>
    public void Forgive()
    {
        lock (faults)
        {
            faults.Clear();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await window.DisposeAsync();

    private List<string> Seen()
    {
        lock (faults)
        {
            return [.. faults];
        }
    }

    private void Note(bool wrong, string what)
    {
        if (wrong)
        {
            lock (faults)
            {
                faults.Add(what);
            }
        }
    }
}
