using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Cases;

/// <summary>Intakes as one usually needs them.</summary>
public static class CaseStarts
{
    /// <summary>A repair of the known machine, on site.</summary>
    public static IntakeForm Repair(this Known known) => new()
    {
        Phone = "13800138000",
        CustomerId = known.Customer.Id,
        ContactId = known.Contact.Id,
        SiteId = known.Site.Id,
        AssetId = known.Asset.Id,
        Type = CaseType.Repair,
        Impact = Impact.Stopped,
        Symptom = "leak",
        Description = "三号机漏油，已停机。",
    };

    /// <summary>Registered by the agent; answers the number.</summary>
    public static async Task<string> Registered(this TestHouse house, IntakeForm form, Role role = Role.Agent)
    {
        var done = await house.As(role).Ask((CaseIntake intake) => intake.Register(form, Guid.NewGuid()));
        Assert.True(done.Ok, string.Join("; ", done.Problems));
        return done.Value;
    }

    /// <summary>The case's page as a role sees it.</summary>
    public static Task<CaseView> Page(this TestHouse house, string number, Role role = Role.Agent) =>
        house.As(role).Ask((CaseReader reader) => reader.Read(number));
}
