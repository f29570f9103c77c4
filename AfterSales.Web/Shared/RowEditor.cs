using AfterSales.Core.Shared;

namespace AfterSales.Web.Shared;

/// <summary>
/// A stored row under somebody's hands. Saved by somebody else meanwhile: the other's change stands under its field, own
/// typing stays, what was not touched follows, and a second save means it.
/// <code>if (await editor.Save((form, id) => …Edit(code, form, id), async () => (await Read()).Form)) { … }</code>
/// </summary>
/// <typeparam name="TForm">The form.</typeparam>
public sealed class RowEditor<TForm> where TForm : EditForm<TForm>, new()
{
    /// <summary>What is typed; null while nothing is edited.</summary>
    public TForm? Form { get; private set; }

    /// <summary>How it is sent, and what it was refused for.</summary>
    public Sending Sending { get; private set; } = new();

    /// <summary>True when something typed isn't saved yet.</summary>
    public bool Touched => Form?.Touched == true;

    /// <summary>Begins with the stored values.</summary>
    public void Open(TForm stored) => (Form, Sending) = (stored.Copy(), new Sending());

    /// <summary>Shows what is stored by now, unless something is typed, under way, or was refused and has to be read first.</summary>
    public void Follow(TForm stored)
    {
        if (!Touched && !Sending.Busy && !Sending.Problems.Any)
        {
            Open(stored);
        }
    }

    /// <summary>Ends without saving.</summary>
    public void Close() => Form = null;

    /// <summary>Saves; true when it was done, and the form is closed then.</summary>
    public async Task<bool> Save<TResult>(Func<TForm, Guid, Task<TResult>> save, Func<Task<TForm>> stored) where TResult : Result
    {
        if (Form is not { } form)
        {
            return false;
        }

        var result = await Sending.Ask(id => save(form, id));
        if (result?.Ok == true)
        {
            Form = null;
            return true;
        }

        if (result?.Problems.Any(p => p.Code is "Shared.ChangedByOther" or "Shared.ListChangedByOther" or "Shared.ChangedMeanwhile") == true)
        {
            form.Rebase(await stored());
        }

        return false;
    }
}
