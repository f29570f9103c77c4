using System.Text.Json;
using AfterSales.Core.Data;

namespace AfterSales.Core.Audit;

/// <summary>An event without fields (signed in, locked out…), written as one "change" so that every entry reads alike.</summary>
public static class AuditEvent
{
    /// <summary>The name of the only "field" of an event.</summary>
    public const string Field = "Event";

    /// <summary>The changes of an entry that tells the event; its text is "Audit.Event.{what}".</summary>
    public static string Changes(string what) => JsonSerializer.Serialize(new[] { new FieldChange(Field, null, what) });
}
