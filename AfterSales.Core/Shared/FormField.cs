using System.Collections;
using System.Reflection;

namespace AfterSales.Core.Shared;

/// <summary>What has fields of its own: not compared itself, the form shows through properties what is compared of it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ShownThroughAttribute : Attribute;

/// <summary>A field of an <see cref="EditForm{TForm}"/>: a value, a text, or a list of lines.</summary>
internal sealed class FormField(PropertyInfo property)
{
    /// <summary>Its name, under which its faults stand.</summary>
    public string Name => property.Name;

    /// <summary>The fields of a form or a line. What can't be compared is a fault of the form's writer: passed over, it would be lost without a word.</summary>
    public static IReadOnlyList<FormField> Of(Type form)
    {
        var fields = form.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is { IsPublic: true } && !p.IsDefined(typeof(ShownThroughAttribute), true)).ToList();
        return fields.Find(p => !Comparable(p.PropertyType)) is { } odd
            ? throw new NotSupportedException($"{form.Name}.{odd.Name} is neither a value, a text nor a list of lines")
            : [.. fields.Select(p => new FormField(p))];
    }

    /// <summary>What stands in it.</summary>
    public object? In(object form) => property.GetValue(form);

    /// <summary>True when both hold the same, texts as they would be kept.</summary>
    public bool Same(object form, object other) => Equal(In(form), In(other));

    /// <summary>Takes over what another form holds, lines as copies: typing in one form leaves the other alone.</summary>
    public void Take(object form, object from) => property.SetValue(form, Copy(In(from)));

    private static bool Comparable(Type type) => type.IsValueType || type == typeof(string)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) && type.GetGenericArguments()[0] is var line && (Comparable(line) || Of(line).Count > 0));

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
