using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using AfterSales.Core;
using AfterSales.Core.Data;
using AfterSales.Core.Drafts;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Web.Drafts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AfterSales.Tests.Drafts;

public sealed class DraftEndpointTests
{
    private static readonly string Id = Guid.NewGuid().ToString();

    [Theory, BothDatabases]
    public async Task What_is_typed_is_stored_past_the_circuit(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        Assert.Equal(HttpStatusCode.NoContent, await Post(house, $"intake/{Id}", """{"Description":"a\u0000b 放线","Phone":null}"""));
        var draft = Assert.Single(await house.As(Role.Agent).Ask((DraftDesk d) => d.Of("intake")));
        Assert.Equal(("a\0b 放线", ""), (draft.Fields["Description"], draft.Fields["Phone"]));
    }

    [Theory]
    [InlineData("intake", "{}")]
    [InlineData("intake/no-id", "{}")]
    [InlineData("INTAKE/{0}", "{}")]
    [InlineData("a/b/c/{0}", "{}")]
    [InlineData("intake/{0}", "null")]
    [InlineData("intake/{0}", "[1]")]
    [InlineData("intake/{0}", "{\"a\":1}")]
    [InlineData("intake/{0}", "{\"a\":\"\\ud800\"}")]
    [InlineData("intake/{0}", "{\"a\":")]
    [InlineData("intake/{0}", "")]
    public async Task Nonsense_is_refused_with_400(string key, string body)
    {
        await using var house = await TestHouse.Open();
        Assert.Equal(HttpStatusCode.BadRequest, await Post(house, key.Replace("{0}", Id, StringComparison.Ordinal), body));
    }

    [Fact]
    public async Task Who_is_not_signed_in_or_sends_no_json_or_too_much_is_told()
    {
        await using var house = await TestHouse.Open();
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(house, $"intake/{Id}", "{}", signedIn: false));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await Post(house, $"intake/{Id}", "{}", "text/plain"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Post(house, $"intake/{Id}", new string(' ', DraftDesk.MostCharacters * 5)));
    }

    private static async Task<HttpStatusCode> Post(TestHouse house, string key, string body, string type = "application/json", bool signedIn = true)
    {
        await using var site = Site(house);
        await site.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(site.Urls.First()) };
        using var content = new StringContent(body, Encoding.UTF8, type);
        if (signedIn)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Test");
        }

        return (await client.PostAsync("/drafts/" + key, content)).StatusCode;
    }

    private static WebApplication Site(TestHouse house)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(house.Time);
        builder.Services.AddCore(house.Storage, TestHouse.Zone);
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, Signed>("Test", null);
        var site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        site.UseAuthentication();
        site.UseAuthorization();
        site.MapDrafts();
        return site;
    }

    /// <summary>Signs in the agent where the request says so.</summary>
    private sealed class Signed(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers.Authorization.Count == 0 ? AuthenticateResult.NoResult() : AuthenticateResult.Success(
            new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "1"), new(ClaimTypes.Role, nameof(Role.Agent))], "Test")), "Test")));
    }
}
