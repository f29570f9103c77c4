using AfterSales.Core.Identity;
using Hangfire.Dashboard;

namespace AfterSales.Web.Jobs;

/// <summary>Hangfire's dashboard opens to administrators alone; a local request is no exception.</summary>
internal sealed class AdministratorsOnly : IDashboardAuthorizationFilter
{
    public bool Authorize(DashboardContext context) => context.GetHttpContext().User.IsInRole(nameof(Role.Administrator));
}
