using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Performance;

/// <summary>The page of the evaluation with what a figure counted: which period, figure, part, group and order, as its address says.</summary>
internal sealed class EvaluationPage(Actor actor) : AddressedPage
{
    private const int LongestWord = 100;

    /// <inheritdoc/>
    public override string Name => "performance";

    /// <inheritdoc/>
    internal override void MustSee() => actor.Must(Permission.Performance);

    /// <inheritdoc/>
    internal override string Words(IReadOnlyDictionary<string, string?> query) =>
        Address.Of("", [.. EvaluationWords.All.Select(name => (name, Address.Text(query.GetValueOrDefault(name), LongestWord)))]);
}
