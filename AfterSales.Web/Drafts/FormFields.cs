using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace AfterSales.Web.Drafts;

/// <summary>Puts the fields of a draft back into a form, by the names of its inputs: "Description", "Customer.Name", "Parts[0].Name".</summary>
public static partial class FormFields
{
    private const int MostRows = 200;

    /// <summary>Sets each property that the names lead to; a name or value that fits nothing is passed over.</summary>
    public static void Apply(object form, IReadOnlyDictionary<string, string> fields)
    {
        foreach (var (name, value) in fields)
        {
            Apply(form, name.Split('.'), value);
        }
    }

    /// <summary>True for what a person wrote: not a choice, a number, a time, nor a code, which is one word of Latin letters.</summary>
    public static bool AreWords(Type form, string name, string value)
    {
        Type? type = form;
        foreach (var part in name.Split('.'))
        {
            var (property, index) = Part(part);
            type = type?.GetProperty(property, BindingFlags.Public | BindingFlags.Instance)?.PropertyType;
            type = index is null ? type : type?.GenericTypeArguments.FirstOrDefault();
        }

        return type == typeof(string) && !Code().IsMatch(value);
    }

    /// <summary>What stands in a property that a name leads to, as an input shows it; null where it is empty, or the name leads nowhere.</summary>
    public static string? Value(object form, string name)
    {
        object? value = form;
        foreach (var part in name.Split('.'))
        {
            value = value?.GetType().GetProperty(part, BindingFlags.Public | BindingFlags.Instance)?.GetValue(value);
        }

        return value is bool yes ? (yes ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
    }

    private static void Apply(object target, ReadOnlySpan<string> path, string value)
    {
        var (name, index) = Part(path[0]);
        var property = target.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance);
        if (property is null)
        {
            return;
        }

        if (path.Length == 1 && index is null)
        {
            Set(target, property, value);
            return;
        }

        var inner = index is { } at ? Row(property.GetValue(target) as IList, at) : property.GetValue(target);
        if (inner is not null && path.Length > 1)
        {
            Apply(inner, path[1..], value);
        }
    }

    private static (string Name, int? Index) Part(string part)
    {
        var bracket = part.IndexOf('[', StringComparison.Ordinal);
        return bracket > 0 && part.EndsWith(']') && int.TryParse(part.AsSpan(bracket + 1, part.Length - bracket - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? (part[..bracket], index)
            : (part, null);
    }

    /// <summary>The row of a list, which grows as far as needed.</summary>
    private static object? Row(IList? rows, int at)
    {
        if (rows is null || at >= MostRows || rows.GetType() is not { IsGenericType: true } type)
        {
            return null;
        }

        while (rows.Count <= at)
        {
            rows.Add(Activator.CreateInstance(type.GetGenericArguments()[0]));
        }

        return rows[at];
    }

    private static void Set(object target, PropertyInfo property, string value)
    {
        if (!property.CanWrite)
        {
            return;
        }

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (value.Length == 0)
        {
            if (!property.PropertyType.IsValueType || type != property.PropertyType)
            {
                property.SetValue(target, null);
            }

            return;
        }

        try
        {
            property.SetValue(target, type == typeof(string) ? value : TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value));
        }
        catch (Exception unfit) when (unfit is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            // An older form's value; what is typed anew takes its place.
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]*$")]
    private static partial Regex Code();
}
