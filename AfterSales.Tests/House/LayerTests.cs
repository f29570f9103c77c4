using System.Text.RegularExpressions;
using AfterSales.Core;

namespace AfterSales.Tests.House;

/// <summary>DESIGN, Shape: what each room may know of the others.</summary>
public sealed partial class LayerTests
{
    [Fact]
    public void Core_knows_no_web_types() =>
        Assert.DoesNotContain(
            typeof(CoreServices).Assembly.GetReferencedAssemblies().Select(a => a.Name!),
            name => name.StartsWith("AfterSales.", StringComparison.Ordinal) || name.StartsWith("MudBlazor", StringComparison.Ordinal)
                || name.StartsWith("Hangfire", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal));

    [Fact]
    public void Pages_see_neither_the_database_nor_the_account_store() =>
        Found.None(Source.Files("AfterSales.Web", ".razor", ".razor.cs").Where(f => Store().IsMatch(Source.Text(f))));

    [Fact]
    public void The_actor_never_comes_from_the_request_inside_a_page() =>
        Found.None(Source.Files("AfterSales.Web", ".razor").Where(f => Accessor().IsMatch(Source.Text(f))));

    [Fact]
    public void How_much_a_field_takes_is_said_once_where_it_is_checked() =>
        Found.None(Source.Files("AfterSales.Web", ".razor").SelectMany(f => BareLimit().Matches(Source.Text(f)).Select(m => $"{f}: {m.Value}")));

    [Fact]
    public void A_namespace_is_its_folder_or_a_folder_above() =>
        Found.None(
            from file in Source.Code()
            let declared = Namespace().Match(Source.Text(file))
            where declared.Success && !(string.Join('.', file.Split('/')[..^1]) + ".").StartsWith(declared.Groups[1].Value + ".", StringComparison.Ordinal)
            select (file, declared.Groups[1].Value));

    [Fact]
    public void Classes_are_sealed_unless_something_inherits_from_them()
    {
        var types = typeof(CoreServices).Assembly.GetTypes();
        Found.None(types.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false, IsPublic: true } && t.Namespace?.Contains("Migrations", StringComparison.Ordinal) == false && !types.Any(o => o.BaseType == t || (o.BaseType?.IsGenericType == true && o.BaseType.GetGenericTypeDefinition() == t))));
    }

    [GeneratedRegex(@"\b(AfterSalesDb|IDbContextFactory|DbContext|UserManager|Writer|Microsoft\.EntityFrameworkCore)\b")]
    private static partial Regex Store();

    [GeneratedRegex(@"\bIHttpContextAccessor\b")]
    private static partial Regex Accessor();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    /// <summary>A text's Max in figures; MudBlazor's fields are of numbers.</summary>
    [GeneratedRegex(@"<(?!Mud)\w+[^<]*?\sMax=""\d+""")]
    private static partial Regex BareLimit();
}
