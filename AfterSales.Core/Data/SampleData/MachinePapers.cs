using System.Globalization;
using AfterSales.Core.Assets;
using AfterSales.Core.Attachments;
using AfterSales.Core.Identity;
using AfterSales.Core.Reports;
using AfterSales.Core.Reports.Pdf;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Data.SampleData;

/// <summary>资料 of some machines: what was signed when they were accepted, else handed over: of those that were served last, and of the newest on file.</summary>
internal static class MachinePapers
{
    private const int Served = 12, Newest = 4;

    private static readonly string[] Looked = ["外观与铭牌", "空载试车两小时", "负载试车四小时", "急停与安全联锁", "随机工具与说明书"];

    public static async Task Add(AfterSalesDb db, FileStore files, BusinessClock clock, CancellationToken stop)
    {
        var clerk = await db.Users.Where(p => p.Role == Role.Agent).OrderBy(p => p.Id).Select(p => (long?)p.Id).FirstOrDefaultAsync(stop);
        var served = db.Cases.Where(c => c.AssetId != null).OrderByDescending(c => c.Id).Take(Served).Select(c => c.AssetId);
        var newest = db.Assets.OrderByDescending(a => a.Id).Take(Newest).Select(a => a.Id);
        foreach (var asset in await db.Assets.Where(a => (a.AcceptedOn ?? a.DeliveredOn) != null && (newest.Contains(a.Id) || served.Contains(a.Id))).OrderBy(a => a.Id).ToListAsync(stop))
        {
            var (what, day, owner) = (asset.AcceptedOn is null ? "交接" : "验收", (asset.AcceptedOn ?? asset.DeliveredOn)!.Value, await db.Customers.Where(c => c.Id == asset.CustomerId).Select(c => c.Name).SingleAsync(stop));
            var at = clock.StartOf(day).AddHours(16);
            using var content = new MemoryStream(Protocol(asset, what, day, owner, at));
            var stored = (await files.Take(null, content, stop)).Value;
            db.Attachments.Add(new Attachment { AssetId = asset.Id, Name = $"{what}单 {asset.SerialNo}.pdf", FileKind = stored.Kind, Size = stored.Size, Hash = stored.Hash, AddedById = clerk, AddedAt = at < clock.Now ? at : clock.Now });
        }
    }

    private static byte[] Protocol(Asset asset, string what, DateOnly day, string owner, DateTimeOffset at) =>
        new PaperPdf(owner, n => $"第 {n.Number} 页，共 {n.Total} 页").Write(new DocumentInfo($"{what}单 {asset.SerialNo}", owner, at),
        [
            new Paper(what + "单", asset.SerialNo, null,
            [
                new PaperFields("设备", [PaperField.Of("型号", asset.Model), PaperField.Of("编号", asset.SerialNo), PaperField.Of("用户", owner), PaperField.Of(what + "日期", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]),
                new PaperTable(what + "项目", [new("项目", 4), new("结论", 1)], [.. Looked.Select(item => new PaperCell[] { item, "合格" })], ""),
            ]),
        ], $"经双方确认，自{what}之日起计算保修期。");
}
