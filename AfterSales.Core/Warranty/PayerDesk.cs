using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Warranty;

/// <summary>费用归属 decided against the table.</summary>
public sealed class PayerForm
{
    /// <summary>Who pays; null goes back to the table.</summary>
    public Payer? Payer { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check() => new Checks()
        .Member<Payer>(nameof(Payer), Payer).When(Payer == Warranty.Payer.Open, "Shared.NotInList", nameof(Payer))
        .Text(nameof(Reason), Reason, CaseLimits.Note, required: true).Problems;
}

/// <summary>Overrides the table on a case: with a reason, on the timeline and in the trail, shown wherever the payer is.</summary>
public sealed class PayerDesk(Writer writer, Actor actor)
{
    /// <summary>Decides who pays, or goes back to the table. Problems: those of the form, <c>Cases.Cancelled</c>.</summary>
    public async Task<Result> Decide(string number, PayerForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.DecidePayer);
        var faults = form.Check();
        return faults.Count > 0 ? Result.Refused(faults) : await CaseDesk.Change(writer, number, request, (write, file) =>
            Task.FromResult(file.Case.DecidePayer(form.Payer, TextRule.Kept(form.Reason)!, write.Actor, write.Now)), stop);
    }
}
