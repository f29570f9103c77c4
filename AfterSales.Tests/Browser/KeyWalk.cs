using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AfterSales.Tests.Browser;

/// <summary>
/// From the ringing phone to the saved case with its promise, by keyboard alone: at most 25 key presses beyond the caller's
/// own words (and a new customer's own data). Each key counts, and each that is held down with it.
/// </summary>
[Collection("Browser")]
public sealed class KeyWalk(SampleSite house)
{
    private const int Most = 25;
    private const string Words = "早班开机后主机不转，整条线停着。";

    [Fact]
    public async Task A_known_phone()
    {
        await using var keys = await Begin(await house.PhoneOfAMachine());
        await keys.Visitor.Test("caller-name").WaitForAsync();
        await Expect(keys.Visitor.Page.Locator("[data-test=impact] [role=radio]").First).ToBeFocusedAsync();
        await Stopped(keys, "1");
        await Saved(keys, "known phone");
    }

    [Fact]
    public async Task The_last_four_of_a_serial()
    {
        var serial = await house.One("SELECT SerialNo FROM Assets a WHERE (SELECT COUNT(*) FROM Sites s WHERE s.CustomerId = a.CustomerId AND s.DistanceKm > 0) = 1 ORDER BY Id DESC LIMIT 1");
        await using var keys = await Begin("13000000001");
        await Found(keys, serial[^4..], serial);
        await Stopped(keys, "Alt+1");
        await Saved(keys, "last four of a serial");
    }

    [Fact]
    public async Task A_plate()
    {
        var serial = await house.One("SELECT SerialNo FROM Assets a WHERE (SELECT COUNT(*) FROM Sites s WHERE s.CustomerId = a.CustomerId AND s.DistanceKm > 0) = 1 ORDER BY Id DESC LIMIT 1 OFFSET 5");
        await Plate(serial, "鲁A·52K81");
        await using var keys = await Begin("13000000002");
        await Found(keys, "52k81", serial);
        await Stopped(keys, "Alt+1");
        await Saved(keys, "plate");
    }

    [Fact]
    public async Task A_new_customer()
    {
        await using var keys = await Begin("13000000003");
        await keys.Press("Alt+n");
        await Expect(keys.Visitor.Test("fresh-customer")).ToBeVisibleAsync();
        await Expect(keys.Visitor.Test("Customer.Name")).ToBeFocusedAsync();
        await keys.Say("新乡市恒远线缆厂");
        await keys.Press("Enter", "Enter");
        await Expect(keys.Visitor.Test("Contact.Name")).ToBeFocusedAsync();
        await keys.Say("孙厂长");
        await Stopped(keys, "Alt+1");
        await Saved(keys, "new customer");
    }

    /// <summary>Nobody waits for the page: what is typed behind a key stands in the field that the key leads to, however late the page answers.</summary>
    [Fact]
    public async Task Keys_without_a_pause_lead_each_word_to_its_field()
    {
        await using var keys = await Begin("13000000004");
        await keys.Press("Alt+n");
        await Expect(keys.Visitor.Test("Customer.Name")).ToBeFocusedAsync();
        await Fast("Kuaishou Cable Ltd", "Enter", "Enter", "Qian Duoduo", "Enter", "Director", "Alt+1", "Alt+w", "no drive since the morning shift");
        foreach (var (field, words) in new[] { ("Customer.Name", "Kuaishou Cable Ltd"), ("Contact.Name", "Qian Duoduo"), ("Contact.Title", "Director"), ("Description", "no drive since the morning shift") })
        {
            await Expect(keys.Visitor.Test(field)).ToHaveValueAsync(words);
        }

        keys.Visitor.NoFault();

        async Task Fast(params string[] typed)
        {
            foreach (var each in typed)
            {
                await (each.StartsWith("Alt+", StringComparison.Ordinal) || each == "Enter" ? keys.Visitor.Page.Keyboard.PressAsync(each) : keys.Visitor.Page.Keyboard.TypeAsync(each));
            }
        }
    }

    [Fact]
    public async Task The_sheet_of_keys_opens_by_its_key_and_names_every_key()
    {
        await using var keys = await Begin(await house.PhoneOfAMachine());
        await keys.Visitor.Test("caller-name").WaitForAsync();
        await Expect(keys.Visitor.Page.Locator("[data-test=impact] [role=radio]").First).ToBeFocusedAsync();
        await keys.Press("?");
        var sheet = keys.Visitor.Page.Locator("#key-sheet");
        await Expect(sheet).ToBeVisibleAsync();
        foreach (var row in await sheet.Locator("tr").AllAsync())
        {
            Assert.NotEmpty((await row.Locator("td").Nth(1).InnerTextAsync()).Trim());
        }

        await keys.Visitor.Picture("keys");
        await keys.Visitor.Sound("/intake, its keys");
        await keys.Press("Escape", "Alt+w", "F1");
        await Expect(sheet).ToBeVisibleAsync();
        keys.Visitor.NoFault();
    }

    /// <summary>The machine carries a plate from now on, as its file would have it.</summary>
    private async Task Plate(string serial, string plate)
    {
        await house.Up();
        var options = new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={Path.Combine(house.Site.Folder, "site.db")};Pooling=False").Options;
        await using var db = new SqliteDb(options);
        (await db.Assets.SingleAsync(a => a.SerialNo == serial)).Plate = plate;
        await db.SaveChangesAsync();
    }

    private async Task<KeyCount> Begin(string phone)
    {
        var visitor = await house.Visit(Role.Agent, Screen.Desk);
        await visitor.Go("/intake?phone=" + phone);
        // The page puts the cursor where it is asked first: a key pressed before that would be taken back.
        await Expect(visitor.Page.Locator("[data-test=Phone]:focus, [data-test=impact] :focus")).ToHaveCountAsync(1);
        return new(visitor);
    }

    /// <summary>The finder, the piece typed, the first machine taken; then who speaks, by their own words.</summary>
    private static async Task Found(KeyCount keys, string typed, string serial)
    {
        await keys.Press("Alt+f");
        await Expect(keys.Visitor.Test("find")).ToBeFocusedAsync();
        await keys.Type(typed);
        var hit = keys.Visitor.Test("find-hit").Filter(new() { HasText = serial });
        await Expect(hit).ToBeVisibleAsync();
        while (await hit.GetAttributeAsync("aria-selected") != "true")
        {
            var marked = await keys.Visitor.Page.Locator("[data-test=find-hit][aria-selected=true]").GetAttributeAsync("id");
            await keys.Press("ArrowDown");
            await Expect(keys.Visitor.Page.Locator("[data-test=find-hit][aria-selected=true]")).Not.ToHaveAttributeAsync("id", marked!);
        }

        await keys.Press("Enter");
        await keys.Visitor.Test("caller-name").WaitForAsync();
        await Expect(keys.Visitor.Test("Contact.Name")).ToBeFocusedAsync();
        await keys.Say("孙师傅");
    }

    /// <summary>The machine stands; its first symptom; the caller's words.</summary>
    private static async Task Stopped(KeyCount keys, string key)
    {
        await keys.Press(key);
        await Expect(keys.Visitor.Test("impact-Stopped")).ToHaveAttributeAsync("aria-checked", "true");
        if (await keys.Visitor.Test("AssetId").InputValueAsync() == "" && await keys.Visitor.Test("machine").CountAsync() > 0)
        {
            await Expect(keys.Visitor.Test("AssetId")).ToBeFocusedAsync();
            await keys.Press("ArrowDown", "Enter", "Enter");
        }

        await Expect(keys.Visitor.Test("symptom")).ToBeFocusedAsync();
        if (await keys.Visitor.Test("machine").CountAsync() > 0)
        {
            await keys.Visitor.Test("symptom-hit").First.WaitForAsync();
            await keys.Press("ArrowDown");
            await Expect(keys.Visitor.Test("symptom-hit").First).ToHaveAttributeAsync("aria-selected", "true");
            await keys.Press("Enter");
        }
        else
        {
            await keys.Say("主机不转");
        }

        await keys.Press("Alt+w");
        await Expect(keys.Visitor.Test("Description")).ToBeFocusedAsync();
        await keys.Say(Words);
    }

    private static async Task Saved(KeyCount keys, string journey)
    {
        await keys.Press("Control+Enter");
        var number = await keys.Visitor.Test("saved-number").InnerTextAsync();
        await Expect(keys.Visitor.Test("intake-saved").Locator(".clock").First).ToBeVisibleAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{journey}: {keys.Pressed} keys ({keys}), {number}");
        Assert.InRange(keys.Pressed, 1, Most);
        keys.Visitor.NoFault();
    }
}
