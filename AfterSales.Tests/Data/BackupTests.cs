using AfterSales.Core.Attachments;
using AfterSales.Core.Data;
using AfterSales.Core.Integrity;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Data;

public sealed class BackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("backup").FullName;

    [Fact]
    public async Task What_was_saved_comes_back_and_what_was_there_before_is_kept()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer("备份前客户");
        var backup = new Backup(house.Storage);
        var file = Path.Combine(folder, "a.db");

        Assert.True(backup.Save(file).Ok);
        await house.KnownCustomer("备份后客户");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.True(backup.Restore(file).Ok);

        Assert.Equal(["备份前客户"], await house.Read(db => db.Customers.Select(c => c.Name).ToListAsync()));
        Assert.DoesNotContain(await house.AsSystem().Ask((IntegrityCheck c) => c.Run()), f => f.Invariant is "Storage" or "DanglingReference");
        var place = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(house.Storage.ConnectionString).DataSource;
        Assert.True(File.Exists(place + ".before-restore"));
        File.Delete(place + ".before-restore");
    }

    [Fact]
    public async Task Files_go_along_while_others_arrive_and_what_is_damaged_is_replaced()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        await house.As(Core.Identity.Role.Agent).Ask((AttachmentDesk d) => d.Attach(number, null, "a.pdf", new MemoryStream(Attachments.Samples.Pdf), house.Request));
        var content = Directory.EnumerateFiles(house.Storage.Files, "*", SearchOption.AllDirectories).Single();
        var arriving = Directory.CreateDirectory(Path.Combine(house.Storage.Files, "arriving")).FullName;
        var (backup, file) = (new Backup(house.Storage), Path.Combine(folder, "files.db"));
        var copy = Path.Combine(file + ".files", Path.GetRelativePath(house.Storage.Files, content));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        await File.WriteAllTextAsync(copy, "half");
        await using (new FileStream(Path.Combine(arriving, "now"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal([], backup.Save(file).Problems);
        }

        Assert.Equal([copy], Directory.EnumerateFiles(file + ".files", "*", SearchOption.AllDirectories));
        await File.WriteAllBytesAsync(content, new byte[Attachments.Samples.Pdf.Length]);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.Equal([], backup.Restore(file).Problems);
        Assert.Equal(Attachments.Samples.Pdf, await File.ReadAllBytesAsync(content));
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_file()
    {
        await using var house = await TestHouse.Open();
        var file = Path.Combine(folder, "b.db");
        await File.WriteAllTextAsync(file, "mine");

        var refused = new Backup(house.Storage).Save(file);

        Assert.Equal("Commands.FileExists", Assert.Single(refused.Problems).Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("no database at all")]
    [InlineData("")]
    public async Task A_file_that_is_no_backup_is_refused_and_nothing_changes(string content)
    {
        await using var house = await TestHouse.Open();
        var customer = await house.KnownCustomer();
        var file = Path.Combine(folder, "c.db");
        await File.WriteAllTextAsync(file, content);

        var refused = new Backup(house.Storage).Restore(file);

        Assert.Equal("Commands.NotADatabase", Assert.Single(refused.Problems).Code);
        Assert.True(await house.Read(db => db.Customers.AnyAsync(c => c.Id == customer.Customer.Id)));
    }

    [Fact]
    public async Task A_database_that_is_in_use_is_not_exchanged()
    {
        await using var house = await TestHouse.Open();
        var file = Path.Combine(folder, "d.db");
        var backup = new Backup(house.Storage);
        Assert.True(backup.Save(file).Ok);
        await using var busy = house.Db();
        await busy.Database.OpenConnectionAsync();
        Assert.Equal(0, await busy.Customers.CountAsync());

        Assert.Equal("Commands.InUse", Assert.Single(backup.Restore(file).Problems).Code);
    }

    [Fact]
    public async Task A_missing_file_is_told()
    {
        await using var house = await TestHouse.Open();

        Assert.Equal("Commands.NoSuchFile", Assert.Single(new Backup(house.Storage).Restore(Path.Combine(folder, "none.db")).Problems).Code);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
