using System.Reflection;

namespace AfterSales.Web.Drafts;

/// <summary>What a form's field shows before anybody typed: of a new model, and in a list of a new row.</summary>
internal static class NewRow
{
    /// <summary>The field of a name, as "Parts[0].Quantity"; null where it is empty, or nobody can say.</summary>
    public static string? Value(Type form, string name)
    {
        var at = name.LastIndexOf("].", StringComparison.Ordinal);
        var type = at < 0 ? form : name[..(at + 1)].Split('.').Aggregate((Type?)form, Row);
        return type?.GetConstructor(Type.EmptyTypes)?.Invoke(null) is { } fresh ? FormFields.Value(fresh, at < 0 ? name : name[(at + 2)..]) : null;
    }

    /// <summary>The type of a part of the name; of a list, of its rows.</summary>
    private static Type? Row(Type? type, string part)
    {
        var bracket = part.IndexOf('[', StringComparison.Ordinal);
        var found = type?.GetProperty(bracket < 0 ? part : part[..bracket], BindingFlags.Public | BindingFlags.Instance)?.PropertyType;
        return bracket < 0 ? found : found?.GenericTypeArguments.FirstOrDefault();
    }
}
