using AfterSales.Core.Warranty;

namespace AfterSales.Core.Settings;

public static partial class Defaults
{
    /// <summary>DOMAIN 2, words that lists offer, and the reasons that the rules ask for.</summary>
    private static IEnumerable<Term> Reasons() =>
    [
        .. Causes(),
        .. Of(TermKind.Assembly,
            ("engine", "发动机", "Engine"), ("gearbox", "变速器", "Gearbox"), ("clutch", "离合器", "Clutch"), ("axle", "车桥", "Axle"), ("steering", "转向系统", "Steering"),
            ("brake", "制动系统", "Brakes"), ("suspension", "悬架", "Suspension"), ("frame", "车架或机架", "Frame"), ("body", "车身", "Body"),
            ("traction-battery", "动力蓄电池", "Traction battery"), ("drive-motor", "驱动电机", "Drive motor"), ("motor-controller", "电机控制器", "Motor controller"),
            ("main-motor", "主电机", "Main motor"), ("control", "电控系统", "Controls"), ("hydraulics", "液压系统", "Hydraulics"), ("working-head", "主机工作部件", "Working head"),
            ("engine-block", "内燃机机体", "Engine block"), ("cylinder-head", "气缸盖", "Cylinder head"), ("flywheel", "飞轮", "Flywheel"), ("gearbox-housing", "变速箱壳体", "Gearbox housing"),
            ("clutch-housing", "离合器壳体", "Clutch housing"), ("starter", "启动机", "Starter"), ("generator", "发电机", "Generator"), ("battery", "电瓶", "Battery")),
        .. Of(TermKind.HoldReason,
            ("customer", "等待客户", "Waiting for customer"), ("part", "等待配件", "Waiting for parts"), ("festival", "节假日", "Festival"),
            ("quote", "等待报价确认", "Waiting for the quote"), ("internal", "内部协调", "Internal matter")),
        .. Of(TermKind.ExemptionReason,
            ("festival", "节假日", "Festival"), ("ticket", "无票", "No ticket to be had"), ("weather", "恶劣天气封路", "Roads closed by weather"), ("customer", "客户要求推迟", "Customer asked to come later")),
        .. Of(TermKind.UnfinishedReason,
            ("part", "等待配件", "Waiting for a part"), ("shutdown", "等待停机", "Waiting for a shutdown"), ("quote", "等待报价", "Waiting for a quote"),
            ("supplier", "需外协或供应商", "Supplier needed"), ("time", "工作未完", "Ran out of time"), ("access", "无法进厂", "No access")),
        .. Of(TermKind.NoSignatureReason, ("absent", "无人在场", "Nobody there"), ("refused", "拒绝签字", "Refused to sign")),
        .. Of(TermKind.NoCaseReason,
            ("wrong", "打错电话", "Wrong number"), ("colleague", "内部同事", "A colleague"), ("sales", "推销", "Sales call"), ("personal", "私人电话", "Private call"),
            ("dropped", "接通无声", "Silent call"), ("transfer", "转其他部门", "Passed to another department")),
        .. Of(TermKind.Department,
            ("technical", "技术部", "Technical"), ("quality", "质量部", "Quality"), ("parts", "备件销售部", "Parts sales"), ("purchasing", "采购部", "Purchasing"), ("finance", "财务部", "Finance"),
            ("sales", "销售部", "Sales"), ("marketing", "市场联络部", "Marketing and liaison"), ("information", "信息部", "Information"), ("office", "办公室", "Office")),
        .. Of(TermKind.LateReason,
            ("own", "自身原因", "Own fault"), ("road", "路况或封路", "Traffic or closed road"), ("engineer", "无空闲工程师", "No engineer free"), ("part", "缺配件", "Part missing"),
            ("customer", "客户原因", "Customer's side"), ("difficult", "疑难故障", "Difficult fault"), ("supplier", "供应商原因", "Supplier")),
    ];

    /// <summary>R10–R15: wear, and what was not found, a person settles (P).</summary>
    private static IEnumerable<Term> Causes() => new[]
    {
        ("manufacturing", "制造", "Manufacturing", CauseGroup.Maker), ("assembly", "装配", "Assembly", CauseGroup.Maker), ("material", "材料", "Material", CauseGroup.Maker),
        ("design", "设计", "Design", CauseGroup.Maker), ("bought-in", "外购件", "Bought-in part", CauseGroup.BoughtIn), ("wear", "磨损", "Wear", CauseGroup.Open),
        ("misuse", "使用不当", "Misuse", CauseGroup.Misuse), ("maintenance", "保养不当", "Poor maintenance", CauseGroup.NotCovered), ("unauthorised", "私自拆修", "Unauthorised repair", CauseGroup.NotCovered),
        ("environment", "环境", "Environment", CauseGroup.NotCovered), ("accident", "事故", "Accident", CauseGroup.NotCovered), ("not-found", "未查明", "Not found", CauseGroup.Open),
    }.Select((c, i) => new Term { Kind = TermKind.Cause, Code = c.Item1, NameZh = c.Item2, NameEn = c.Item3, CauseGroup = c.Item4, Sort = i + 1, ValidFrom = Beginning });

    private static IEnumerable<Term> Of(TermKind kind, params (string Code, string Zh, string En)[] terms) =>
        terms.Select((t, i) => new Term { Kind = kind, Code = t.Code, NameZh = t.Zh, NameEn = t.En, Sort = i + 1, ValidFrom = Beginning });
}
