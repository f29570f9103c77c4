using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AfterSales.Web.Settings;

/// <summary>服务承诺: the policy in force as a form; a save is the next version.</summary>
public partial class PolicyEditor
{
    private readonly RowEditor<PolicyForm> editor = new();
    private IReadOnlyList<ServicePolicy> versions = [];

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = default!;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => Load();

    private async Task Load() => editor.Open(await Read());

    private async Task<PolicyForm> Read()
    {
        versions = [.. (await Desk.Ask((SettingsService s) => s.All<ServicePolicy>())).OrderByDescending(v => v.ValidFrom)];
        return PolicyForm.Of(versions.First(v => v.ValidTo is null));
    }

    private async Task Save()
    {
        if (await editor.Save((form, id) => Desk.Ask((SettingsService s) => s.Save(form, id)), Read))
        {
            await Load();
            Snackbar.Add(T["Settings.Saved"], Severity.Success);
        }
    }
}
