using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Support;

/// <summary>Policies and lists that every test database has: the defaults of DOMAIN 3, valid from the beginning.</summary>
public static class Baseline
{
    /// <summary>From when the rows hold.</summary>
    public static readonly DateTimeOffset Beginning = DateTimeOffset.UnixEpoch;

    /// <summary>The standard service policy (DOMAIN 3, "the policy that ships as the default").</summary>
    public static ServicePolicy Policy() => new()
    {
        Code = "standard", NameZh = "标准", NameEn = "Standard", ValidFrom = Beginning,
        ReplyMinutes = 24 * 60, HandlingMinutes = 48 * 60, HandlingAfterArrivalMinutes = 48 * 60, ComplaintReportMinutes = 48 * 60,
        ArrivalTiers = [new(300, 24 * 60), new(1000, 48 * 60), new(null, 72 * 60)],
        FileDays = 2, WarningPercent = 75, EscalationPercent = 150, RecurrenceDays = 90,
        FirstFollowUpFromDay = 3, FirstFollowUpToDay = 7, SecondFollowUpFromDay = 7, SecondFollowUpToDay = 13,
        UnreachableAfter = 3, TechnicianCallback = TechnicianCallback.Block, ChasesToSupervisor = 3,
        CallHours = [new(new(9, 0), new(11, 0)), new(new(16, 0), new(18, 0))],
        PausingHolds = ["festival", "customer"], NoHeadquartersCallFen = 5000,
    };

    /// <summary>Writes people, policies and lists.</summary>
    public static async Task Fill(AfterSalesDb db)
    {
        db.Now = TestHouse.Start;
        db.AddRange(People.Rows);
        db.Add(Policy());
        db.AddRange(Rows());
        await db.SaveChangesAsync();
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("""SELECT setval(pg_get_serial_sequence('"People"', 'Id'), 100)""");
        }
    }

    private static IEnumerable<object> Rows() =>
    [
        new Area { Code = "north", NameZh = "华北", NameEn = "North", ValidFrom = Beginning, SupervisorId = People.Supervisor },
        new Area { Code = "south", NameZh = "华南", NameEn = "South", ValidFrom = Beginning, SupervisorId = People.Supervisor },
        new WarrantyPolicy { Code = "machinery", NameZh = "机械", NameEn = "Machinery", ValidFrom = Beginning, MachineMonths = 12 },
        new ProductLine { Code = "extruder", NameZh = "挤出机", NameEn = "Extruder", ValidFrom = Beginning, WarrantyPolicy = "machinery", RepairMode = ServiceMode.OnSite },
        new Checklist
        {
            Code = "extruder", NameZh = "挤出机安全", NameEn = "Extruder safety", ValidFrom = Beginning, ProductLine = "extruder",
            Items = [new("power", "断电挂牌", "Locked out", true), new("guards", "护罩复位", "Guards back", true), new("clean", "现场清理", "Site clean", false)],
        },
        Term(TermKind.Symptom, "leak", "漏油", "Oil leak"), Term(TermKind.Symptom, "noise", "异响", "Noise"),
        Term(TermKind.Cause, "wear", "磨损", "Wear"), Term(TermKind.Cause, "manufacturing", "制造", "Manufacturing"),
        Term(TermKind.HoldReason, "festival", "节假日", "Festival"), Term(TermKind.HoldReason, "customer", "等客户", "Waiting for customer"), Term(TermKind.HoldReason, "internal", "内部原因", "Internal"),
        Term(TermKind.ExemptionReason, "festival", "节假日", "Festival"), Term(TermKind.ExemptionReason, "ticket", "无票", "No ticket"),
        Term(TermKind.UnfinishedReason, "part", "等配件", "Waiting for a part"), Term(TermKind.NoSignatureReason, "absent", "无人在场", "Nobody there"),
        Term(TermKind.NoCaseReason, "wrong", "打错", "Wrong number"), Term(TermKind.LateReason, "traffic", "路况", "Traffic"),
    ];

    private static Term Term(TermKind kind, string code, string zh, string en) =>
        new() { Kind = kind, Code = code, NameZh = zh, NameEn = en, ValidFrom = Beginning };
}
