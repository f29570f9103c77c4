using AfterSales.Core.Assets;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Integrity;
using AfterSales.Core.Promises;
using AfterSales.Core.Scheduling;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Integrity;

public sealed class IntegrityCheckTests
{
    [Theory, BothDatabases]
    public async Task A_sound_database_has_no_finding(StorageProvider provider)
    {
        await using var house = await Sound(provider);

        Assert.Empty(await Findings(house));
    }

    [Theory]
    [BothDatabases("PromiseRecomputes", """UPDATE "Promises" SET "DueAt" = "DueAt" + 1 WHERE "Kind" = 1""")]
    [BothDatabases("PromiseRecomputes", """UPDATE "Promises" SET "State" = 3 WHERE "Kind" = 1 AND "State" = 2""")]
    [BothDatabases("PromiseStands", """DELETE FROM "Promises" WHERE "Kind" = 3""")]
    [BothDatabases("OpenPromiseHasNextStage", """UPDATE "Promises" SET "NextStageAt" = NULL WHERE "State" = 1""")]
    [BothDatabases("NextDueIsMostUrgent", """UPDATE "Cases" SET "NextDueAt" = "NextDueAt" + 60000 WHERE "NextDueAt" IS NOT NULL""")]
    [BothDatabases("FactsStand", """DELETE FROM "CaseFacts" """)]
    [BothDatabases("FactsRebuild", """UPDATE "CaseFacts" SET "Visits" = "Visits" + 1""")]
    [BothDatabases("FactsRebuild", """UPDATE "CaseFacts" SET "ReplyDueAt" = 0""")]
    [BothDatabases("ArrivalIsAVisits", """UPDATE "Cases" SET "ArrivedAt" = "ArrivedAt" + 60000""")]
    [BothDatabases("HistoryBegins", """DELETE FROM "CaseEvents" WHERE "Kind" = 1""")]
    [BothDatabases("CountersAgree", """UPDATE "Cases" SET "Chases" = "Chases" + 1""")]
    [BothDatabases("StatusEqualsHistory", """DELETE FROM "CaseEvents" WHERE "Kind" = 17""")]
    [BothDatabases("HoldEqualsStatus", """UPDATE "CaseHolds" SET "EndedAt" = 1 WHERE "EndedAt" IS NULL""")]
    [BothDatabases("ClosedHasNoOpenPromise", """UPDATE "Promises" SET "State" = 1 WHERE "CaseId" IN (SELECT "Id" FROM "Cases" WHERE "Status" = 6)""")]
    [BothDatabases("ClosedServiceHasReport", """UPDATE "ServiceReports" SET "CompletedAt" = NULL""")]
    [BothDatabases("CompletedOrderHasReport", """UPDATE "ServiceReports" SET "CompletedAt" = NULL""")]
    [BothDatabases("ClosedCaseHasNoOpenOrder", """UPDATE "WorkOrders" SET "Status" = 2""")]
    [BothDatabases("AreaFollowsCase", """UPDATE "WorkOrders" SET "Area" = NULL""")]
    [BothDatabases("AreaFollowsCase", """UPDATE "Callbacks" SET "Area" = 'south'""")]
    [BothDatabases("WaitingCallbackHasAction", """UPDATE "ScheduledActions" SET "State" = 3 WHERE "Kind" = 1""")]
    [BothDatabases("HoldHasAction", """UPDATE "ScheduledActions" SET "State" = 2 WHERE "Kind" = 4""")]
    [BothDatabases("AnsweredCallbackHasScore", """DELETE FROM "SatisfactionAnswers" """)]
    [BothDatabases("ScoreInRange", """UPDATE "SatisfactionAnswers" SET "Score" = 6""")]
    [BothDatabases("ReplacedScoreHasCorrection", """UPDATE "SatisfactionAnswers" SET "Replaced" = TRUE""")]
    [BothDatabases("ComplaintHasDetail", """DELETE FROM "Complaints" """)]
    [BothDatabases("ComplaintAgrees", """UPDATE "Complaints" SET "Severity" = 3""")]
    [BothDatabases("ComponentInItself", """UPDATE "Components" SET "WithinId" = "Id" WHERE "Serial" = 'P-1'""")]
    [BothDatabases("ComponentInItself", """UPDATE "Components" SET "WithinId" = (SELECT "Id" FROM "Components" WHERE "Serial" = 'P-3') WHERE "Serial" = 'P-1'""")]
    [BothDatabases("ReadSinceDelivery", """UPDATE "MeterReadings" SET "ReadOn" = '2020-01-01' """)]
    [BothDatabases("CustomerIsSearchable", """DELETE FROM "SearchKeys" WHERE "Subject" = 1""")]
    [BothDatabases("AssetIsSearchable", """DELETE FROM "SearchKeys" WHERE "Subject" = 4""")]
    [BothDatabases("PhoneIsSearchable", """DELETE FROM "SearchKeys" WHERE "Subject" = 3""")]
    [BothDatabases("SearchedIsThere", """UPDATE "SearchKeys" SET "SubjectId" = 0 WHERE "Subject" = 3""")]
    [BothDatabases("SearchedIsThere", """UPDATE "SearchKeys" SET "SubjectId" = 0 WHERE "Subject" = 1""")]
    [BothDatabases("CaseIsSearchable", """DELETE FROM "CaseWords" """)]
    [BothDatabases("CounterBeyondNumbers", """UPDATE "NumberSeries" SET "Last" = 1""")]
    [BothDatabases("NumberUnique", """DROP INDEX "IX_Cases_Number"; UPDATE "Cases" SET "Number" = 'SC-20261124-0001'""")]
    [BothDatabases("OrderNumberUnique", """DROP INDEX "IX_WorkOrders_Number"; UPDATE "WorkOrders" SET "Number" = 'WO-20261124-0001'""")]
    [BothDatabases("MigrationPending", """DELETE FROM "__EFMigrationsHistory" """)]
    public async Task A_broken_invariant_is_told(StorageProvider provider, string invariant, string sql)
    {
        await using var house = await Sound(provider);
        await using (var db = house.Db())
        {
            await db.Database.ExecuteSqlRawAsync(sql);
        }

        Assert.Contains(await Findings(house), f => f.Invariant == invariant);
    }

    [Theory, BothDatabases]
    public async Task A_promise_broken_before_a_hold_may_wait_for_its_next_stage(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var opened = await house.OpenCase(await house.KnownCustomer());
        house.Time.Advance(TimeSpan.FromHours(50));
        await house.AsSystem().Ask((BreachCheck breaches) => breaches.Run());

        await house.Change(opened, (write, file) => Task.FromResult(file.Case.Hold("customer", true, write.Now.AddDays(1), null, write.Actor, write.Now)));

        Assert.DoesNotContain(await Findings(house), f => f.Invariant == "OpenPromiseHasNextStage");
    }

    [Fact]
    public async Task A_dangling_reference_is_told()
    {
        await using var house = await Sound(StorageProvider.Sqlite);
        await using (var db = house.Db())
        {
            await db.Database.ExecuteSqlRawAsync("""PRAGMA foreign_keys=OFF; DELETE FROM "Assets";""");
        }

        Assert.Contains(await Findings(house), f => f.Invariant == "DanglingReference");
    }

    private static Task<IReadOnlyList<Finding>> Findings(TestHouse house) =>
        house.AsSystem().Ask((IntegrityCheck check) => check.Run());

    /// <summary>One case on hold, one closed with order, report, score and callbacks, one complaint reopened; a machine read on the day of its delivery, with three parts, each in the one before.</summary>
    private static async Task<TestHouse> Sound(StorageProvider provider)
    {
        var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        await house.AsSystem().Ask((Writer writer) => writer.Run(house.Request, async write =>
        {
            await OnHold(write, known);
            await Closed(write, known);
            await ReopenedComplaint(write, known);
            await Fitted(write, known);
            return Core.Shared.Result.Done;
        }));
        return house;
    }

    private static async Task OnHold(Write write, Known known)
    {
        var file = await Register(write, known, CaseType.Repair);
        file.Case.Hold("internal", false, write.Now.AddDays(1), null, write.Actor, write.Now);
        await file.Settle();
        await write.Db.SaveChangesAsync();
        write.Db.Add(new ScheduledAction { Kind = ActionKind.HoldEnds, SubjectId = file.Case.Holds[0].Id, UniqueKey = "hold", DueAt = write.Now.AddDays(1) });
    }

    private static async Task Closed(Write write, Known known)
    {
        var file = await Register(write, known, CaseType.Repair);
        file.Case.Reply(ReplyHow.Phone, "马上派人", write.Actor, write.Now, write.Now);
        var order = WorkOrder.Assign(await NumberSeries.Next(write.Db, "WO", new(2026, 11, 24), write.Stop), file.Case.Id, file.Case.Area, People.Engineer, new(AppointmentKind.Time, write.Now, write.Now.AddHours(2)), null, write.Now);
        var other = WorkOrder.Assign(await NumberSeries.Next(write.Db, "WO", new(2026, 11, 24), write.Stop), file.Case.Id, file.Case.Area, People.Engineer, new(AppointmentKind.Time, write.Now, write.Now.AddHours(2)), null, write.Now);
        other.Cancel();
        order.Current!.ArrivedAt = write.Now;
        order.Complete(write.Now);
        write.Db.AddRange(order, other);
        await write.Db.SaveChangesAsync();
        write.Db.Add(new ServiceReport { CaseId = file.Case.Id, WorkOrderId = order.Id, CompletedAt = write.Now });
        file.Case.Dispatch(People.Engineer);
        file.Case.Arrive(write.Now);
        file.Case.Resolve("已更换油封", false, write.Actor, write.Now, write.Now);
        file.Case.Close(write.Actor, write.Now, null);
        await file.Settle();
        var callbacks = new[] { CallbackState.Answered, CallbackState.Waiting }
            .Select((state, i) => new Callback { CaseId = file.Case.Id, Area = file.Case.Area, Round = i + 1, State = state, OpensAt = write.Now, EndsAt = write.Now.AddDays(1) }).ToList();
        write.Db.AddRange(callbacks);
        await write.Db.SaveChangesAsync();
        write.Db.Add(new SatisfactionAnswer { CaseId = file.Case.Id, CallbackId = callbacks[0].Id, Score = 5, AnsweredAt = write.Now, Source = AnswerSource.Callback });
        write.Db.Add(new ScheduledAction { Kind = ActionKind.CallbackDue, SubjectId = callbacks[1].Id, UniqueKey = "callback", DueAt = write.Now });
    }

    private static async Task ReopenedComplaint(Write write, Known known)
    {
        var file = await Register(write, known, CaseType.Complaint);
        file.Case.Resolve("已道歉", true, write.Actor, write.Now, write.Now);
        file.Case.Reopen("客户不认可", write.Actor, write.Now);
        await file.Settle();
    }

    private static async Task Fitted(Write write, Known known)
    {
        write.Db.Add(new MeterReading { AssetId = known.Asset.Id, ReadOn = known.Asset.DeliveredOn!.Value, Value = 1 });
        Component? outer = null;
        for (var i = 1; i <= 3; i++)
        {
            write.Db.Add(outer = new Component { AssetId = known.Asset.Id, Name = "轴承", Serial = $"P-{i}", WithinId = outer?.Id });
            await write.Db.SaveChangesAsync();
        }
    }

    private static async Task<CaseFile> Register(Write write, Known known, CaseType type)
    {
        var policy = await Core.Settings.PolicyBook.PolicyAt(write.Db, write.Now, write.Stop);
        var registered = new ServiceCase
        {
            Number = await NumberSeries.Next(write.Db, "SC", new(2026, 11, 24), write.Stop),
            Description = "漏油", Type = type, Mode = ServiceMode.OnSite, CustomerId = known.Customer.Id, AssetId = known.Asset.Id, DistanceKm = 640,
            OpenedAt = write.Now, PolicyId = policy.Id,
        };
        registered.Tell(CaseEventKind.Registered, write.Actor, write.Now);
        return await CaseFile.Register(write, registered, policy, known.Customer, known.Site, known.Asset);
    }
}
