using AfterSales.Core.Data;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Commands;

/// <summary><c>backup FILE</c> and <c>restore FILE</c> of the embedded database.</summary>
public static class BackupVerbs
{
    /// <summary>A whole copy while the system runs.</summary>
    public static Result<VerbWork> Backup(VerbCall call) => new VerbWork(() => Do(call, (backup, file) => backup.Save(file), "Commands.BackedUp", file => call.Get<BackupLog>().Note(file)));

    /// <summary>The copy back in the database's place.</summary>
    public static Result<VerbWork> Restore(VerbCall call) => new VerbWork(() => Do(call, (backup, file) => backup.Restore(file), "Commands.Restored"));

    private static async Task<int> Do(VerbCall call, Func<Backup, string, Result> act, string done, Func<string, Task>? after = null)
    {
        var file = Path.GetFullPath(call.Words[0]);
        var result = act(call.Get<Backup>(), file);
        if (!result.Ok)
        {
            return await call.Refuse(result.Problems);
        }

        if (after is not null)
        {
            await after(file);
        }

        await call.Out.WriteLineAsync(call.Texts[done, file]);
        return ExitCode.Done;
    }
}
