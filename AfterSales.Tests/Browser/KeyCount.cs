using Microsoft.Playwright;

namespace AfterSales.Tests.Browser;

/// <summary>Somebody's keyboard, counted: what the agent presses counts, what the caller says does not.</summary>
public sealed class KeyCount(Visitor visitor) : IAsyncDisposable
{
    private readonly List<string> pressed = [];

    /// <summary>Who presses.</summary>
    public Visitor Visitor => visitor;

    /// <summary>Keys so far; a key held down with another counts too.</summary>
    public int Pressed => pressed.Sum(p => p.Split('+').Length);

    /// <summary>Presses keys one after the other.</summary>
    public async Task Press(params string[] keys)
    {
        foreach (var key in keys)
        {
            pressed.Add(key);
            await visitor.Page.Keyboard.PressAsync(key, new() { Delay = 20 });
            await visitor.Page.WaitForTimeoutAsync(150);
        }
    }

    /// <summary>Types letters that count.</summary>
    public async Task Type(string letters)
    {
        pressed.AddRange(letters.Select(l => l.ToString()));
        await visitor.Page.Keyboard.TypeAsync(letters, new() { Delay = 20 });
    }

    /// <summary>Types what the caller says.</summary>
    public Task Say(string words) => visitor.Page.Keyboard.InsertTextAsync(words);

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', pressed);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => visitor.DisposeAsync();
}
