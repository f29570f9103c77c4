using AfterSales.Core.Cases;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Settings;

/// <summary>R36: safety and conduct checklist of a product line and job type; null fits every one.</summary>
public sealed class Checklist : Named
{
    /// <summary>The product line's code, or null for all.</summary>
    public string? ProductLine { get; init; }

    /// <summary>The case type, or null for all.</summary>
    public CaseType? CaseType { get; init; }

    /// <summary>The items in order.</summary>
    public List<ChecklistItem> Items { get; init; } = [];
}

/// <summary>One point of a checklist; a failed safety point blocks completion (R36).</summary>
public sealed record ChecklistItem(string Code, string TextZh, string TextEn, bool Safety) : INamed
{
    /// <inheritdoc/>
    public string Name(string culture) => culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? TextZh : TextEn;
}
