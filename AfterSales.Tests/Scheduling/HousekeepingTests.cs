using AfterSales.Core.Data;
using AfterSales.Core.Drafts;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Scheduling;

public sealed class HousekeepingTests
{
    [Theory, BothDatabases]
    public async Task What_has_done_its_duty_goes_and_nothing_else(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        DateTimeOffset Ago(TimeSpan kept, int minutes) => house.Now - kept + TimeSpan.FromMinutes(minutes);
        Guid[] requests = [Guid.NewGuid(), Guid.NewGuid()];
        await house.Add(
            new WriteRequest { Id = requests[0], At = Ago(Housekeeping.RequestsKept, -1), PersonId = People.Agent, Answer = "1" },
            new WriteRequest { Id = requests[1], At = Ago(Housekeeping.RequestsKept, 1), PersonId = People.Agent, Answer = "1" },
            new Draft { Id = Guid.NewGuid(), PersonId = People.Agent, Form = "old", Fields = "{}", SavedAt = Ago(DraftDesk.Kept, -1) },
            new Draft { Id = Guid.NewGuid(), PersonId = People.Agent, Form = "new", Fields = "{}", SavedAt = Ago(DraftDesk.Kept, 1) },
            new Core.Attachments.KeptFile { Hash = "old", PersonId = People.Agent, At = Ago(Housekeeping.RequestsKept, -1) },
            new Core.Attachments.KeptFile { Hash = "new", PersonId = People.Agent, At = Ago(Housekeeping.RequestsKept, 1) },
            Notice("read-old", Ago(Housekeeping.ReadKept, -1), read: true), Notice("read-new", Ago(Housekeeping.ReadKept, 1), read: true),
            Notice("unread", Ago(Housekeeping.ReadKept, -1), read: false), Notice("unread-old", Ago(Housekeeping.UnreadKept, -1), read: false));

        Assert.Equal(5, await house.AsSystem().Ask((Housekeeping h) => h.Run()));
        Assert.Equal(0, await house.AsSystem().Ask((Housekeeping h) => h.Run()));

        Assert.Equal([requests[1]], await house.Read(db => db.WriteRequests.Select(r => r.Id).ToListAsync()));
        Assert.Equal(["new"], await house.Read(db => db.KeptFiles.Select(k => k.Hash).ToListAsync()));
        Assert.Equal(["new"], await house.Read(db => db.Drafts.Select(d => d.Form).ToListAsync()));
        Assert.Equal(["read-new", "unread"], await house.Read(db => db.Notifications.OrderBy(n => n.UniqueKey).Select(n => n.UniqueKey).ToListAsync()));
    }

    [Fact]
    public async Task More_than_one_batch_goes_too()
    {
        await using var house = await TestHouse.Open();
        await house.Add([.. Enumerable.Range(0, 4100).Select(_ => new WriteRequest { Id = Guid.NewGuid(), At = house.Now.AddYears(-1), Answer = "1" })]);

        Assert.Equal(4100, await house.AsSystem().Ask((Housekeeping h) => h.Run()));
    }

    private static Notification Notice(string key, DateTimeOffset at, bool read) => new()
    {
        PersonId = People.Agent, At = at, Kind = NoticeKind.Chased, UniqueKey = key, ReadAt = read ? at : null,
    };
}
