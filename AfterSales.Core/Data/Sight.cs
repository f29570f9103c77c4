using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Core.Data;

/// <summary>
/// The tables as a person may see them: who need not see telephone numbers reads the words that people typed with the
/// numbers in them masked, whatever a service asks for (decision 0024). For reading alone; writing, jobs and checks have the
/// tables as they are.
/// </summary>
public sealed class Sight(IDbContextFactory<AfterSalesDb> whole, [FromKeyedServices(Sight.Masked)] IDbContextFactory<AfterSalesDb> masked, Actor actor)
{
    /// <summary>The key of the factory whose contexts mask.</summary>
    internal const string Masked = "masked";

    private bool uncovered;

    /// <summary>Numbers are seen whole.</summary>
    internal bool Whole => uncovered || actor.SeesNumbers();

    /// <summary>A context for one look.</summary>
    internal Task<AfterSalesDb> Open(CancellationToken stop) => (Whole ? whole : masked).CreateDbContextAsync(stop);

    /// <summary>A number as it may be seen.</summary>
    internal string Phone(string number) => Whole ? number : PhoneNumber.Masked(number);

    /// <summary>From here on this operation sees all; whoever asks for it has told the audit trail first.</summary>
    internal void Uncover() => uncovered = true;
}
