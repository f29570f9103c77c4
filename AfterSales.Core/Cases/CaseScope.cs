using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>Which cases a person may see: all with <see cref="Permission.ReadAll"/>, an engineer those of own jobs.</summary>
public static class CaseScope
{
    /// <summary>The cases that the actor may see.</summary>
    public static IQueryable<ServiceCase> VisibleTo(this IQueryable<ServiceCase> cases, AfterSalesDb db, Actor actor)
    {
        actor.MustAny(Permission.ReadAll, Permission.OwnWork);
        var me = actor.Id;
        return actor.May(Permission.ReadAll) ? cases : cases.Where(c => db.WorkOrders.Any(o =>
            o.CaseId == c.Id && (o.EngineerId == me || db.Visits.Any(v => v.WorkOrderId == o.Id && v.EngineerId == me))));
    }

    /// <summary>Throws <see cref="MissingException"/> when the case is not there for the actor.</summary>
    public static async Task Must(AfterSalesDb db, Actor actor, long caseId, CancellationToken stop)
    {
        if (!await db.Cases.Where(c => c.Id == caseId).VisibleTo(db, actor).AnyAsync(stop))
        {
            throw new MissingException($"case {caseId}");
        }
    }

    /// <summary>A number for those who may see it: staff in touch with customers and engineers for own jobs; else its middle is hidden.</summary>
    public static string Phone(this Actor actor, string number) =>
        actor.May(Permission.SeePersonalData) || actor.May(Permission.OwnWork) ? number : PhoneNumber.Masked(number);
}
