using System.Collections;
using System.Reflection;
using System.Text.Json;
using AfterSales.Core;
using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Data.SampleData;
using AfterSales.Core.HandOffs;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Cases;
using AfterSales.Web.Shared;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Tests.Customers;

/// <summary>A number within words is masked by role as one in a field of its own is.</summary>
public sealed class TypedWordsTests
{
    private const string Number = "13812345678";
    private const string MaskedKey = "masked";
    private const string Shown = "138****5678";

    [Fact]
    public async Task Whatever_a_manager_or_administrator_asks_no_word_gives_a_whole_number_away()
    {
        await using var house = await TestHouse.Open();
        await Planted(house);
        foreach (var role in new[] { Role.Manager, Role.Administrator })
        {
            var told = await Everything(house, role);
            Assert.All(told, answer => Assert.False(answer.Words.Contains(Number, StringComparison.Ordinal), answer.Words.Contains(Number, StringComparison.Ordinal) ? $"{role} {answer.Name}: {Around(answer.Words)}" : null));
            Assert.True(told.Count(answer => answer.Words.Contains(Shown, StringComparison.Ordinal)) > 20, string.Join(' ', told.Where(answer => answer.Words.Contains(Shown, StringComparison.Ordinal)).Select(a => a.Name)));
        }
    }

    [Fact]
    public async Task Every_column_of_words_is_masked_where_it_is_read_and_whole_where_it_is_written()
    {
        await using var house = await TestHouse.Open();
        await using var masked = house.Get<IServiceProvider>().GetRequiredKeyedService<IDbContextFactory<AfterSalesDb>>(MaskedKey).CreateDbContext();
        await using var whole = house.Db();
        var columns = masked.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => TypedWords.Holds(p.DeclaringType.ClrType, p.Name) && p.ClrType == typeof(string)).ToList();
        Assert.All(columns, column => Assert.NotNull(column.GetValueConverter()));
        Assert.All(columns, column => Assert.Null(whole.Model.FindEntityType(column.DeclaringType.ClrType)!.FindProperty(column.Name)!.GetValueConverter()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => masked.SaveChangesAsync());
    }

    /// <summary>Whoever takes the tables as they are writes, runs by itself, checks, or has told the trail.</summary>
    [Fact]
    public void A_service_that_shows_something_reads_by_sight()
    {
        string[] whole = ["ActionRunner", "BreachCheck", "FileSweep", "Housekeeping", "ImportDesk", "IntegrityCheck", "Lists", "MaintenanceSweep", "PersonalData", "RecordsExport", "SettingsService", "Sight", "SystemState", "WarrantyWatch", "Writer"];
        Assert.Equal(whole, typeof(CoreServices).Assembly.GetExportedTypes()
            .Where(t => t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(IDbContextFactory<AfterSalesDb>)))).Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Who_serves_the_customer_reads_words_as_typed_and_a_manager_uncovers_them_with_a_trace(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.Case();
        var (number, code) = await house.Read(async db => (await db.Cases.Select(c => c.Number).SingleAsync(), await db.Customers.Select(c => c.Code).SingleAsync()));
        await house.As(Role.Agent).Ask((CaseDesk d) => d.Note(number, "请打" + Number, house.Request));
        await house.Read(db => db.Cases.ExecuteUpdateAsync(set => set.SetProperty(c => c.Description, "请打" + Number)));
        Assert.Contains((await house.As(Role.Agent).Ask((CaseReader r) => r.Read(number))).Timeline, line => line.Text == "请打" + Number);
        Assert.Contains((await house.As(Role.Manager).Ask((CaseReader r) => r.Read(number))).Timeline, line => line.Text == "请打" + Shown);

        var whole = await house.As(Role.Manager).Ask((PersonalData d) => d.Case(number));
        Assert.Contains(whole.View.Timeline, line => line.Text == "请打" + Number);
        Assert.DoesNotContain('*', whole.View.Contact!.Phones[0]);
        Assert.Contains((await house.As(Role.Manager).Ask((PersonalData d) => d.Customer(code))).History.Lines, line => line.Words == "请打" + Number);
        Assert.Contains((await house.As(Role.Manager).Ask((PersonalData d) => d.History(code, new HistoryFilter()))).Lines, line => line.Words == "请打" + Number);
        Assert.Contains((await house.As(Role.Manager).Ask((CaseReader r) => r.Read(number))).Timeline, line => line.Text == "请打" + Shown);
        var told = (await house.As(Role.Manager).Ask((AuditService a) => a.Find(new AuditFilter()))).Rows.Where(t => t.Changes is [{ To: "Revealed" }]).Select(t => t.Key);
        Assert.Equal([code, code, number], told);
    }

    [Fact]
    public async Task A_manager_uncovers_the_words_of_a_case_on_its_page()
    {
        await using var house = await TestHouse.Open();
        await house.Case();
        var number = await house.Read(db => db.Cases.Select(c => c.Number).SingleAsync());
        await house.As(Role.Agent).Ask((CaseDesk d) => d.Note(number, "请打" + Number, house.Request));
        await using var pages = new PageHouse(house, Role.Manager);
        var page = pages.Open<CaseDetails>("cases/" + number, set => set.Add(p => p.Number, number));
        page.WaitForAssertion(() => Assert.Contains(Shown, page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(Number, page.Markup, StringComparison.Ordinal);
        page.Find("[data-test=reveal]").Click();
        page.WaitForAssertion(() => Assert.Contains(Number, page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-test=reveal]"));
    }

    /// <summary>A history of everything, with the number in every column of words of every row.</summary>
    private static async Task Planted(TestHouse house)
    {
        await using var db = house.Db();
        Assert.True(await SampleHistory.Ensure(db, new SamplePlan(120), house.Clock));
        var complaint = await db.Complaints.Select(c => c.CaseId).FirstAsync();
        var number = await db.Cases.Where(c => c.Id == complaint).Select(c => c.Number).SingleAsync();
        await house.Add(new HandOff { CaseId = complaint, Department = "tech", Question = "?", AskedAt = house.Now, DueAt = house.Now });
        await house.Add(new Core.Notices.Notification { PersonId = People.Manager, At = house.Now, Kind = Core.Notices.NoticeKind.AnonymityAsked, CaseId = complaint, Facts = CaseEvent.Pack(("reason", "?")), UniqueKey = "?" });
        await house.As(Role.Agent).Ask((Core.Attachments.AttachmentDesk d) => d.Attach(number, null, "照片.pdf", new MemoryStream(Attachments.Samples.Pdf), house.Request));
        foreach (var column in db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.ClrType == typeof(string) && TypedWords.Holds(p.DeclaringType.ClrType, p.Name)))
        {
            var (table, name) = (column.DeclaringType.ContainingEntityType.GetTableName(), column.GetColumnName());
            var planted = name == "Facts" ? $"substr(\"Facts\", 1, length(\"Facts\") - 1) || ',\"planted\":\"{Number}\"}}}}'" : $"coalesce(\"{name}\", '') || '请打{Number}'";
            var where = name == "Facts" ? " WHERE length(\"Facts\") > 2" : "";
#pragma warning disable EF1002 // Names of the model.
            await db.Database.ExecuteSqlRawAsync($"UPDATE \"{table}\" SET \"{name}\" = {planted}{where}");
#pragma warning restore EF1002
        }

        db.AuditEntries.Add(new AuditEntry { At = house.Now, Entity = nameof(ServiceCase), EntityKey = number, Action = AuditAction.Changed, Changes = JsonSerializer.Serialize(new[] { new FieldChange(nameof(ServiceCase.Description), null, "请打" + Number) }) });
        await db.SaveChangesAsync();
    }

    /// <summary>What every public reading operation answers, asked for each kind of number that there is.</summary>
    private static async Task<List<(string Name, string Words)>> Everything(TestHouse house, Role role)
    {
        var subjects = await house.Read(async db => (string[])
        [
            await db.Cases.Where(c => db.Complaints.Any(k => k.CaseId == c.Id && db.HandOffs.Any(h => h.CaseId == c.Id))).Select(c => c.Number).FirstAsync(),
            await db.Cases.Where(c => db.ServiceReports.Any(r => r.CaseId == c.Id)).OrderByDescending(c => c.Id).Select(c => c.Number).FirstAsync(),
            await db.Customers.Where(c => db.Cases.Any(x => x.CustomerId == c.Id && db.CallbackAttempts.Any(a => db.Callbacks.Any(k => k.Id == a.CallbackId && k.CaseId == x.Id)))).Select(c => c.Code).FirstAsync(),
            await db.Assets.Where(a => db.Cases.Any(c => c.AssetId == a.Id)).Select(a => a.SerialNo).FirstAsync(),
            await db.WorkOrders.Where(o => db.ServiceReports.Any(r => r.WorkOrderId == o.Id)).Select(o => o.Number).FirstAsync(),
            "请打", "2026",
        ]);
        var answers = new List<(string, string)>();
        foreach (var service in typeof(CoreServices).Assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t != typeof(PersonalData) && t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(Sight) || p.ParameterType == typeof(Actor)))))
        {
            foreach (var method in service.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(Reads))
            {
                foreach (var subject in method.GetParameters().Any(p => p.ParameterType == typeof(string)) ? subjects : [subjects[0]])
                {
                    if (await Answer(house, role, service, method, subject) is { } answer)
                    {
                        answers.Add(($"{service.Name}.{method.Name}", answer));
                    }
                }
            }
        }

        foreach (var list in new[] { "assets", "cases", "complaints", "customers", "orders", "registers", "audit" })
        {
            answers.Add(("ListExport." + list, Words(await house.As(role).Ask((ListExport e) => e.Print(list, new Dictionary<string, string?>(), new ResourceTexts())))));
        }

        return answers;
    }

    private static bool Reads(MethodInfo method) => !method.IsGenericMethodDefinition && method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>)
        && method.GetParameters().All(p => p.ParameterType != typeof(Guid) && !typeof(AfterSalesDb).IsAssignableFrom(p.ParameterType) && p.ParameterType != typeof(Stream));

    /// <summary>Null where the operation is closed to the role, knows nothing of that name, or is asked for something that this test can't name.</summary>
    private static async Task<string?> Answer(TestHouse house, Role role, Type service, MethodInfo method, string subject)
    {
        try
        {
            return await house.As(role).Ask<IServiceProvider, string?>(async services =>
            {
                var asked = (Task)method.Invoke(services.GetRequiredService(service), [.. method.GetParameters().Select(p => Argument(p, subject))])!;
                await asked;
                return Words(asked.GetType().GetProperty("Result")!.GetValue(asked));
            });
        }
        catch (Exception e) when (e is MissingException or ForbiddenException or TargetInvocationException or NullReferenceException or ArgumentNullException)
        {
            return null;
        }
    }

    private static object? Argument(ParameterInfo parameter, string subject) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => subject,
        var type when type == typeof(int) => 100,
        var type when type == typeof(long) => 1L,
        var type when type == typeof(Texts) => new ResourceTexts(),
        var type when type == typeof(Core.Performance.Period) => Core.Performance.Period.Parse("2026"),
        var type when type.IsEnum => Enum.GetValues(type).GetValue(0),
        var type when type.IsValueType => Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null,
        var type when typeof(ListFilter).IsAssignableFrom(type) => Activator.CreateInstance(type),
        var type when type == typeof(Core.Performance.CountedQuery) => new Core.Performance.CountedQuery(Core.Performance.Period.Parse("2026")!, Core.Performance.FigureKey.K1),
        var type when type == typeof(HistoryFilter) => new HistoryFilter(Size: 200),
        _ => null,
    };

    private static string Words(object? answer) => string.Join('\n', Said(answer, "", new HashSet<object>(ReferenceEqualityComparer.Instance)));

    /// <summary>Every text in an answer, under its name.</summary>
    private static IEnumerable<string> Said(object? value, string name, HashSet<object> seen) => value switch
    {
        null => [],
        string text => [$"{name}: {text}"],
        Core.Performance.Period or Texts or Core.Settings.ListBook => [],
        _ when !seen.Add(value) => [],
        IEnumerable items => items.Cast<object?>().SelectMany(item => Said(item, name, seen)),
        _ when value.GetType() is { IsEnum: false, IsPrimitive: false } type && (type.Namespace?.StartsWith("AfterSales", StringComparison.Ordinal) == true || type.IsGenericType) =>
            type.GetProperties().Where(p => p.GetIndexParameters().Length == 0).SelectMany(p => Said(p.GetValue(value), $"{name}.{p.Name}", seen)),
        _ => [],
    };

    private static string Around(string words) => words.Split('\n').First(line => line.Contains(Number, StringComparison.Ordinal));
}
