using System.Net;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AfterSales.Tests.Support;

/// <summary>
/// The whole site with its own registrations, Hangfire included, served on a free loopback port from a database of its own,
/// with the <see cref="Baseline"/> and passwords to sign in with.
/// </summary>
public sealed class WebHouse : IAsyncDisposable
{
    private const string Password = "AfterSales!2026";

    private readonly WebApplication app;
    private readonly StorageSettings storage;
    private readonly bool keep;

    private WebHouse(WebApplication app, StorageSettings storage, bool keep) => (this.app, this.storage, this.keep) = (app, storage, keep);

    /// <summary>Its database.</summary>
    public StorageSettings Storage => storage;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Where it answers.</summary>
    public string Address => app.Urls.First();

    /// <summary>The clock; move it by its offset.</summary>
    public BusinessClock Clock => Services.GetRequiredService<BusinessClock>();

    /// <summary>Serves a copy of the prepared database.</summary>
    public static async Task<WebHouse> Open(StorageProvider provider = StorageProvider.Sqlite, string environment = "Development", TimeSpan offset = default)
    {
        var storage = await TestStore.Copy(provider);
        return await Serve(storage, environment, offset, keep: false);
    }

    /// <summary>A second node on the same database, its clock set alike.</summary>
    public Task<WebHouse> Neighbour() => Serve(storage, "Development", Clock.Offset, keep: true);

    /// <summary>Somebody at a browser who keeps cookies and is not led on by redirects.</summary>
    public HttpClient Visitor() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Address) };

    /// <summary>Somebody of a role, signed in.</summary>
    public async Task<HttpClient> SignedIn(Role role)
    {
        await using (var db = Db())
        {
            var person = await db.Users.OrderBy(p => p.Id).FirstAsync(p => p.Role == role);
            person.PasswordHash ??= new PasswordHasher<Person>().HashPassword(person, Password);
            await db.SaveChangesAsync();
        }

        var visitor = Visitor();
        var answer = await visitor.PostAsync("/account/signin", await Form(visitor, "/account/signin", ("_handler", "signin"), ("UserName", People.Rows.First(p => p.Role == role).UserName!), ("Password", Password)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    /// <summary>The fields of a form, with the token that its page carries.</summary>
    public static async Task<FormUrlEncodedContent> Form(HttpClient visitor, string page, params (string Name, string Value)[] fields)
    {
        var html = await visitor.GetStringAsync(page);
        var at = html.IndexOf("__RequestVerificationToken", StringComparison.Ordinal);
        var token = html[(html.IndexOf("value=\"", at, StringComparison.Ordinal) + 7)..];
        return new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token[..token.IndexOf('"', StringComparison.Ordinal)])]);
    }

    /// <summary>The tables.</summary>
    public AfterSalesDb Db()
    {
        var db = Services.GetRequiredService<IDbContextFactory<AfterSalesDb>>().CreateDbContext();
        db.Now = Clock.Now;
        return db;
    }

    /// <summary>The services as an actor.</summary>
    public ActingAs As(Actor actor) => new(Services, actor);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (!keep)
        {
            await TestStore.Drop(storage);
        }
    }

    private static async Task<WebHouse> Serve(StorageSettings storage, string environment, TimeSpan offset, bool keep)
    {
        var builder = Start.Builder([
            "--environment=" + environment, "--urls=http://127.0.0.1:0", "--Database:Provider=" + storage.Provider,
            "--ConnectionStrings:AfterSales=" + storage.ConnectionString, "--SampleData=false", "--Attachments:Folder=" + storage.Files, "--Clock:Offset=" + offset.ToString("c", System.Globalization.CultureInfo.InvariantCulture)]);
        var settings = SiteSettings.Read(builder.Configuration, builder.Environment).Value;
        builder.AddSite(settings);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Services.GetRequiredService<BusinessClock>().Offset = settings.ClockOffset;
        await app.UseSite().StartAsync();
        return new WebHouse(app, storage, keep);
    }
}
