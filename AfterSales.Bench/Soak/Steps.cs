using AfterSales.Core.Assets;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Bench.Soak;

/// <summary>Carries out steps through the product's own services, as the person whose work each is. The same step again sends the same.</summary>
internal sealed class Steps(IServiceProvider services)
{
    /// <summary>The smallest picture that passes for a PNG: one white point.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    /// <summary>The answer of the service.</summary>
    public async Task<Result> Do(Step step) => step.Kind switch
    {
        StepKind.Intake => await Ask(Role.Agent, (CaseIntake s) => s.Register(Call(step), step.Request)),
        StepKind.Reply => await Ask(Role.Agent, (CaseDesk s) => s.Reply(step.Target, new ReplyForm { Text = step.Mark }, step.Request)),
        StepKind.Chase => await Ask(Role.Agent, (CaseDesk s) => s.Chase(step.Target, step.Mark, step.Request)),
        StepKind.Hold => await Hold(step),
        StepKind.Assign => await Assign(step),
        StepKind.Call => await Ask(Role.Agent, (CallbackDesk s) => s.Record(long.Parse(step.Target, null), Answer(step), step.Request)),
        _ => await Visit(step),
    };

    private async Task<Result> Visit(Step step)
    {
        var engineer = await Read(db => db.WorkOrders.Where(o => o.Number == step.Target).Select(o => o.EngineerId).SingleAsync());
        var me = (await Read(db => db.Users.AsNoTracking().SingleAsync(p => p.Id == engineer))).AsActor();
        return step.Kind switch
        {
            StepKind.Accept => await Ask(me, (MyWork s) => s.Accept(step.Target, step.Request)),
            StepKind.Arrive => await Ask(me, (MyWork s) => s.Arrive(step.Target, null, step.Request)),
            StepKind.Report => await Ask(me, (Reporting s) => s.Save(step.Target, Findings(step), step.Request)),
            StepKind.Checks => await Checks(me, step),
            StepKind.Score => await Ask(me, (Reporting s) => s.SaveSatisfaction(step.Target, new SatisfactionForm { Score = 4, Comment = step.Mark }, step.Request)),
            StepKind.Sign => await Ask(me, (Reporting s) => s.Sign(step.Target, step.Mark, Picture, step.Request)),
            _ => await Ask(me, (JobEnding s) => s.Complete(step.Target, null, step.Request)),
        };
    }

    /// <summary>A new customer with a machine, or a further case of a machine on file.</summary>
    private static IntakeForm Call(Step step)
    {
        var form = new IntakeForm { Type = CaseType.Repair, Mode = ServiceMode.OnSite, Impact = Impact.Stopped, SymptomText = "漏油", Description = step.Mark, Phone = "13805380000" };
        if (step.Target.Split('/') is [var customer, var asset])
        {
            (form.CustomerId, form.AssetId) = (long.Parse(customer, null), long.Parse(asset, null));
            return form;
        }

        form.Customer = new CustomerForm { Name = "电缆厂 " + step.Mark, Area = "north" };
        form.Contact = new ContactForm { Name = "张工", Phones = ["13805380000"] };
        form.Site = new SiteForm { Address = "工业路 1 号", Area = "north", DistanceKm = 640 };
        form.Asset = new AssetForm { SerialNo = step.Mark, ProductLine = "extruder", Model = "SJ-90" };
        return form;
    }

    private static AttemptForm Answer(Step step) => new()
    {
        Outcome = AttemptOutcome.Answered, Score = (step.Request.ToByteArray()[0] % AttemptForm.MostScore) + 1, Comment = step.Mark, Note = step.Mark,
    };

    private static ReportForm Findings(Step step) => new()
    {
        ConfirmedSymptomText = "漏油", Cause = "wear", Remedy = step.Mark, Hours = 1.5m, UserName = "张工",
        Parts = [new PartForm { PartNo = "ZL-200", Name = "密封圈", Quantity = 2, OldSerial = "S-1", NewSerial = "S-2" }],
    };

    private Task<Result> Hold(Step step)
    {
        var clock = services.GetRequiredService<BusinessClock>();
        var form = new HoldForm { Reason = "festival", Until = clock.Local(clock.Now.AddDays(1)), Text = step.Mark };
        return Ask(Role.Agent, (CaseHolds s) => s.Hold(step.Target, form, step.Request));
    }

    private async Task<Result> Assign(Step step)
    {
        var engineers = await Read(db => db.Users.Where(p => p.Role == Role.Engineer).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync());
        var form = new AssignForm
        {
            EngineerId = engineers[step.Request.ToByteArray()[0] % engineers.Count], Instructions = step.Mark,
            When = new AppointmentForm { Kind = AppointmentKind.Days, Day = services.GetRequiredService<BusinessClock>().Today },
        };
        return await Ask(Role.Supervisor, (Dispatching s) => s.Assign(step.Target, form, step.Request));
    }

    private async Task<Result> Checks(Actor me, Step step)
    {
        var job = await Ask(me, (JobReader s) => s.Job(step.Target));
        return await Ask(me, (Reporting s) => s.SaveChecks(step.Target, [.. job.Items.Select(i => new CheckForm { Item = i.Code, Result = CheckResult.Passed })], step.Request));
    }

    private async Task<TAnswer> Ask<TService, TAnswer>(Role role, Func<TService, Task<TAnswer>> call) where TService : notnull =>
        await Ask((await Read(db => db.Users.AsNoTracking().Where(p => p.Role == role).OrderBy(p => p.Id).FirstAsync())).AsActor(), call);

    private async Task<TAnswer> Ask<TService, TAnswer>(Actor actor, Func<TService, Task<TAnswer>> call) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task<T> Read<T>(Func<AfterSalesDb, Task<T>> look)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AfterSalesDb>>().CreateDbContextAsync();
        return await look(db);
    }
}
