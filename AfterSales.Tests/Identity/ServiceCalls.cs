using System.Reflection;
using AfterSales.Core;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Performance;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;

namespace AfterSales.Tests.Identity;

/// <summary>Every public operation of the services that act for somebody, found by reflection, with arguments that name nothing real.</summary>
internal static class ServiceCalls
{
    /// <summary>The operations as "Service.Method".</summary>
    public static IReadOnlyList<(string Name, Type Service, MethodInfo Method)> All { get; } =
    [
        .. from type in typeof(CoreServices).Assembly.GetExportedTypes()
           where type is { IsClass: true, IsAbstract: false } && type != typeof(Writer) && type.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(Actor))) && !type.IsAssignableTo(typeof(AfterSalesDb)) && type != typeof(Write)
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
           where method.ReturnType.IsAssignableTo(typeof(Task)) && method.GetParameters().All(p => p.ParameterType != typeof(AfterSalesDb))
           orderby type.Name, method.Name
           select (type.Name + "." + method.Name, type, method),
    ];

    /// <summary>Calls it.</summary>
    public static async Task Call(object service, MethodInfo method)
    {
        var closed = method.IsGenericMethodDefinition ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(a => a.Name == "TForm" ? typeof(TermForm) : typeof(Term))]) : method;
        try
        {
            await (Task)closed.Invoke(service, [.. closed.GetParameters().Select(Argument)])!;
        }
        catch (TargetInvocationException wrapped)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(wrapped.InnerException!);
        }
    }

    private static object? Argument(ParameterInfo parameter) => Nullable.GetUnderlyingType(parameter.ParameterType) is not null ? null : Value(parameter.ParameterType);

    private static object? Value(Type type) =>
        type == typeof(string) ? "SC-20261124-9999"
        : type == typeof(Stream) ? Stream.Null
        : type == typeof(Texts) ? new ResourceTexts()
        : type == typeof(Guid) ? Guid.NewGuid()
        : type == typeof(Period) ? Period.Parse("2026-10")
        : type == typeof(DatedForm<Term, TermForm>) ? new TermForm()
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)
        : type.IsValueType ? Activator.CreateInstance(type)
        : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : type == typeof(Func<Stream>) ? () => Stream.Null
        : type.IsInterface ? Empty(type)
        : Made(type);

    private static object? Empty(Type type) => type.GetGenericArguments() switch
    {
        [_] when type.Name.StartsWith("IProgress", StringComparison.Ordinal) => null,
        [var item] => Array.CreateInstance(item, 0),
        [var key, var value] => Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value)),
        _ => null,
    };

    private static object Made(Type type)
    {
        var made = type.GetConstructors().OrderBy(c => c.GetParameters().Length).First();
        return made.Invoke([.. made.GetParameters().Select(p => p.HasDefaultValue ? p.DefaultValue : Argument(p))]);
    }
}
