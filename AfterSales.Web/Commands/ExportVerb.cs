using AfterSales.Core.Import;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Commands;

/// <summary><c>export FILE</c>: the firm's own records as the workbook that <c>import</c> takes.</summary>
public static class ExportVerb
{
    /// <summary>There is nothing but the file's name to read, which says what the file is.</summary>
    public static Result<VerbWork> Read(VerbCall call) => call.Words[0].EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? new VerbWork(() => Run(call)) : new Problem("Commands.NotXlsx", null, call.Words[0]);

    /// <summary>Written beside its place and moved there when whole: a file that is there is a whole one.</summary>
    private static async Task<int> Run(VerbCall call)
    {
        var file = Path.GetFullPath(call.Words[0]);
        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            return await call.Refuse([new Problem("Commands.NoFolder", null, call.Words[0])]);
        }

        var part = file + ".part";
        try
        {
            await using (var to = File.Create(part))
            {
                await call.Get<RecordsExport>().Write(to, call.Texts.Culture.Name, call.Stop);
            }

            File.Move(part, file, true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await call.Refuse([new Problem("Commands.CannotWrite", null, call.Words[0])]);
        }
        finally
        {
            File.Delete(part);
        }

        await call.Out.WriteLineAsync(call.Texts["Commands.Exported", file]);
        return ExitCode.Done;
    }
}
