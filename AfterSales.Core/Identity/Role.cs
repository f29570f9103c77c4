namespace AfterSales.Core.Identity;

/// <summary>The five roles of DOMAIN 1; a person has one.</summary>
public enum Role
{
    /// <summary>客服专员: intake, first reply, callbacks.</summary>
    Agent = 1,

    /// <summary>售后工程师: own jobs.</summary>
    Engineer = 2,

    /// <summary>片区主管: dispatch, escalations, complaints, evaluation.</summary>
    Supervisor = 3,

    /// <summary>经理: targets, performance, review.</summary>
    Manager = 4,

    /// <summary>系统管理员: people, policies, jobs.</summary>
    Administrator = 5,
}
