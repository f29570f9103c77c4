using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Bench;

/// <summary>The one search field, letter by letter as it is typed, and what a call may be a second telling of.</summary>
internal static class SearchPaths
{
    public static async Task Measure(BenchHouse house, Table table)
    {
        var (name, phone, machine, order) = await house.Read(async db => (
            await db.Customers.OrderByDescending(c => c.Id).Select(c => c.Name).FirstAsync(), await db.ContactPhones.OrderByDescending(p => p.Id).Select(p => p.Number).FirstAsync(),
            await db.Assets.OrderByDescending(a => a.Id).FirstAsync(), await db.WorkOrders.OrderByDescending(o => o.Id).Select(o => o.Number).FirstAsync()));
        var initials = Pinyin.Tails(SearchTails.Key(name), SearchKey.MaxLength).Where(t => t.Length >= 4).MinBy(t => t.Length)!;
        foreach (var (what, text) in new[]
        {
            ("a name", name[2..5]), ("pinyin, two letters", initials[..2]), ("pinyin, four letters", initials[..4]), ("a phone's last four", phone[^4..]),
            ("a serial's last four", machine.SerialNo[^4..]), ("a work order", order), ("a word of two characters", "电缆"), ("漏油", "漏油"), ("two words", "停机 更换"), ("a Latin word, half typed", "plc"),
        })
        {
            await table.Line($"search: {what}", () => house.Ask(Role.Agent, (SearchService search) => search.Find(text)));
        }

        var like = await house.Read(db => db.Cases.AsNoTracking().Where(c => c.AssetId != null && c.SymptomKey != "").OrderByDescending(c => c.Id).FirstAsync());
        var form = new IntakeForm { CustomerId = like.CustomerId, AssetId = like.AssetId, Symptom = like.Symptom, Type = CaseType.Repair };
        await table.Line("an intake's outlook, duplicates and past repairs", () => house.Ask(Role.Agent, (IntakePreview preview) => preview.Of(form)));
        await table.Line("past repairs of a case", () => house.Ask(Role.Supervisor, (PastRepairs repairs) => repairs.OfCase(like.Number)));
        var fresh = new IntakeForm { Phone = phone };
        fresh.Customer.Name = name;
        await table.Line("a new customer's likenesses", () => house.Ask(Role.Agent, (IntakePreview preview) => preview.Of(fresh)));
    }
}
