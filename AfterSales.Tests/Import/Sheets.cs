using AfterSales.Core.Import;
using ClosedXML.Excel;

namespace AfterSales.Tests.Import;

/// <summary>Workbooks made for a test: a sheet is a line of heads and lines of cells; texts stay texts, days and numbers are cells of their kind.</summary>
internal sealed class Sheets
{
    public static readonly object[] CustomerHeads = ["客户编号", "客户名称", "客户类别", "客户等级", "联系人", "电话", "地址", "片区", "距离公里", "首次接触日", "建档日"];
    public static readonly object[] AssetHeads = ["设备编号", "产品类别", "产品型号", "客户编号", "销售渠道", "交付日", "保修政策", "车牌"];
    public static readonly object[] CaseHeads = ["受理单号", "受理时间", "渠道", "类型", "客户编号", "设备编号", "故障现象", "描述", "优先级", "受理人", "工程师", "首次答复时间", "到场时间", "解决时间", "关闭时间", "取消", "回访时间", "满意度", "投诉评价"];

    private readonly List<Action<XLWorkbook>> makings = [];

    /// <summary>One more sheet.</summary>
    public Sheets Add(string name, params object?[][] rows) => With(book => Fill(book.Worksheets.Add(name), rows));

    private static void Fill(IXLWorksheet sheet, object?[][] rows)
    {
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r].Length; c++)
            {
                Put(sheet.Cell(r + 1, c + 1), rows[r][c]);
            }
        }
    }

    /// <summary>Something done to the book that a table can't say.</summary>
    public Sheets With(Action<XLWorkbook> change)
    {
        makings.Add(change);
        return this;
    }

    /// <summary>The workbook as a file.</summary>
    public ImportFile File(string name = "旧系统.xlsx")
    {
        using var book = new XLWorkbook();
        makings.ForEach(make => make(book));
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return Of(stream.ToArray(), name);
    }

    /// <summary>Bytes as a file.</summary>
    public static ImportFile Of(byte[] bytes, string name = "旧系统.xlsx") => new(name, () => new MemoryStream(bytes));

    /// <summary>The three sheets of a small firm: a far and a near customer, a dealer, three machines, a case of each kind of end.</summary>
    public static Sheets Firm() => new Sheets()
        .Add("客户", CustomerHeads,
            ["C001", "鲁能电缆有限公司", "直接客户", "A", "张工", "0532-88881234;13800138000", "青岛市城阳区1号", "华东片区", 420, new DateTime(2026, 8, 3), new DateTime(2026, 8, 4)],
            ["C002", "西域铜业", "最终用户", "B", null, "13912345678", "乌鲁木齐", "新片区", 2900, "2026-08-10", null],
            ["D001", "华北经销", "经销商", null, "王经理", null, null, null, null, null, null])
        .Add("设备", AssetHeads,
            ["000123", "拉丝机", "LH-280", "C001", "直销", new DateTime(2026, 1, 5), null, null],
            ["SN-2", "拉丝机", "LH-450", "C002", "D001", "2025/12/01", null, null])
        .Add("服务单", CaseHeads,
            ["F-0001", new DateTime(2026, 10, 5, 9, 0, 0), "来电", "维修", "C001", "000123", "leak", "主机漏油", "高", "李敏", "王强", "2026-10-05 09:30", "2026-10-06 14:00", "2026-10-06 18:00", "2026-10-12 10:00", "否", "2026-10-11 10:00", 5, null],
            ["F-0002", "2026/10/07 10:15", "在线", "咨询", "C002", null, null, "问说明书", null, "老张", null, null, null, "2026-10-07 16:00", null, null, null, null, null],
            ["F-0003", "2026-10-08 08:00", "来函", "投诉", "C001", null, null, "服务态度", null, "agent", null, null, null, "2026-10-09 08:00", "2026-10-09 12:00", null, "2026-10-10 09:00", 2, "不满意"],
            ["F-0004", "2026-10-09 08:00", "来人", "维修", "C002", "SN-2", "异 响", null, null, null, "李师傅", null, "2026-10-13 08:00", null, null, null, null, null, null],
            ["F-0005", "2026-10-10 08:00", "E-mail", "备件", "C001", null, null, null, null, null, null, null, null, null, null, "是", null, null, null],
            ["F-0006", "2026-11-20 08:00", "来电", "保养", "C001", "000123", null, "年度保养", null, "李敏", null, "2026-11-20 08:10", null, "2026-11-20 09:00", null, null, null, null, null]);

    /// <summary>The library guesses at texts ("0012", "1/2"); these are kept as they are.</summary>
    private static void Put(IXLCell cell, object? value)
    {
        if (value is string text)
        {
            cell.SetValue<string>(text);
        }
        else if (value is not null)
        {
            cell.Value = value;
        }
    }
}
