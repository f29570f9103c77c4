using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

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
        await page.SelectOptionAsync("[data-test=AssetId]", new SelectOptionValue { Index = 1 });
        await page.SelectOptionAsync("[data-test=Type]", "Repair");
        await page.FocusAsync("[data-test=symptom]");
        await visitor.Test("symptom-hit").First.ClickAsync();
        await page.FillAsync("[data-test=Description]", "早班开机后主机不转，整条线停着，请尽快来人。");
        await page.Keyboard.PressAsync("Tab");
        // The sentence follows what was typed a moment later: somebody is promised on site.
        await Assertions.Expect(visitor.Test("promise")).ToContainTextAsync(new Regex("R3|R11"));
        await visitor.Picture("intake-ready");
        await visitor.Sound("/intake, ready to save");
        await page.Keyboard.PressAsync("Control+Enter");
        return await visitor.Test("saved-number").InnerTextAsync();
    }

    /// <summary>The engineer's steps on a job from accepting it to its completion, signed with a stroke of the finger.</summary>
    public static async Task FinishJob(this Visitor visitor)
    {
        foreach (var step in new[] { "accept", "depart", "arrive" })
        {
            await visitor.Page.ClickAsync($"[data-test={step}]");
        }

        await visitor.Page.ClickAsync("[data-test=part-Checklist]");
        await visitor.Test("checklist").WaitForAsync();
        await visitor.Picture("visit");
        await visitor.Sound("/work, on site");
        var points = await visitor.Test("checklist").Locator("[data-test$=-Passed]").AllAsync();
        foreach (var passed in points)
        {
            await passed.ClickAsync();
            await Assertions.Expect(passed).ToHaveAttributeAsync("aria-checked", "true");
        }

        await visitor.Page.ClickAsync("[data-test=part-Findings]");
        await visitor.Report();
        await visitor.Page.ClickAsync("[data-test=part-Customer]");
        await visitor.SignedByTheUser();
        await visitor.Page.ClickAsync("[data-test=headquarters]");
        await visitor.Test("headquarters").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await visitor.Page.ClickAsync("[data-test=complete]");
        await visitor.Test("completed").WaitForAsync();
        await visitor.Picture("completed");
    }

    private static async Task Report(this Visitor visitor)
    {
        var page = visitor.Page;
        await page.SelectOptionAsync("[data-test=ConfirmedSymptom]", new SelectOptionValue { Index = 1 });
        await page.SelectOptionAsync("[data-test=Cause]", "wear");
        await page.FillAsync("[data-test=CauseText]", "主轴承磨损，游隙超差。");
        await page.FillAsync("[data-test=Remedy]", "更换主轴承并重新对中，试车两小时正常。");
        await page.ClickAsync("[data-test=add-part]");
        await page.FillAsync("[data-test=part-name]", "主轴承");
        await page.FillAsync("[data-test=old-serial]", "B-2019-0031");
        await page.FillAsync("[data-test=new-serial]", "B-2026-1187");
        await page.FillAsync("[data-test=Hours]", "3.5");
        await page.FillAsync("[data-test=UserName]", "张工");
        await visitor.Picture("service-report");
        await visitor.Sound("/work, the service report");
        await page.ClickAsync("[data-test=save-report]");
        await visitor.Test("part-Findings").Locator(".chip.ok").WaitForAsync();
    }

    private static async Task SignedByTheUser(this Visitor visitor)
    {
        var page = visitor.Page;
        await page.ClickAsync("[data-test=score-5]");
        await page.FillAsync("[data-test=satisfaction] [data-test=comment]", "处理及时，讲解清楚。");
        await page.ClickAsync("[data-test=save-score]");
        await page.FillAsync("[data-test=signer]", "张工");
        await visitor.Test("ink").ScrollIntoViewIfNeededAsync();
        var box = (await visitor.Test("ink").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 30, box.Y + 40);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 160, box.Y + 70, new() { Steps = 8 });
        await page.Mouse.MoveAsync(box.X + 90, box.Y + 30, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        await visitor.Picture("signature");
        await page.ClickAsync("[data-test=sign]");
        await visitor.Test("signed").WaitForAsync();
    }
}
