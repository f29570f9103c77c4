using System.Collections;
using System.Reflection;

namespace AfterSales.Core.Shared;

/// <summary>A field of an <see cref="EditForm{TForm}"/>: a value, a text, or a list of lines.</summary>
internal sealed class FormField(PropertyInfo property)
{
    /// <summary>Its name, under which its faults stand.</summary>
    public string Name => property.Name;

    /// <summary>The fields of a form. What has fields of its own and is no list is none: the form shows through properties what is compared of it.</summary>
    public static IEnumerable<FormField> Of(Type form) => form.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.SetMethod is { IsPublic: true } && (p.PropertyType.IsValueType || p.PropertyType == typeof(string) || p.PropertyType.IsAssignableTo(typeof(IList))))
        .Select(p => new FormField(p));

    /// <summary>What stands in it.</summary>
    public object? In(object form) => property.GetValue(form);

    /// <summary>True when both hold the same, texts as they would be kept.</summary>
    public bool Same(object form, object other) => Equal(In(form), In(other));

    /// <summary>Takes over what another form holds, lines as copies: typing in one form leaves the other alone.</summary>
    public void Take(object form, object from) => property.SetValue(form, Copy(In(from)));

    private static bool Equal(object? a, object? b) => (a, b) switch
    {
        (string or null, string or null) => TextRule.Kept(a as string) == TextRule.Kept(b as string),
        (ValueType, _) or (_, ValueType) or (null, _) or (_, null) => Equals(a, b),
        (IList x, IList y) => x.Count == y.Count && x.Cast<object>().Zip(y.Cast<object>()).All(p => Equal(p.First, p.Second)),
        _ => Of(a.GetType()).All(f => f.Same(a, b)),
    };

    private static object? Copy(object? value)
    {
        if (value is null or string or ValueType)
        {
            return value;
        }

        var copy = Activator.CreateInstance(value.GetType())!;
        if (value is IList list)
        {
            foreach (var line in list)
            {
                ((IList)copy).Add(Copy(line));
            }

            return copy;
        }

        foreach (var field in Of(value.GetType()))
        {
            field.Take(copy, value);
        }

        return copy;
    }
}
