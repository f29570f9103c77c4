using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using static AfterSales.Core.Import.FieldType;

namespace AfterSales.Core.Import;

/// <summary>The workbook of DOMAIN 10: sheets and columns with their heads, which both import and export go by.</summary>
public static class Columns
{
    /// <summary>Longest name of a person who has no account.</summary>
    public const int PersonName = 60;

    internal static readonly (SheetKind Kind, string Zh, string En)[] Sheets = [(SheetKind.Customers, "客户", "Customers"), (SheetKind.Assets, "设备", "Assets"), (SheetKind.Cases, "服务单", "Cases")];

    private static readonly Dictionary<SheetKind, IReadOnlyList<SheetColumn>> All = new()
    {
        [SheetKind.Customers] =
        [
            new(SheetKind.Customers, CustomerCell.Code, "Code", "客户编号", "Code", Text, true, CustomerLimits.Code) { Also = ["CustomerCode", "客户代码", "编号"] },
            new(SheetKind.Customers, CustomerCell.Name, "Name", "客户名称", "Name", Text, true, CustomerLimits.Name) { Also = ["CustomerName", "名称", "单位名称", "公司名称"] },
            new(SheetKind.Customers, CustomerCell.Kind, "Kind", "客户类别", "Kind", Word) { Words = WordLists.Kind, Also = ["客户类型"] },
            new(SheetKind.Customers, CustomerCell.Tier, "Tier", "客户等级", "Tier", Word) { Words = WordLists.Tier, Also = ["等级"] },
            new(SheetKind.Customers, CustomerCell.Contact, "Contact", "联系人", "Contact", Text, Max: CustomerLimits.ContactName) { Also = ["ContactName", "联系人姓名"] },
            new(SheetKind.Customers, CustomerCell.Phone, "Phone", "电话", "Phone", Phones) { Also = ["联系电话", "手机", "Phones", "Telephone"] },
            new(SheetKind.Customers, CustomerCell.Address, "Address", "地址", "Address", Text, Max: CustomerLimits.Address) { Also = ["客户地址", "详细地址"] },
            new(SheetKind.Customers, CustomerCell.Area, "Area", "片区", "Area", Area, Max: 40) { Also = ["区域"] },
            new(SheetKind.Customers, CustomerCell.DistanceKm, "DistanceKm", "距离公里", "DistanceKm", Whole, Max: CustomerLimits.DistanceKm) { Also = ["距离", "距离km", "公里数", "Distance"] },
            new(SheetKind.Customers, CustomerCell.FirstContactOn, "FirstContactOn", "首次接触日", "FirstContactOn", Day) { Also = ["首次接触日期", "FirstContact"] },
            new(SheetKind.Customers, CustomerCell.FiledOn, "FiledOn", "建档日", "FiledOn", Day) { Also = ["建档日期", "Filed"] },
        ],
        [SheetKind.Assets] =
        [
            new(SheetKind.Assets, AssetCell.SerialNo, "SerialNo", "设备编号", "SerialNo", Text, true, AssetLimits.SerialNo) { Also = ["序列号", "出厂编号", "机号", "Serial", "SerialNumber"] },
            new(SheetKind.Assets, AssetCell.ProductLine, "ProductLine", "产品类别", "ProductLine", Line, true, 40) { Also = ["产品线", "类别", "Line"] },
            new(SheetKind.Assets, AssetCell.Model, "Model", "产品型号", "Model", Text, true, AssetLimits.Model) { Also = ["型号", "设备型号"] },
            new(SheetKind.Assets, AssetCell.CustomerCode, "CustomerCode", "客户编号", "CustomerCode", Text, true, CustomerLimits.Code) { Also = ["Customer", "客户代码", "客户"] },
            new(SheetKind.Assets, AssetCell.SoldBy, "SoldBy", "销售渠道", "SoldBy", Text, Max: CustomerLimits.Code) { Words = WordLists.Direct, Also = ["经销商", "经销商编号", "Dealer"] },
            new(SheetKind.Assets, AssetCell.DeliveredOn, "DeliveredOn", "交付日", "DeliveredOn", Day) { Also = ["交付日期", "Delivered"] },
            new(SheetKind.Assets, AssetCell.WarrantyPolicy, "WarrantyPolicy", "保修政策", "WarrantyPolicy", FieldType.Warranty, Max: 40) { Also = ["Warranty", "三包政策"] },
            new(SheetKind.Assets, AssetCell.Plate, "Plate", "车牌", "Plate", FieldType.Plate) { Also = ["车牌号"] },
        ],
        [SheetKind.Cases] =
        [
            new(SheetKind.Cases, CaseCell.No, "No", "受理单号", "No", Text, true, CaseLimits.Number) { Also = ["服务单号", "单号", "Number", "CaseNo", "No."] },
            new(SheetKind.Cases, CaseCell.OpenedAt, "OpenedAt", "受理时间", "OpenedAt", Moment, true) { Also = ["受理日期", "Opened"] },
            new(SheetKind.Cases, CaseCell.Channel, "Channel", "渠道", "Channel", Word, true) { Words = WordLists.Channel, Also = ["受理渠道"] },
            new(SheetKind.Cases, CaseCell.Type, "Type", "类型", "Type", Word, true) { Words = WordLists.Type, Also = ["服务类型", "受理类型"] },
            new(SheetKind.Cases, CaseCell.CustomerCode, "CustomerCode", "客户编号", "CustomerCode", Text, true, CustomerLimits.Code) { Also = ["Customer", "客户代码", "客户"] },
            new(SheetKind.Cases, CaseCell.SerialNo, "SerialNo", "设备编号", "SerialNo", Text, Max: AssetLimits.SerialNo) { Also = ["序列号", "机号", "Serial", "设备"] },
            new(SheetKind.Cases, CaseCell.Symptom, "Symptom", "故障现象", "Symptom", Text, Max: CaseLimits.Symptom) { Also = ["故障"] },
            new(SheetKind.Cases, CaseCell.Description, "Description", "描述", "Description", Text, Max: CaseLimits.Description) { Also = ["问题描述", "用户陈述"] },
            new(SheetKind.Cases, CaseCell.Priority, "Priority", "优先级", "Priority", Word) { Words = WordLists.Priority },
            new(SheetKind.Cases, CaseCell.Agent, "Agent", "受理人", "Agent", Person, Max: PersonName) { Also = ["客服"] },
            new(SheetKind.Cases, CaseCell.Engineer, "Engineer", "工程师", "Engineer", Person, Max: PersonName) { Also = ["服务工程师", "维修人"] },
            new(SheetKind.Cases, CaseCell.FirstReplyAt, "FirstReplyAt", "首次答复时间", "FirstReplyAt", Moment) { Also = ["答复时间", "FirstReply"] },
            new(SheetKind.Cases, CaseCell.ArrivedAt, "ArrivedAt", "到场时间", "ArrivedAt", Moment) { Also = ["Arrived", "到达时间"] },
            new(SheetKind.Cases, CaseCell.ResolvedAt, "ResolvedAt", "解决时间", "ResolvedAt", Moment) { Also = ["Resolved", "完成时间"] },
            new(SheetKind.Cases, CaseCell.ClosedAt, "ClosedAt", "关闭时间", "ClosedAt", Moment) { Also = ["Closed"] },
            new(SheetKind.Cases, CaseCell.Cancelled, "Cancelled", "取消", "Cancelled", Word) { Words = WordLists.YesNo, Also = ["已取消", "Canceled"] },
            new(SheetKind.Cases, CaseCell.AnsweredAt, "AnsweredAt", "回访时间", "AnsweredAt", Moment) { Also = ["Answered"] },
            new(SheetKind.Cases, CaseCell.Score, "Score", "满意度", "Score", Whole, Max: 5) { Also = ["满意度评分", "评分"] },
            new(SheetKind.Cases, CaseCell.Verdict, "Verdict", "投诉评价", "Verdict", Word) { Words = WordLists.Verdict },
        ],
    };

    /// <summary>The columns of a sheet in their usual order.</summary>
    public static IReadOnlyList<SheetColumn> Of(SheetKind kind) => All[kind];

    /// <summary>The column of a key.</summary>
    public static SheetColumn? Find(SheetKind kind, string? key) => All[kind].FirstOrDefault(c => c.Key == key);

    /// <summary>A sheet's name in a language.</summary>
    public static string SheetName(SheetKind kind, string culture) =>
        Sheets.Where(s => s.Kind == kind).Select(s => culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? s.Zh : s.En).Single();
}
