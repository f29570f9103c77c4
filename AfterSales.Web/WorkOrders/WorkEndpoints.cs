using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Web.WorkOrders;

/// <summary>A picture on its way from the phone, past the circuit, whose messages are small.</summary>
/// <param name="Request">The request id: sent twice, it has one effect.</param>
/// <param name="Text">Who signed, or the code of the reason why nobody did.</param>
/// <param name="Bytes">The picture.</param>
public sealed record SentPicture(Guid Request, string? Text, byte[]? Bytes);

/// <summary>The answer to it: nothing wrong, or every fault.</summary>
public sealed record PictureAnswer(IReadOnlyList<SentProblem> Problems)
{
    /// <summary>As the services say it.</summary>
    public Result Result => Result.Refused([.. Problems.Select(p => new Problem(p.Code, p.Field, [.. p.Args]))]);
}

/// <summary>A fault on its way back; its arguments are texts.</summary>
public sealed record SentProblem(string Code, string? Field, IReadOnlyList<string> Args);

/// <summary>
/// Signatures and pictures of a job: <c>GET</c> and <c>POST /work/{order}/signature</c> and <c>/picture</c>.
/// Another site can't send them: JSON needs a preflight, which nobody answers, and the cookie is same-site.
/// </summary>
internal static class WorkEndpoints
{
    private const long MostBytes = ServiceReport.MaxPictureBytes * 2L;

    /// <summary>Maps them.</summary>
    public static void MapWork(this WebApplication app)
    {
        app.MapGet("/work/{number}/signature", (string number, HttpContext http) => Show(number, JobPicture.Signature, http)).RequireAuthorization();
        app.MapGet("/work/{number}/picture", (string number, HttpContext http) => Show(number, JobPicture.NoSignature, http)).RequireAuthorization();
        Send(app, "signature", (reporting, number, sent, stop) => reporting.Sign(number, sent.Text, sent.Bytes ?? [], sent.Request, stop));
        Send(app, "picture", (reporting, number, sent, stop) => reporting.WithoutSignature(number, sent.Text, sent.Bytes ?? [], sent.Request, stop));
    }

    private static void Send(WebApplication app, string what, Func<Reporting, string, SentPicture, CancellationToken, Task<Result>> keep) =>
        app.MapPost($"/work/{{number}}/{what}", (string number, SentPicture sent, HttpContext http) => http.Answer(async services =>
        {
            var kept = await keep(services.GetRequiredService<Reporting>(), number, sent, http.RequestAborted);
            return Results.Ok(new PictureAnswer([.. kept.Problems.Select(p => new SentProblem(p.Code, p.Field, [.. p.Args.Select(a => a?.ToString() ?? "")]))]));
        })).RequireAuthorization().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MostBytes));

    private static Task<IResult> Show(string number, JobPicture kind, HttpContext http) => http.Answer(async services =>
    {
        var bytes = await services.GetRequiredService<JobReader>().Picture(number, kind, http.RequestAborted);
        return bytes is null ? Results.NotFound() : Results.Bytes(bytes, PictureRule.MediaType(bytes));
    });
}
