using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace AfterSales.Web.Hosting;

/// <summary>
/// An address that is none (a NUL in it, no end to it) is refused by the server before the site sees the request, with an
/// empty answer. This leads the reader on to the page for it, which speaks the reader's language and keeps the status.
/// </summary>
internal sealed class BadRequests : IObserver<KeyValuePair<string, object?>>
{
    private const string Refused = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    /// <summary>Listens from now on.</summary>
    public static void Answer(IServiceProvider services) =>
        services.GetRequiredService<DiagnosticListener>().Subscribe(new BadRequests(), name => name == Refused);

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is IFeatureCollection request
            && request.Get<IHttpResponseFeature>() is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest or StatusCodes.Status414UriTooLong } answer
            && request.Get<IHttpResponseBodyFeature>() is { } body)
        {
            answer.Headers.Location = $"/stopped/{answer.StatusCode}";
            answer.Headers.ContentLength = 0;
            answer.Headers.Connection = "close";
            answer.StatusCode = StatusCodes.Status302Found;

            // What has not begun to go out when this returns is thrown away.
            body.StartAsync().GetAwaiter().GetResult();
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
