namespace AfterSales.Core.Performance;

/// <summary>The key figures 绩效指标 of DOMAIN 4 that are evaluated, in the order shown.</summary>
public enum FigureKey
{
    /// <summary>售后满意度.</summary>
    K1 = 1,

    /// <summary>投诉闭环率.</summary>
    K2 = 2,

    /// <summary>客户投诉不满意度.</summary>
    K3 = 3,

    /// <summary>一次修复投诉率.</summary>
    K4 = 4,

    /// <summary>首次答复及时率.</summary>
    K5 = 5,

    /// <summary>到场及时率.</summary>
    K6 = 6,

    /// <summary>处理及时率.</summary>
    K7 = 7,

    /// <summary>回访完成率.</summary>
    K8 = 8,

    /// <summary>建档及时率.</summary>
    K9 = 9,

    /// <summary>一次修复率.</summary>
    K11 = 11,

    /// <summary>平均处理时长.</summary>
    K12 = 12,
}

/// <summary>By what figures are grouped; values as they were at intake, the engineer at dispatch.</summary>
public enum Dimension
{
    /// <summary>片区 of the site, else of the customer.</summary>
    Area = 1,

    /// <summary>Lead engineer.</summary>
    Engineer = 2,

    /// <summary>客服专员 who took it in.</summary>
    Agent = 3,

    /// <summary>Case type.</summary>
    Type = 4,

    /// <summary>Product line.</summary>
    Line = 5,

    /// <summary>Model.</summary>
    Model = 6,

    /// <summary>Channel.</summary>
    Channel = 7,

    /// <summary>Dealer who sold the machine.</summary>
    Dealer = 8,
}

/// <summary>What is told beside a figure.</summary>
public enum AsideKind
{
    /// <summary>K1 over the forms signed before the engineer.</summary>
    Forms = 1,

    /// <summary>K1 over the callbacks.</summary>
    Callbacks = 2,

    /// <summary>K6: arrivals waived by approval, left out of the figure.</summary>
    Exempt = 3,

    /// <summary>K8: customers not reached, counted in the denominator.</summary>
    Unreachable = 4,
}

/// <summary>Facts about the keys.</summary>
public static class FigureKeys
{
    /// <summary>Every figure in the order shown.</summary>
    public static IReadOnlyList<FigureKey> All { get; } = Enum.GetValues<FigureKey>();

    /// <summary>K12 is a mean duration; the others are shares.</summary>
    public static bool IsDuration(this FigureKey key) => key == FigureKey.K12;

    /// <summary>The direction where no target row says it.</summary>
    public static bool HigherIsBetter(this FigureKey key) => key is not (FigureKey.K3 or FigureKey.K4 or FigureKey.K12);
}
