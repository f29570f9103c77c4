using System.Net;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Account;

public sealed class PasswordPageTests
{
    [Fact]
    public async Task Who_changes_the_password_is_told_so_and_stays_signed_in()
    {
        await using var house = await WebHouse.Open();
        using var visitor = await house.SignedIn(Role.Agent);

        var answer = await visitor.PostAsync("/account/password", await WebHouse.Form(visitor, "/account/password",
            ("_handler", "password"), ("Form.Old", "AfterSales!2026"), ("Form.New", "Another!2026pw"), ("Form.Again", "Another!2026pw")));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("data-test=\"changed\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account/password")).StatusCode);
    }
}
