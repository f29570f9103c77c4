using System.Collections;
using System.Reflection;
using AfterSales.Core;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AfterSales.Tests.Shared;

/// <summary>The worst texts in every text of every form, on both databases: refused with a word, or stored as typed. Never an exception.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Refused = ["a\0b", "a\ud83d", "\udc00b", "a\ufffeb", "a\u0007b", "a\u0085b", new('x', 1_000_000)];

    private static readonly string[] Odd = ["=1+1 😀 \u200f\u202eאב <script>alert(1)</script> _x0041_ '; -- 中", "@SUM(A1)\tб\nв"];

    [Theory, BothDatabases]
    public async Task Every_text_of_every_form_is_refused_in_a_word_or_kept_as_typed(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var wrong = new List<string>();
        foreach (var sender in FormSenders.All)
        {
            foreach (var path in Texts((await sender(house)).Form.GetType(), ""))
            {
                await Try(house, sender, path, wrong);
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task Every_kind_of_form_is_among_them()
    {
        await using var house = await TestHouse.Open();
        var tried = new HashSet<Type>();
        foreach (var sender in FormSenders.All)
        {
            Nested((await sender(house)).Form.GetType(), tried);
        }

        var forms = typeof(CoreServices).Assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.Name.EndsWith("Form", StringComparison.Ordinal));
        Assert.Empty(forms.Except(tried).Select(t => t.Name));
    }

    private static async Task Try(TestHouse house, Func<TestHouse, Task<Sender>> sender, string path, List<string> wrong)
    {
        var ready = await sender(house);
        foreach (var text in Refused.Concat(Odd))
        {
            try
            {
                if (!Set(ready.Form, path, text))
                {
                    return;
                }

                var result = await ready.Send(ready.Form);
                if (!result.Ok)
                {
                    continue;
                }

                if (Refused.Contains(text))
                {
                    wrong.Add($"{ready.Form.GetType().Name}.{path} took {Shown(text)}");
                }
                else if (!await Stored(house, TextRule.Kept(text)!))
                {
                    wrong.Add($"{ready.Form.GetType().Name}.{path} did not keep {Shown(text)}");
                }

                ready = await sender(house);
            }
            catch (Exception bug)
            {
                wrong.Add($"{ready.Form.GetType().Name}.{path} with {Shown(text)}: {bug.GetType().Name} {bug.Message} {bug.InnerException?.Message}");
                ready = await sender(house);
            }
        }
    }

    private static string Shown(string text) => text.Length > 100 ? $"{text.Length} characters" : string.Concat(text.Select(c => c is < ' ' or > '~' ? $"\\u{(int)c:x4}" : c.ToString()));

    /// <summary>The names of the texts that may be written, those of parts and of lists' first items too.</summary>
    private static IEnumerable<string> Texts(Type form, string before) => form.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.SetMethod!.IsPublic || Part(p) is not null).SelectMany(p =>
        p.PropertyType == typeof(string) ? p.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Length == 0 ? [before + p.Name] : [] : Part(p) is { } part ? Texts(part, before + p.Name + ".") : []);

    private static void Nested(Type form, HashSet<Type> found)
    {
        if (found.Add(form))
        {
            foreach (var part in form.GetProperties().Select(Part).OfType<Type>())
            {
                Nested(part, found);
            }
        }
    }

    private static Type? Part(PropertyInfo property)
    {
        var type = property.PropertyType.IsGenericType && property.PropertyType.IsAssignableTo(typeof(IEnumerable)) ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        return property.Name != "Loaded" && type.IsClass && type.Name.EndsWith("Form", StringComparison.Ordinal) ? type : null;
    }

    /// <summary>False where a list has no item to write to.</summary>
    private static bool Set(object form, string path, string text)
    {
        var names = path.Split('.');
        object? at = form;
        foreach (var name in names[..^1])
        {
            at = at!.GetType().GetProperty(name)!.GetValue(at);
            at = at is IEnumerable many ? many.Cast<object>().FirstOrDefault() : at;
        }

        at?.GetType().GetProperty(names[^1])!.SetValue(at, text);
        return at is not null;
    }

    /// <summary>True when some text of some table is exactly this, or a list in a table holds it.</summary>
    private static async Task<bool> Stored(TestHouse house, string text)
    {
        await using var db = house.Db();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null && !e.IsOwned()))
        {
            foreach (var property in entity.GetProperties().Where(p => p.ClrType == typeof(string) || p.GetTypeMapping().Converter?.ProviderClrType == typeof(string)))
            {
                var column = property.GetColumnName(StoreObjectIdentifier.Table(entity.GetTableName()!));
                var json = property.ClrType == typeof(string) ? text : System.Text.Json.JsonSerializer.Serialize(text).Trim('"');
                var sql = property.ClrType == typeof(string) ? $"SELECT count(*) AS \"Value\" FROM \"{entity.GetTableName()}\" WHERE \"{column}\" = {{0}}"
                    : house.Storage.Provider == StorageProvider.Sqlite ? $"SELECT count(*) AS \"Value\" FROM \"{entity.GetTableName()}\" WHERE instr(\"{column}\", {{0}}) > 0"
                    : $"SELECT count(*) AS \"Value\" FROM \"{entity.GetTableName()}\" WHERE strpos(\"{column}\", {{0}}) > 0";
                if ((await db.Database.SqlQueryRaw<long>(sql, json).ToListAsync())[0] > 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
