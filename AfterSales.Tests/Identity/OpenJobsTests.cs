using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Identity;

/// <summary>An engineer with open jobs stays one until they are moved: else nobody would see them.</summary>
public sealed class OpenJobsTests
{
    [Theory]
    [BothDatabases(Role.Agent, true, nameof(PersonForm.Role))]
    [BothDatabases(Role.Engineer, false, nameof(PersonForm.Active))]
    public async Task Whoever_has_open_jobs_stays_an_engineer_until_they_are_moved(StorageProvider provider, Role role, bool active, string field)
    {
        await using var house = await TestHouse.Open(provider);
        var (accepted, awaited) = (await house.Dispatched(), await house.Dispatched());
        await house.Mine((MyWork w) => w.Accept(accepted, house.Request));

        var refused = await Save(house, role, active);

        Assert.Equal(("Identity.OpenJobs", field, 2), Told(Assert.Single(refused.Problems)));

        await Move(house, accepted);
        Assert.Equal(("Identity.OpenJobs", field, 1), Told(Assert.Single((await Save(house, role, active)).Problems)));

        await Move(house, awaited);
        Assert.Empty((await Save(house, role, active)).Problems);
    }

    /// <summary>Work given while the account is being changed: one of both comes first, on PostgreSQL too.</summary>
    [Theory, BothDatabases]
    public async Task Work_given_meanwhile_keeps_the_engineer(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Case();
        Task<Result<long>>? save = null;

        Assert.True((await house.As(Role.Supervisor).Write(async write =>
        {
            var engineer = (await write.Engineer(People.Engineer))!;
            save = Task.Run(() => Save(house, Role.Engineer, active: false));
            await Task.Delay(TimeSpan.FromMilliseconds(500));
            var c = await write.Db.Cases.SingleAsync(c => c.Number == number);
            write.Db.Add(WorkOrder.Assign("WO-20261124-0001", c.Id, c.Area, engineer.Id, Jobs.Tomorrow(house).When.Appointment(write.Zone), null, write.Now));
            return Result.Done;
        })).Ok);

        Assert.Equal("Identity.OpenJobs", Assert.Single((await save!).Problems).Code);
    }

    /// <summary>Two administrators put each other out at once: one of them stays.</summary>
    [Theory, BothDatabases]
    public async Task The_last_administrator_stays_whoever_is_put_out_meanwhile(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        Assert.True((await house.As(Role.Administrator).Ask((PeopleService p) => p.Save(new() { UserName = "admin9", Name = "周末", Role = Role.Administrator, Active = true, Password = "Weekend!2026" }, house.Request))).Ok);
        var forms = (await house.As(Role.Administrator).Ask((PeopleService p) => p.All())).Where(p => p.Role == Role.Administrator).Select(p => p.Form.Copy()).ToList();
        forms.ForEach(form => form.Active = false);
        Task<Result<long>>? other = null;

        Assert.True((await house.As(Role.Administrator).Write(async write =>
        {
            await write.HoldPerson(forms[0].Id!.Value);
            await write.HoldAdministrators();
            other = Task.Run(() => house.As(Role.Administrator).Ask((PeopleService p) => p.Save(forms[1], house.Request)));
            await Task.Delay(TimeSpan.FromMilliseconds(500));
            (await write.Db.Users.SingleAsync(p => p.Id == forms[0].Id)).Active = false;
            return Result.Done;
        })).Ok);

        Assert.Equal("Identity.LastAdministrator", Assert.Single((await other!).Problems).Code);
    }

    private static (string, string?, object) Told(Problem problem) => (problem.Code, problem.Field, problem.Args[0]!);

    private static async Task Move(TestHouse house, string number)
    {
        var plan = await house.Plan(number);
        plan.EngineerId = People.OtherEngineer;
        Assert.Empty((await house.As(Role.Supervisor).Ask((Dispatching d) => d.Reassign(number, plan, house.Request))).Problems);
    }

    private static async Task<Result<long>> Save(TestHouse house, Role role, bool active)
    {
        var form = (await house.As(Role.Administrator).Ask((PeopleService p) => p.All())).Single(p => p.Id == People.Engineer).Form.Copy();
        (form.Role, form.Active) = (role, active);
        return await house.As(Role.Administrator).Ask((PeopleService p) => p.Save(form, house.Request));
    }
}
