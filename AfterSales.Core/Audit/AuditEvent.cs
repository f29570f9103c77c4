using System.Text.Json;
using AfterSales.Core.Data;

namespace AfterSales.Core.Audit;

/// <summary>An event without fields (signed in, locked out…), written as one "change" so that every entry reads alike.</summary>
public static class AuditEvent
{
    /// <summary>The name of the only "field" of an event.</summary>
    public const string Field = "Event";

    private static readonly HashSet<string> OfNobodyKnown = ["WrongPassword", "LockedOut", "RefusedLocked"];

    /// <summary>True for what somebody at the door did, who is not signed in: the account is what it was done to, not who did it.</summary>
    public static bool IsOfNobodyKnown(string? what) => what is not null && OfNobodyKnown.Contains(what);

    /// <summary>The changes of an entry that tells the event; its text is "Audit.Event.{what}".</summary>
    public static string Changes(string what) => JsonSerializer.Serialize(new[] { new FieldChange(Field, null, what) });
}
