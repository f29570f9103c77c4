using AfterSales.Core.Shared;

namespace AfterSales.Core.Attachments;

/// <summary>A file that an intake brings with it; its content is in the store before the case is there.</summary>
public sealed class ScanForm
{
    /// <summary>Its name, as shown.</summary>
    public string? Name { get; set; }

    /// <summary>Under which its content lies.</summary>
    public string? Hash { get; set; }

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check() => new Checks()
        .Text(nameof(Name), Name, AttachmentLimits.Name, required: true)
        .Text(nameof(Hash), Hash, FileStore.HashLength, required: true)
        .Problems;
}
