using AfterSales.Core.Shared;

namespace AfterSales.Web.Shared;

/// <summary>
/// Takes the answer to the last question alone: what was asked before it and comes late is nobody's any more.
/// <code>await reading.Ask(() => Desk.Ask((CaseReader reader) => reader.Read(Number)), read => view = read);</code>
/// </summary>
public sealed class Latest
{
    private int asked;

    /// <summary>Asks; true when the answer was taken. A late refusal is as unheard as a late answer.</summary>
    public async Task<bool> Ask<T>(Func<Task<T>> question, Action<T> take)
    {
        var mine = ++asked;
        T answer;
        try
        {
            answer = await question();
        }
        catch (Exception late) when (late is MissingException or ForbiddenException && mine != asked)
        {
            return false;
        }

        if (mine != asked)
        {
            return false;
        }

        take(answer);
        return true;
    }

    /// <summary>Whatever was asked isn't wanted any more.</summary>
    public void Forget() => asked++;
}
