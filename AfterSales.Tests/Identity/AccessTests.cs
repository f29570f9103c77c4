using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Tests.Identity;

/// <summary>
/// Who may call what: every public operation × every role. A new operation needs its row in <see cref="AccessTable"/>:
/// A agent, E engineer, S supervisor, M manager, D administrator; whose rows are seen is the services' own tests.
/// </summary>
public sealed class AccessTests
{
    private static readonly (char Letter, Role Role)[] Roles = [('A', Role.Agent), ('E', Role.Engineer), ('S', Role.Supervisor), ('M', Role.Manager), ('D', Role.Administrator)];

    [Theory, BothDatabases]
    public async Task Each_operation_is_open_to_its_roles_and_closed_to_the_others(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var wrong = new List<string>();
        foreach (var (name, service, method) in ServiceCalls.All)
        {
            var may = "";
            foreach (var (letter, role) in Roles)
            {
                try
                {
                    await house.As(role).Ask<IServiceProvider>(services => ServiceCalls.Call(services.GetRequiredService(service), method));
                    may += letter;
                }
                catch (MissingException)
                {
                    may += letter;
                }
                catch (ForbiddenException)
                {
                    // Closed to this role.
                }
                catch (Exception bug)
                {
                    wrong.Add($"{name} as {role}: {bug.GetType().Name} {bug.Message}");
                }
            }

            if (AccessTable.Rows.GetValueOrDefault(name) != may)
            {
                wrong.Add($"[\"{name}\"] = \"{may}\", and the table says {AccessTable.Rows.GetValueOrDefault(name) ?? "nothing"}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void The_table_names_nothing_that_is_gone() =>
        Assert.Empty(AccessTable.Rows.Keys.Except(ServiceCalls.All.Select(c => c.Name)));
}
