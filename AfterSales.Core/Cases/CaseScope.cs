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

    /// <summary>Staff in touch with customers, and engineers, who see own jobs alone: of the others the middle of a number is hidden.</summary>
    public static bool SeesNumbers(this Actor actor) => actor.May(Permission.SeePersonalData) || actor.May(Permission.OwnWork);

    /// <summary>A number as the actor may see it.</summary>
    public static string Phone(this Actor actor, string number) => actor.SeesNumbers() ? number : PhoneNumber.Masked(number);

    /// <summary>Words that come from no table of <see cref="TypedWords"/>, as the actor may see them.</summary>
    public static string Words(this Actor actor, string words) => actor.SeesNumbers() ? words : NumbersInWords.Masked(words);
}
