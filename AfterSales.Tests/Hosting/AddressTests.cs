using System.Net;
using System.Reflection;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace AfterSales.Tests.Hosting;

/// <summary>Nonsense in addresses, query strings and posts: a clear page, never a stack trace.</summary>
public sealed class AddressTests
{
    private static readonly string[] Nonsense =
    [
        "/cases/nonsense", "/cases/%00", "/cases/%ED%A0%80", "/cases/%F0%9F%98%80", "/cases/..%2f..%2fetc%2fpasswd", "/cases/SC-20261124-9999", "/cases/" + new string('x', 4000),
        "/cases?status=99&area=%00&sort=drop&after=%ED%A0%80&engineer=abc&page=-1", "/cases?q=%00", "/cases?q=%F0%9F%98%80%E2%80%8F<script>alert(1)</script>",
        "/audit?entity=%00&person=x&from=yesterday", "/performance?period=2026-13", "/performance?period=%00&by=nonsense", "/performance?period=9999-12",
        "/callbacks?state=nonsense", "/complaints?state=%00", "/settings/nonsense", "/settings/%00", "/intake?phone=%00", "/intake?phone=" + new string('9', 3000),
        "/customers/nonsense", "/customers/%00", "/assets/nonsense", "/assets/%00", "/work/nonsense", "/work/%00", "/dispatch?from=nonsense&area=%00", "/callbacks/99999999999999999999", "/complaints/nonsense",
    ];

    [Theory, BothDatabases]
    public async Task Nonsense_in_an_address_is_a_clear_page(StorageProvider provider)
    {
        await using var house = await WebHouse.Open(provider);
        using var visitor = await house.SignedIn(Role.Administrator);
        using var supervisor = await house.SignedIn(Role.Supervisor);
        var broken = new List<string>();
        foreach (var address in Nonsense)
        {
            foreach (var who in new[] { visitor, supervisor })
            {
                var answer = await who.GetAsync(address);
                var text = await answer.Content.ReadAsStringAsync();
                if ((int)answer.StatusCode >= 500 || text.Contains("   at ", StringComparison.Ordinal) || text.Contains("Exception", StringComparison.Ordinal) || text.Contains("data-test=\"broken\"", StringComparison.Ordinal))
                {
                    broken.Add($"{address[..Math.Min(60, address.Length)]}: {(int)answer.StatusCode} {text[..Math.Min(300, text.Length)]}");
                }
            }
        }

        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("zh-CN", 400, "地址无法识别", "/cases/%00"), InlineData("en", 400, "This address is not valid", "/cases/%00")]
    [InlineData("zh-CN", 400, "地址无法识别", "/customers/a%00b"), InlineData("zh-CN", 400, "地址无法识别", "/assets/%00"), InlineData("zh-CN", 400, "地址无法识别", "/work/%00")]
    [InlineData("en", 414, "This address is not valid", "/cases/long")]
    public async Task An_address_that_the_server_refuses_leads_to_a_page_in_the_readers_language(string culture, int status, string told, string address)
    {
        await using var house = await WebHouse.Open();
        using var visitor = house.Visitor();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd(culture);

        var answer = await visitor.GetAsync(address.Replace("long", new string('9', 9000), StringComparison.Ordinal));
        var page = await visitor.GetAsync(answer.Headers.Location);

        Assert.Equal(status, (int)page.StatusCode);
        Assert.Contains(told, WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_parameter_of_a_query_is_read_as_text_so_that_nonsense_breaks_no_page() =>
        House.Found.None(
            from page in typeof(Web.Shared.Desk).Assembly.GetTypes()
            from parameter in page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            where parameter.IsDefined(typeof(SupplyParameterFromQueryAttribute)) && parameter.PropertyType != typeof(string)
            select $"{page.Name}.{parameter.Name}");

    [Fact]
    public async Task Jobs_refused_say_that_it_is_not_permitted()
    {
        await using var house = await WebHouse.Open();
        using var manager = await house.SignedIn(Role.Manager);

        var answer = await manager.GetAsync("/jobs");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("data-test=\"forbidden\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_reserved_or_not_there_answers_404()
    {
        await using var house = await WebHouse.Open();
        using var visitor = await house.SignedIn(Role.Supervisor);

        foreach (var address in new[] { "/parts", "/parts/1", "/api/v1/cases", "/openapi/v1.json", "/nonsense", "/a/b/c/d", "/wp-login.php" })
        {
            var answer = await visitor.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/account/signin"), InlineData("/account/signout"), InlineData("/account/language"), InlineData("/account/password"), InlineData("/account/first-run")]
    public async Task A_form_without_its_token_is_refused(string address)
    {
        await using var house = await WebHouse.Open();
        using var visitor = await house.SignedIn(Role.Agent);

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("to", "en"), KeyValuePair.Create("_handler", "signin")]);
        var answer = await visitor.PostAsync(address, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases("a\0b"), BothDatabases("\ud83d\ude00"), BothDatabases("agent'; DROP TABLE \"People\" --")]
    public async Task A_strange_name_at_the_door_is_a_wrong_one(StorageProvider provider, string name)
    {
        await using var house = await WebHouse.Open(provider);
        using var visitor = house.Visitor();

        var answer = await visitor.PostAsync("/account/signin", await WebHouse.Form(visitor, "/account/signin", ("_handler", "signin"), ("UserName", name), ("Password", "x")));

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest });
        Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_are_for_administrators_and_the_healths_for_everybody()
    {
        await using var house = await WebHouse.Open();
        using var nobody = house.Visitor();
        using var manager = await house.SignedIn(Role.Manager);
        using var administrator = await house.SignedIn(Role.Administrator);

        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync("/jobs")).StatusCode);
        Assert.Contains((await manager.GetAsync("/jobs")).StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.Redirect });
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/jobs")).StatusCode);
        Assert.Contains("breach-check", await administrator.GetStringAsync("/jobs/recurring"), StringComparison.Ordinal);
        Assert.Equal("Healthy", await nobody.GetStringAsync("/health/live"));
        Assert.Equal("Healthy", await nobody.GetStringAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync("/health/nonsense")).StatusCode);
    }

    [Fact]
    public async Task Headers_and_cookies_keep_others_out()
    {
        await using var house = await WebHouse.Open(environment: "Production");
        using var visitor = await house.SignedIn(Role.Agent);

        var page = await visitor.GetAsync("/");
        var door = await house.Visitor().GetAsync("/account/signin");
        var csp = string.Join(';', page.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("script-src 'self'", csp, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", csp, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe", csp, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", page.Headers.GetValues("X-Frame-Options").Single());
        Assert.False(page.Headers.Contains("Server"));
        Assert.All(door.Headers.GetValues("Set-Cookie"), c => Assert.Matches("(?i)httponly", c));
        Assert.All(door.Headers.GetValues("Set-Cookie"), c => Assert.Matches("(?i)samesite", c));
    }
}
