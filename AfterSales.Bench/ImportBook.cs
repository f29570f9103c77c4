using System.Globalization;
using AfterSales.Core.Import;
using MiniExcelLibs;

namespace AfterSales.Bench;

/// <summary>A made-up legacy workbook (DOMAIN 10) of any size: ten cases a customer, five a machine, over two years; the same each time.</summary>
public static class ImportBook
{
    private static readonly DateTime Begins = new(2024, 9, 2, 8, 0, 0, DateTimeKind.Unspecified);
    private static readonly string[] Lines = ["拉丝机", "绞线机", "束线机", "挤塑机"];
    private static readonly string[] Models = ["LH", "JL", "SX", "SJ"];
    private static readonly string[] Types = ["维修", "维修", "维修", "咨询", "保养", "备件", "安装", "投诉", "建议", "培训"];
    private static readonly string[] Faults = ["漏油", "异响", "断线频繁", "温度过高", "张力不稳", "无法启动"];

    /// <summary>Writes it.</summary>
    public static async Task Write(string file, int cases)
    {
        var sheets = new Dictionary<string, object> { ["客户"] = Customers(Math.Max(1, cases / 10)), ["设备"] = Assets(Math.Max(1, cases / 5), Math.Max(1, cases / 10)), ["服务单"] = Cases(cases) };
        await using var to = File.Create(file);
        await to.SaveAsAsync(sheets);
    }

    private static IEnumerable<Dictionary<string, object?>> Customers(int count) => Enumerable.Range(0, count).Select(i => Row(SheetKind.Customers,
        Code(i), $"第{i}电缆有限公司", i % 3 == 0 ? "直接客户" : "最终用户", "ABC"[i % 3].ToString(), $"联系人{i}", $"138{i:00000000};0532-8{i % 9_000_000:0000000}", $"工业园{i % 500}号", i % 2 == 0 ? "华东片区" : "华北片区", i * 7 % 2_500, Begins.Date.AddDays(-i % 400), Begins.Date.AddDays(1 - (i % 400))));

    private static IEnumerable<Dictionary<string, object?>> Assets(int count, int customers) => Enumerable.Range(0, count).Select(i => Row(SheetKind.Assets,
        Serial(i), Lines[i % Lines.Length], $"{Models[i % Models.Length]}-{280 + (i % 9 * 10)}", Code(i % customers), "直销", Begins.Date.AddDays(-i % 900), null, null));

    private static IEnumerable<Dictionary<string, object?>> Cases(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var opened = Begins.AddMinutes((long)i * 1_000_000 / Math.Max(count, 1));
            var (type, repaired) = (Types[i % Types.Length], i % 10 < 3);
            var resolved = i % 50 == 0 ? (DateTime?)null : opened.AddHours(3 + (i % 70));
            var closed = resolved?.AddDays(9);
            yield return Row(SheetKind.Cases,
                $"F{i:0000000}", opened, i % 4 == 0 ? "在线" : "来电", type, Code(i % Math.Max(1, count / 10)), repaired || type == "保养" ? Serial(i % Math.Max(1, count / 5)) : null, repaired ? Faults[i % Faults.Length] : null,
                $"第{i}次来电：{Faults[i % Faults.Length]}，请尽快处理", i % 7 == 0 ? "高" : null, i % 2 == 0 ? "老张" : "小李", repaired ? $"工程师{i % 40}" : null, opened.AddMinutes(20 + (i % 150)),
                repaired && resolved is not null ? opened.AddHours(2) : null, resolved, closed, null, closed?.AddDays(-4), closed is null ? null : 3 + (i % 3), type == "投诉" && closed is not null ? "满意" : null);
        }
    }

    private static string Code(int i) => string.Create(CultureInfo.InvariantCulture, $"C{i:00000}");

    private static string Serial(int i) => string.Create(CultureInfo.InvariantCulture, $"SN{i:000000}");

    private static Dictionary<string, object?> Row(SheetKind kind, params object?[] cells) => Columns.Of(kind).ToDictionary(c => c.Zh, c => cells[c.Index]);
}
