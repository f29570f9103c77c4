using AfterSales.Core.Identity;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AfterSales.Tests.Browser;

/// <summary>What a page says about keys is so: every key that it shows, and every key that does something, is in its sheet.</summary>
[Collection("Browser")]
public sealed class KeySheetWalk(SampleSite house)
{
    /// <summary>Keys shown on the page or borne by what can be pressed, as the sheet writes them; those that the sheet lists; the page's that it doesn't.</summary>
    private const string Missing =
        """
        () => {
            const cap = text => text.trim().toLowerCase().replaceAll('+', ' ').replace('escape', 'esc');
            const shown = e => e.getClientRects().length > 0 && !e.disabled;
            const sheet = document.getElementById('key-sheet');
            const listed = new Set([...sheet.querySelectorAll('kbd')].map(k => cap(k.textContent)));
            const used = [...document.querySelectorAll('kbd')].filter(k => !sheet.contains(k) && shown(k)).map(k => cap(k.textContent))
                .concat([...document.querySelectorAll('[data-key]')].filter(shown).flatMap(e => e.dataset.key.split(' ').map(cap)));
            return [...new Set(used)].filter(k => k && !listed.has(k));
        }
        """;

    [Theory]
    [InlineData(Role.Agent, "/intake")]
    [InlineData(Role.Agent, "/cases")]
    [InlineData(Role.Agent, "/customers")]
    [InlineData(Role.Agent, "/callbacks")]
    [InlineData(Role.Supervisor, "/dispatch")]
    [InlineData(Role.Supervisor, "/assets")]
    [InlineData(Role.Manager, "/performance")]
    public async Task Every_key_in_use_on_a_page_is_in_its_sheet(Role role, string address)
    {
        await using var visitor = await house.Visit(role, Screen.Desk);
        await visitor.Go(address);
        if (address == "/intake")
        {
            // The page sets its cursor last; a question mark typed there is a question mark.
            await Expect(visitor.Test("Phone")).ToBeFocusedAsync();
        }

        await Told(visitor, address);
    }

    [Fact]
    public async Task The_sheet_of_a_case_names_its_keys_while_forms_are_open_too()
    {
        var number = await house.One("SELECT Number FROM Cases WHERE Status = 2 AND Type <> 6 ORDER BY Id DESC LIMIT 1");
        await using var visitor = await house.Visit(Role.Supervisor, Screen.Desk);
        await visitor.Go("/cases/" + number);
        await Told(visitor, "a case");
        await visitor.Page.Keyboard.PressAsync("Alt+x");
        await Expect(visitor.Test("department")).ToBeFocusedAsync();
        await Told(visitor, "a case, a question being asked");
        await visitor.Page.Keyboard.PressAsync("Alt+x");
        await Expect(visitor.Test("department")).ToBeFocusedAsync();
    }

    /// <summary>Two forms that save by one key: the one in which somebody types.</summary>
    [Fact]
    public async Task A_key_of_two_forms_is_the_one_in_which_somebody_types()
    {
        var code = await house.One("SELECT Code FROM Customers WHERE MergedIntoId IS NULL ORDER BY Id LIMIT 1 OFFSET 3");
        await using var visitor = await house.Visit(Role.Agent, Screen.Desk);
        await visitor.Go("/customers/" + code);
        await visitor.Test("edit").ClickAsync();
        await visitor.Test("add-site").ClickAsync();
        await visitor.Page.Locator("form:has([data-test=save]) input").First.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(visitor.Test("save")).ToHaveCountAsync(0);
        await Expect(visitor.Test("save-site")).ToBeVisibleAsync();
        visitor.NoFault();
    }

    /// <summary>Where the own form's button is disabled, the key does nothing; the other form is not saved by it.</summary>
    [Fact]
    public async Task A_key_of_a_form_that_cannot_be_sent_sends_no_other()
    {
        var code = await house.One("SELECT c.Code FROM Customers c JOIN Cases k ON k.CustomerId = c.Id WHERE c.MergedIntoId IS NULL AND c.AnonymityAskedAt IS NULL AND k.Status = 2 ORDER BY c.Id LIMIT 1");
        await using var visitor = await house.Visit(Role.Agent, Screen.Desk);
        await visitor.Go("/customers/" + code);
        await visitor.Test("edit").ClickAsync();
        await visitor.Test("anonymise").ClickAsync();
        await Expect(visitor.Test("anonymity-reason")).ToBeFocusedAsync();
        await Expect(visitor.Test("ask-anonymity")).ToBeDisabledAsync();
        await visitor.Test("anonymity-reason").FillAsync("客户来函要求");
        await visitor.Page.Keyboard.PressAsync("Control+Enter");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Test("save")).ToBeVisibleAsync();
        visitor.NoFault();
    }

    private static async Task Told(Visitor visitor, string where)
    {
        await visitor.Page.EvaluateAsync("() => document.activeElement.blur()");
        await visitor.Page.Keyboard.PressAsync("?");
        await Expect(visitor.Page.Locator("#key-sheet")).ToBeVisibleAsync();
        var missing = await visitor.Page.EvaluateAsync<string[]>(Missing);
        Assert.True(missing.Length == 0, $"{where}: {string.Join(", ", missing)}");
        await visitor.Page.Keyboard.PressAsync("Escape");
    }
}
