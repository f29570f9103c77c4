using AfterSales.Core.Shared;
using AfterSales.Web.Commands;
using AfterSales.Web.Shared;

namespace AfterSales.Web.Hosting;

/// <summary>A start that is refused: one line for each reason on stderr, never a stack trace.</summary>
public static class Refusal
{
    /// <summary>Tells the reason; the exit code is "wrong usage".</summary>
    public static Task<int> Say(Problem problem) => Say([problem]);

    /// <summary>Tells the reasons; the exit code is "wrong usage" unless said otherwise.</summary>
    public static async Task<int> Say(IEnumerable<Problem> problems, int exit = ExitCode.WrongUsage)
    {
        var texts = new ResourceTexts();
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync(texts.Say(problem));
        }

        return exit;
    }
}
