using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
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
    private string opened = "";
    private bool busy;

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = default!;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => Load();

    private async Task Load()
    {
        await Read();
        form = PolicyForm.Of(Current);
        opened = form.Snapshot();
    }

    private ServicePolicy Current => versions.First(v => v.ValidTo is null);

    private async Task Read() => versions = [.. (await Desk.Ask((SettingsService s) => s.All<ServicePolicy>())).OrderByDescending(v => v.ValidFrom)];

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
        else if (problems.Whole.FirstOrDefault(p => p.Code == "Settings.OtherSaved") is { Args: [string who] } told)
        {
            await Read();
            var loaded = PolicyForm.Of(versions.Single(v => v.Id == form!.BasedOnId));
            problems.Take(Result.Refused([told, .. form!.Merge(loaded, PolicyForm.Of(Current), who)]));
        }
    }
}
