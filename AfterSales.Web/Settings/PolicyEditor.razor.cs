using AfterSales.Core.Settings;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AfterSales.Web.Settings;

/// <summary>服务承诺: the policy in force as a form; a save is the next version.</summary>
public partial class PolicyEditor
{
    private readonly ProblemSet problems = new();
    private IReadOnlyList<ServicePolicy> versions = [];
    private PolicyForm? form;
    private Guid request = Guid.NewGuid();
    private bool busy;

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = default!;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => Load();

    private async Task Load()
    {
        versions = [.. (await Desk.Ask((SettingsService s) => s.All<ServicePolicy>())).OrderByDescending(v => v.ValidFrom)];
        form = PolicyForm.Of(versions.First(v => v.ValidTo is null));
    }

    private async Task Save()
    {
        busy = true;
        var result = await Desk.Ask((SettingsService s) => s.Save(form!, request));
        (busy, request) = (false, Guid.NewGuid());
        if (problems.Take(result))
        {
            await Load();
            Snackbar.Add(T["Settings.Saved"], Severity.Success);
        }
    }
}
