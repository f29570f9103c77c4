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
            type = Field(type, property)?.PropertyType;
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
            var (property, index) = Part(part);
            value = Field(value?.GetType(), property)?.GetValue(value);
            value = index is not { } at ? value : value is IList rows && at < rows.Count ? rows[at] : null;
        }

        var text = value switch
        {
            bool yes => yes ? "true" : "false",
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static void Apply(object target, ReadOnlySpan<string> path, string value)
    {
        var (name, index) = Part(path[0]);
        var property = Field(target.GetType(), name);
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

    /// <summary>A form's own property; what a list or a text is made of (its length, its item) is no field.</summary>
    private static PropertyInfo? Field(Type? form, string name) => form is null || typeof(IEnumerable).IsAssignableFrom(form) ? null
        : Array.Find(form.GetProperties(BindingFlags.Public | BindingFlags.Instance), p => p.Name == name && p.CanRead && p.GetIndexParameters().Length == 0);

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
