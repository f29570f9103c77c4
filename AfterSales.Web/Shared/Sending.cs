using AfterSales.Core.Shared;

namespace AfterSales.Web.Shared;

/// <summary>
/// How a form is sent: once at a time, under one request id until it was done, its refusals kept for its fields.
/// <code>if (await sending.Send(id => Desk.Ask((CaseDesk desk) => desk.Reply(number, form, id)))) { … }</code>
/// </summary>
public sealed class Sending
{
    /// <summary>The id under which the form is sent; a new one after each success.</summary>
    public Guid Request { get; private set; } = Guid.NewGuid();

    /// <summary>What the last sending was refused for.</summary>
    public ProblemSet Problems { get; } = new();

    /// <summary>True while it is under way: buttons are disabled.</summary>
    public bool Busy { get; private set; }

    /// <summary>Goes on under the id of a draft taken up again.</summary>
    public void TakeUp(Guid request) => Request = request;

    /// <summary>Sends; true when it was done. A second click while the first is under way does nothing.</summary>
    public async Task<bool> Send<TResult>(Func<Guid, Task<TResult>> call) where TResult : Result => (await Ask(call))?.Ok == true;

    /// <summary>The same, with the answer; null when one is under way already.</summary>
    public async Task<TResult?> Ask<TResult>(Func<Guid, Task<TResult>> call) where TResult : Result
    {
        if (Busy)
        {
            return null;
        }

        Busy = true;
        try
        {
            var result = await call(Request);
            if (Problems.Take(result))
            {
                Request = Guid.NewGuid();
            }

            return result;
        }
        finally
        {
            Busy = false;
        }
    }
}
