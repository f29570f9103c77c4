using AfterSales.Core.Identity;
using AfterSales.Core.Settings;

namespace AfterSales.Tests.Support;

/// <summary>
/// A house in which something was arranged, and one person's pages of it; they end together.
/// <code>
/// await using var scene = await Scene.Open(Role.Engineer, house => house.OnSite());
/// var (house, pages, number) = scene;
/// </code>
/// </summary>
/// <param name="House">The house.</param>
/// <param name="Pages">The person's pages.</param>
/// <param name="Number">The number of what was arranged.</param>
internal sealed record Scene(TestHouse House, PageHouse Pages, string Number) : IAsyncDisposable
{
    /// <summary>Opens a house, arranges and opens the pages of the first person of a role.</summary>
    public static async Task<Scene> Open(Role role, Func<TestHouse, Task<string>>? arrange = null)
    {
        var house = await TestHouse.Open();
        return new(house, new PageHouse(house, role), arrange is null ? "" : await arrange(house));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Pages.DisposeAsync();
        await House.DisposeAsync();
    }
}

/// <summary>What pages are given.</summary>
internal static class Given
{
    /// <summary>The lists as they are now.</summary>
    public static Task<ListBook> Book(this TestHouse house) => house.Get<Lists>().Book();
}
