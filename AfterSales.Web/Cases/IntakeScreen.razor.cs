using AfterSales.Core.Cases;
using AfterSales.Core.Messages;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AfterSales.Web.Cases;

/// <summary>受理: one call from the ringing number to the saved case. What is typed is a draft until then.</summary>
public sealed partial class IntakeScreen : IDisposable
{
    private const int RestMs = 200;
    private const string CallerName = "Caller";

    /// <summary>What an address or a number brings along by itself.</summary>
    private static readonly string[] Given = [nameof(IntakeForm.Phone), CallerName, nameof(IntakeForm.CustomerId), nameof(IntakeForm.ContactId), nameof(IntakeForm.SiteId), nameof(IntakeForm.AssetId), nameof(IntakeForm.ParentNumber)];

    /// <summary>Whose draft it is, as far as it is known.</summary>
    private static readonly string[] Who = [CallerName, "Customer.Name", "Contact.Name", nameof(IntakeForm.Phone)];

    private readonly Latest ringing = new(), reckoning = new();
    private IReadOnlyList<OwnerChoice> owners = [];
    private IntakeSheet? sheet;
    private IntakeCall? call;
    private IntakeMatter? matter;
    private string? saved;
    private bool arrived, pasting;
    private int changes;

    /// <summary>The number that rings.</summary>
    [Parameter] public string? Phone { get; set; }

    /// <summary>The case that the new one follows.</summary>
    [Parameter] public string? Parent { get; set; }

    /// <summary>Number of the customer it is for.</summary>
    [Parameter] public string? Customer { get; set; }

    /// <summary>Serial number of the machine it is about.</summary>
    [Parameter] public string? Machine { get; set; }

    /// <inheritdoc/>
    public void Dispose() => changes++;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var fresh = new IntakeSheet(await Lists.Book(), T.Culture.Name);
        owners = await Desk.Ask((CallLookup lookup) => lookup.Owners());
        (fresh.Form.Phone, fresh.Form.ParentNumber) = (TextRule.Kept(Phone), TextRule.Kept(Parent));
        if (await Start() is { } start)
        {
            fresh.Choose(start.Caller, start.AssetId);
        }

        sheet = fresh;
        await Rang();
        arrived = true;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (arrived && call is not null && matter is not null)
        {
            arrived = false;
            await (sheet?.Caller is null || sheet.AsksWho ? call.Focus() : matter.Focus());
        }
    }

    private async Task<CallerStart?> Start() => (Parent, Machine, Customer) switch
    {
        ({ Length: > 0 } number, _, _) => await Desk.Ask((CallLookup lookup) => lookup.ByCase(number)),
        (_, { Length: > 0 } serial, _) => await Desk.Ask((CallLookup lookup) => lookup.BySerial(serial)),
        (_, _, { Length: > 0 } code) => await Desk.Ask((CallLookup lookup) => lookup.ByCode(code)),
        _ => null,
    };

    private async Task Rang()
    {
        var now = sheet!;
        if (await ringing.Ask(() => Desk.Ask((CallLookup lookup) => lookup.ByPhone(now.Form.Phone)), rang => arrived |= now.Rang(rang)))
        {
            await Reckon();
        }
    }

    private void ToMatter() => arrived = true;

    /// <summary>What a save would promise, after a short rest from typing.</summary>
    private async Task Changed()
    {
        var mine = ++changes;
        await Task.Delay(RestMs);
        if (mine == changes)
        {
            await Reckon();
        }
    }

    private async Task Reckon()
    {
        if (sheet is { } now && saved is null)
        {
            await reckoning.Ask(() => Desk.Ask((IntakePreview preview) => preview.Of(now.Form)), outlook => now.Outlook = outlook);
        }
    }

    /// <summary>A pasted message: its number says whose it is, else its machine does; then the parts are filled in.</summary>
    private async Task Pour(PastedMessage message)
    {
        pasting = false;
        if (message[MessagePart.Phone] is { } phone && TextRule.Kept(sheet!.Form.Phone) is null)
        {
            sheet.Ring(phone);
            await Rang();
        }

        sheet!.Recognise(message, message.Machine is { } machine ? await Desk.Ask((CallLookup lookup) => lookup.ByTail(machine.Value)) : null);
        sheet.Pour(message);
        arrived = true;
        await Reckon();
    }

    private async Task TakeElsewhere()
    {
        sheet!.TakeElsewhere();
        arrived = true;
        await Reckon();
    }

    private async Task Recall()
    {
        var form = sheet!.Form;
        sheet.Recall(form.CustomerId is { } id ? await Known(id, form.ContactId, form.AssetId) : null);
        await Rang();
        arrived = true;
    }

    /// <summary>A customer of an older draft; null when it is gone.</summary>
    private async Task<Caller?> Known(long id, long? contactId, long? assetId)
    {
        try
        {
            return await Desk.Ask((CallLookup lookup) => lookup.Of(id, contactId, assetId));
        }
        catch (MissingException)
        {
            sheet!.Form.CustomerId = null;
            return null;
        }
    }

    private async Task Save()
    {
        var result = await sheet!.Sending.Ask(id => Desk.Ask((CaseIntake intake) => intake.Register(sheet.Form, id)));
        saved = result is { Ok: true } ? result.Value : null;
    }

    private void Next()
    {
        saved = null;
        ringing.Forget();
        reckoning.Forget();
        sheet!.Clear();
        arrived = true;
    }

    /// <summary>What is chosen by buttons, so that a draft keeps it; and the caller's name, by which it is known again.</summary>
    private static IEnumerable<(string Name, string? Value)> Hidden(IntakeForm f, string? caller) =>
    [
        (CallerName, caller), ("CustomerId", TextRule.Invariant(f.CustomerId)), ("ContactId", TextRule.Invariant(f.ContactId)), ("SiteId", TextRule.Invariant(f.SiteId)), ("AssetId", TextRule.Invariant(f.AssetId)),
        ("Impact", f.Impact?.ToString()), ("Symptom", f.Symptom), ("SymptomText", f.SymptomText), ("Severity", f.Severity?.ToString()), ("LinkRepeat", f.LinkRepeat ? "true" : "false"),
    ];
}
