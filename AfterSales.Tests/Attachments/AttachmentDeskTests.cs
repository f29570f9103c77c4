using AfterSales.Core.Attachments;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Integrity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Attachments;

public sealed class AttachmentDeskTests
{
    [Theory, BothDatabases]
    public async Task What_is_attached_stays_with_the_case_and_its_order_and_the_same_content_is_stored_once(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (order, number) = await OnOrder(house);
        Assert.True((await Attach(house, Role.Agent, number, "来函.pdf", Samples.Pdf)).Ok);
        Assert.True((await Attach(house, Role.Engineer, number, "现场.exe", Samples.Png, order)).Ok);
        Assert.True((await Attach(house, Role.Supervisor, number, "再次.png", Samples.Png)).Ok);

        var rows = await house.As(Role.Engineer).Ask((AttachmentDesk d) => d.Of(number));
        Assert.Equal([("再次.png", null, false), ("现场.exe.png", order, true), ("来函.pdf", null, false)], rows.Select(r => (r.Name, r.OrderNumber, r.MayRemove)));
        Assert.Equal(2, Directory.EnumerateFiles(house.Storage.Files, "*", SearchOption.AllDirectories).Count());
        Assert.Equal(3, (await house.Page(number)).Timeline.Count(l => l.Kind == CaseEventKind.Attached));
        var opened = await house.As(Role.Manager).Ask((AttachmentDesk d) => d.Open(rows[1].Id));
        await using (opened.Content)
        {
            Assert.Equal((FileKind.Png, (long)Samples.Png.Length), (opened.Kind, opened.Content.Length));
        }

        Assert.Equal(3, await house.Read(db => db.AuditEntries.CountAsync(e => e.Entity == nameof(Attachment))));
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck c) => c.Run()));
    }

    [Fact]
    public async Task Twenty_megabytes_are_taken_and_one_byte_more_is_refused()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Case();
        Assert.True((await Attach(house, Role.Agent, number, "a.pdf", Samples.Big(AttachmentLimits.MostBytes))).Ok);
        Assert.Equal("Attachments.TooBig", Code(await Attach(house, Role.Agent, number, "b.pdf", Samples.Big(AttachmentLimits.MostBytes + 1))));
        Assert.Equal("Attachments.NotAllowed", Code(await Attach(house, Role.Agent, number, "c.pdf", "<html>"u8.ToArray())));
        Assert.Equal("Attachments.NotAllowed", Code(await Attach(house, Role.Agent, number, "d.pdf", [])));
        Assert.Equal("Attachments.Macros", Code(await Attach(house, Role.Agent, number, "e.docx", Samples.Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"))));
        Assert.Single(Directory.EnumerateFiles(house.Storage.Files, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_case_takes_so_many_files()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Case();
        var id = await house.Read(db => db.Cases.Where(c => c.Number == number).Select(c => c.Id).SingleAsync());
        await house.Add([.. Enumerable.Range(0, AttachmentLimits.MostOfCase).Select(i => new Attachment { CaseId = id, Name = $"{i}.pdf", FileKind = FileKind.Pdf, Hash = new string('a', 64), Size = 1, AddedAt = house.Now })]);
        Assert.Equal("Attachments.TooMany", Code(await Attach(house, Role.Agent, number, "a.pdf", Samples.Pdf)));
    }

    [Fact]
    public async Task Sent_twice_under_one_request_it_is_one()
    {
        await using var house = await TestHouse.Open();
        var (number, request) = (await house.Case(), Guid.NewGuid());
        for (var i = 0; i < 2; i++)
        {
            Assert.True((await house.As(Role.Agent).Ask((AttachmentDesk d) => d.Attach(number, null, "a.pdf", new MemoryStream(Samples.Pdf), request))).Ok);
        }

        Assert.Single(await house.As(Role.Agent).Ask((AttachmentDesk d) => d.Of(number)));
    }

    [Fact]
    public async Task Another_engineers_case_is_not_there()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Case();
        await Attach(house, Role.Agent, number, "a.pdf", Samples.Pdf);
        var id = (await house.As(Role.Agent).Ask((AttachmentDesk d) => d.Of(number)))[0].Id;
        var engineer = house.As(Role.Engineer);
        await Assert.ThrowsAsync<MissingException>(() => engineer.Ask((AttachmentDesk d) => d.Of(number)));
        await Assert.ThrowsAsync<MissingException>(() => engineer.Ask((AttachmentDesk d) => d.Open(id)));
        await Assert.ThrowsAsync<MissingException>(() => Attach(house, Role.Engineer, number, "b.png", Samples.Png));
        await Assert.ThrowsAsync<MissingException>(() => engineer.Ask((AttachmentDesk d) => d.Remove(id, "不是我的", Guid.NewGuid())));
        await Assert.ThrowsAsync<MissingException>(() => Attach(house, Role.Agent, number, "b.png", Samples.Png, "WO-20261124-9999"));
    }

    [Theory, BothDatabases]
    public async Task What_is_taken_away_says_who_and_why_is_served_no_more_and_its_content_goes_later(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (order, number) = await OnOrder(house);
        await Attach(house, Role.Agent, number, "错.pdf", Samples.Pdf);
        await Attach(house, Role.Engineer, number, "我的.png", Samples.Png, order);
        var rows = await house.As(Role.Agent).Ask((AttachmentDesk d) => d.Of(number));
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Engineer).Ask((AttachmentDesk d) => d.Remove(rows[1].Id, "删", Guid.NewGuid())));
        Assert.Equal("Shared.Required", Code(await house.As(Role.Agent).Ask((AttachmentDesk d) => d.Remove(rows[1].Id, " ", Guid.NewGuid()))));
        Assert.True((await house.As(Role.Agent).Ask((AttachmentDesk d) => d.Remove(rows[1].Id, "别人的信", Guid.NewGuid()))).Ok);

        var gone = (await house.As(Role.Agent).Ask((AttachmentDesk d) => d.Of(number)))[1];
        Assert.Equal(("李敏", "别人的信", false), (gone.RemovedBy, gone.RemoveReason, gone.MayRemove));
        await Assert.ThrowsAsync<MissingException>(() => house.As(Role.Agent).Ask((AttachmentDesk d) => d.Open(gone.Id)));
        Assert.Equal(0, await house.AsSystem().Ask((FileSweep s) => s.Run()));
        house.Time.Advance(FileSweep.Kept + TimeSpan.FromMinutes(1));
        Assert.Equal(1, await house.AsSystem().Ask((FileSweep s) => s.Run()));
        Assert.Single(Directory.EnumerateFiles(house.Storage.Files, "*", SearchOption.AllDirectories));
        Assert.DoesNotContain(await house.AsSystem().Ask((IntegrityCheck c) => c.Run()), f => f.Invariant == "AttachmentHasFile");
    }

    [Fact]
    public async Task What_broke_off_in_coming_harms_nobody_and_a_file_that_is_lost_is_told()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Case();
        await Assert.ThrowsAsync<IOException>(() => house.As(Role.Agent).Ask((AttachmentDesk d) => d.Attach(number, null, "a.pdf", new Broken(), Guid.NewGuid())));
        Assert.Empty(Directory.EnumerateFiles(house.Storage.Files, "*", SearchOption.AllDirectories));

        await Attach(house, Role.Agent, number, "a.pdf", Samples.Pdf);
        File.Delete(Directory.EnumerateFiles(house.Storage.Files, "*", SearchOption.AllDirectories).Single());
        Assert.Equal("AttachmentHasFile", Assert.Single(await house.AsSystem().Ask((IntegrityCheck c) => c.Run())).Invariant);
    }

    [Fact]
    public async Task A_backup_takes_the_files_along_and_brings_them_back()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Case();
        await Attach(house, Role.Agent, number, "a.pdf", Samples.Pdf);
        var file = Path.Combine(house.Storage.Files, "..", Guid.NewGuid().ToString("N") + ".db");
        Assert.True(new Backup(house.Storage).Save(file).Ok);
        Directory.Delete(house.Storage.Files, true);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.True(new Backup(house.Storage).Restore(file).Ok);
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck c) => c.Run()));
    }

    [Fact]
    public async Task A_letter_brings_its_scan_and_one_that_is_lost_is_told_with_nothing_registered()
    {
        await using var house = await TestHouse.Open();
        var form = (await house.KnownCustomer()).Repair();
        (form.Channel, form.Received.LetterOn, form.Received.LetterSubject) = (Channel.Letter, house.Clock.Today, "维修函");
        form.Scans = [(await house.As(Role.Agent).Ask((AttachmentDesk d) => d.Keep("信.png", new MemoryStream(Samples.Png)))).Value, new() { Name = "没了.pdf", Hash = new string('b', 64) }];
        var refused = await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, house.Request));
        Assert.Equal(("Attachments.Lost", "Scans"), refused.Problems.Select(p => (p.Code, p.Field)).Single());
        Assert.Equal(0, await house.Read(db => db.Cases.CountAsync()));

        form.Scans.RemoveAt(1);
        Assert.Equal("信.png", Assert.Single(await house.As(Role.Agent).Ask((AttachmentDesk d) => d.Of(house.Registered(form).Result))).Name);
    }

    [Theory, BothDatabases]
    public async Task A_scan_is_what_this_person_brought_and_there_are_not_endlessly_many(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await Attach(house, Role.Supervisor, await house.Case(), "别人的.pdf", Samples.Pdf);
        var brought = (await house.As(Role.Supervisor).Ask((AttachmentDesk d) => d.Keep("主管的.png", new MemoryStream(Samples.Png)))).Value;
        var form = (await house.KnownCustomer("别家", "13700001111")).Repair();
        form.Scans = [brought, new() { Name = "猜到的.pdf", Hash = await house.Read(db => db.Attachments.Select(a => a.Hash).SingleAsync()) }];
        var refused = await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, house.Request));
        Assert.Equal(["主管的.png", "猜到的.pdf"], refused.Problems.Where(p => p.Code == "Attachments.Lost").Select(p => p.Args[0]));

        form.Scans = [.. Enumerable.Repeat(brought, AttachmentLimits.MostOfCase + 1)];
        Assert.Contains((await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, house.Request))).Problems, p => p is { Code: "Attachments.TooMany", Field: "Scans" });
        form.Scans = [brought];
        Assert.True((await house.As(Role.Supervisor).Ask((CaseIntake i) => i.Register(form, house.Request))).Ok);
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_attach_at_once_the_limit_holds_and_one_is_taken_away_once(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using var other = house.Neighbour();
        var number = await house.Case();
        var id = await house.Read(db => db.Cases.Where(c => c.Number == number).Select(c => c.Id).SingleAsync());
        await house.Add([.. Enumerable.Range(0, AttachmentLimits.MostOfCase - 1).Select(i => new Attachment { CaseId = id, Name = $"{i}.pdf", FileKind = FileKind.Pdf, Hash = new string('a', 64), Size = 1, AddedAt = house.Now })]);
        for (var n = 0; n < 4; n++)
        {
            var both = await Task.WhenAll(Task.Run(() => Attach(house, Role.Agent, number, "a.pdf", Samples.Pdf)), Task.Run(() => Attach(other, Role.Agent, number, "b.pdf", Samples.Pdf)));
            Assert.Equal("Attachments.TooMany", Code(Assert.Single(both, r => !r.Ok)));
            var last = await house.Read(db => db.Attachments.MaxAsync(a => a.Id));
            var gone = await Task.WhenAll(new[] { house, other }.Select(h => Task.Run(() => h.As(Role.Agent).Ask((AttachmentDesk d) => d.Remove(last, "重复", Guid.NewGuid())))).Select(async t => await Task.WhenAny(t) == t && t.IsFaulted ? t.Exception!.InnerException : null));
            Assert.IsType<MissingException>(Assert.Single(gone, g => g is not null));
        }
    }

    private static async Task<(string Order, string Case)> OnOrder(TestHouse house)
    {
        var order = await house.OnSite();
        return (order, (await house.As(Role.Engineer).Ask((Core.WorkOrders.JobReader r) => r.Job(order))).CaseNumber);
    }

    private static Task<Result> Attach(TestHouse house, Role role, string number, string name, byte[] bytes, string? order = null) =>
        house.As(role).Ask((AttachmentDesk d) => d.Attach(number, order, name, new MemoryStream(bytes), Guid.NewGuid()));

    private static string Code(Result result) => Assert.Single(result.Problems).Code;

    /// <summary>A connection that breaks off.</summary>
    private sealed class Broken : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("gone");
    }
}
