using AfterSales.Core.Shared;
using AfterSales.Web.Hosting;

namespace AfterSales.Web.Reports;

/// <summary>Workbooks as downloads.</summary>
internal static class Workbooks
{
    /// <summary>Written to a file first: whoever gets it gets it whole. <paramref name="write"/> answers its name, or why there is none.</summary>
    public static async Task<IResult> Whole(Texts texts, Func<Stream, Task<Result<string>>> write)
    {
        var file = Spool.Open();
        try
        {
            var done = await write(file);
            if (done.Ok)
            {
                file.Position = 0;
                return Results.File(file, Printing.XlsxType, done.Value + ".xlsx");
            }

            await file.DisposeAsync();
            return Results.Text(string.Join('\n', done.Problems.Select(texts.Say)), "text/plain; charset=utf-8", statusCode: StatusCodes.Status409Conflict);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
