using System.Text;
using AfterSales.Core.Attachments;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Customers;

/// <summary>匿名化 is for good: nothing writes to the customer, or its cases, any more.</summary>
public sealed class AnonymousStaysTests
{
    /// <summary>The file of the database holds the number no more, also not between its rows.</summary>
    [Fact]
    public async Task In_the_database_s_file_the_number_stands_no_more()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer(phone: "13987654321");
        await using var db = house.Db();
        Assert.True(await Times() > 3, "the file holds it before");
        Assert.True((await house.As(Role.Agent).Ask((Anonymising a) => a.Ask(known.Customer.Code, "来函要求", house.Request))).Ok);
        Assert.True((await house.As(Role.Manager).Ask((Anonymising a) => a.Grant(known.Customer.Code, house.Request))).Ok);

        Assert.Equal(0, await Times());

        async Task<int> Times()
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            await using var file = new FileStream(((SqliteConnection)db.Database.GetDbConnection()).DataSource, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes);
            return Encoding.Latin1.GetString(bytes).Split("87654321").Length - 1;
        }
    }

    [Fact]
    public async Task It_stays_so_and_nothing_is_written_to_it_any_more()
    {
        await using var house = await TestHouse.Open();
        var (known, merged) = await AnonymisingTests.Served(house);
        await AnonymisingTests.Anonymise(house, known.Customer.Code);
        var other = await house.KnownCustomer("别家", "13700001111");

        var form = (await house.As(Role.Agent).Ask((CustomerReader r) => r.Read(known.Customer.Code))).Form.Copy();
        form.Name = "又写上";
        var answers = new[]
        {
            await house.As(Role.Agent).Ask((CustomerDesk d) => d.Edit(known.Customer.Code, form, house.Request)),
            await house.As(Role.Agent).Ask((CustomerMerging m) => m.Undo(merged, house.Request)),
            await house.As(Role.Agent).Ask((CustomerMerging m) => m.Merge(other.Customer.Code, known.Customer.Code, new MergeForm(), house.Request)),
        };
        Assert.All(answers, a => Assert.Contains(a.Problems, p => p.Code == "Customers.IsAnonymous"));
        var again = await house.As(Role.Manager).Ask((Anonymising a) => a.Grant(known.Customer.Code, house.Request));
        Assert.Equal("Customers.AnonymityNotAsked", Assert.Single(again.Problems).Code);
    }

    [Fact]
    public async Task Its_cases_take_no_note_no_file_and_are_not_reopened()
    {
        await using var house = await TestHouse.Open();
        var (known, _) = await AnonymisingTests.Served(house);
        await AnonymisingTests.Anonymise(house, known.Customer.Code);
        var number = await house.Read(db => db.Cases.Where(c => c.Status == CaseStatus.Closed && c.Number.StartsWith("SC-")).Select(c => c.Number).FirstAsync());
        var agent = house.As(Role.Agent);
        Result[] answers =
        [
            await agent.Ask((CaseDesk d) => d.Note(number, "王小明又来电", house.Request)),
            await agent.Ask((AttachmentDesk d) => d.Attach(number, null, "王小明.pdf", new MemoryStream(Attachments.Samples.Pdf), house.Request)),
            await agent.Ask((CaseClosing c) => c.Reopen(number, "王小明不满意", house.Request)),
        ];
        Assert.All(answers, a => Assert.Equal("Cases.CustomerIsAnonymous", Assert.Single(a.Problems).Code));
    }

    [Theory, BothDatabases]
    public async Task No_import_brings_it_back_taken_back_or_taken_in_again(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (known, _) = await AnonymisingTests.Served(house);
        await AnonymisingTests.Anonymise(house, known.Customer.Code);
        var all = await AnonymisingTests.Everything(house);

        foreach (var batch in await house.Read(db => db.ImportBatches.OrderByDescending(b => b.Id).Select(b => b.Id).ToListAsync()))
        {
            var undone = await house.As(Role.Supervisor).Ask((ImportUndoing u) => u.Undo(batch, house.Request));
            Assert.Contains("Import.CasesWentOn", undone.Problems.Select(p => p.Code));
        }

        var again = await Import.ImportTests.Take(house, AnonymisingTests.Old(known.Customer.Code, "王小明家异响", 77).File());
        Assert.Equal(["Customers.IsAnonymous"], again.Faults.Select(f => f.What.Code).Distinct());
        Assert.Equal(all.Count(c => c.Contains(AnonymisingTests.Name, StringComparison.Ordinal)), (await AnonymisingTests.Everything(house)).Count(c => c.Contains(AnonymisingTests.Name, StringComparison.Ordinal)));
        Assert.Equal(known.Customer.Code, await house.Read(db => db.Customers.Where(c => c.Id == known.Customer.Id).Select(c => c.Name).SingleAsync()));
    }
}
