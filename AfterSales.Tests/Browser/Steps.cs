using Microsoft.Data.Sqlite;

namespace AfterSales.Tests.Browser;

/// <summary>What several walks do alike.</summary>
internal static class Steps
{
    /// <summary>A phone number by which one customer with a machine and a known distance is found.</summary>
    public static Task<string> PhoneOfAMachine(this SampleSite house) => house.One(
        """
        SELECT p.Number FROM ContactPhones p JOIN Assets a ON a.CustomerId = p.CustomerId JOIN Sites s ON s.CustomerId = p.CustomerId
        WHERE s.DistanceKm > 300 AND (SELECT COUNT(*) FROM ContactPhones o WHERE o.NumberKey = p.NumberKey) = 1
          AND (SELECT COUNT(*) FROM Sites o WHERE o.CustomerId = p.CustomerId) = 1 ORDER BY p.Id LIMIT 1
        """);

    /// <summary>One value of the site's database, as it stands now.</summary>
    public static async Task<string> One(this SampleSite house, string sql)
    {
        await house.Up();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(house.Site.Folder, "site.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    /// <summary>Takes in a stopped machine's repair from a known number, as an agent does; the case's number.</summary>
    public static async Task<string> TakeCall(this Visitor visitor, string phone)
    {
        var page = visitor.Page;
        await visitor.Go($"/intake?phone=+86-{phone}");
        await visitor.Test("caller-name").WaitForAsync();
        await page.ClickAsync("[data-test=impact-Stopped]");
        await page.SelectOptionAsync("[data-test=AssetId]", new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await page.SelectOptionAsync("[data-test=Type]", "Repair");
        await page.FocusAsync("[data-test=symptom]");
        await visitor.Test("symptom-hit").First.ClickAsync();
        await page.FillAsync("[data-test=Description]", "早班开机后主机不转，整条线停着，请尽快来人。");
        await page.Keyboard.PressAsync("Tab");
        await visitor.Test("promise").Locator("[data-test=say]").WaitForAsync();
        await visitor.Picture("intake-ready");
        await visitor.Sound("/intake, ready to save");
        await page.Keyboard.PressAsync("Control+Enter");
        return await visitor.Test("saved-number").InnerTextAsync();
    }
}
