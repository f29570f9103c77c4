using System.Globalization;
using AfterSales.Core;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using AfterSales.Web.Account;
using AfterSales.Web.Attachments;
using AfterSales.Web.Customers;
using AfterSales.Web.Drafts;
using AfterSales.Web.Import;
using AfterSales.Web.Jobs;
using AfterSales.Web.Layout;
using AfterSales.Web.Listings;
using AfterSales.Web.Performance;
using AfterSales.Web.Shared;
using AfterSales.Web.WorkOrders;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Localization;
using MudBlazor;
using MudBlazor.Services;
using NetEscapades.AspNetCore.SecurityHeaders.Headers;

namespace AfterSales.Web.Hosting;

/// <summary>What the site is made of: registrations first, then the way of a request.</summary>
public static class Site
{
    /// <summary>A control character takes six on its way here; the rest is for the message around the text.</summary>
    private const int BytesOfCharacter = 8;

    /// <summary>Registers everything; verbs run on the same registrations.</summary>
    public static WebApplicationBuilder AddSite(this WebApplicationBuilder builder, SiteSettings settings)
    {
        // Results of verbs go to stdout, so nothing else may.
        builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => Serving.Up && level >= LogLevel.Warning)
            .AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.Critical);
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        var services = builder.Services;
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        services.AddSingleton(settings);
        services.AddCore(settings.Storage, settings.Zone);
        services.AddScoped<Texts>(_ => new ResourceTexts(CultureInfo.CurrentUICulture));
        services.AddScoped(p => new Shown(p.GetRequiredService<Texts>(), settings.Zone));
        services.AddScoped<Desk>();
        services.AddScoped<Cursor>();
        services.AddSingleton<ImportRuns>();
        services.AddScoped<ClockControl>();
        services.AddScoped(p => p.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<AfterSalesDb>>().CreateDbContext());
        services.AddDataProtection().SetApplicationName("AfterSales").PersistKeysToDbContext<AfterSalesDb>();
        services.AddAccounts();
        services.AddJobs(settings.Storage);
        services.AddLanguages(settings);
        services.AddSecurityHeaderPolicies().AddPolicy(AttachmentEndpoints.Headers, policy => policy.AddDefaultSecurityHeaders().Remove("Content-Security-Policy"));
        services.AddHealthChecks().AddCheck<DatabaseReady>("database", tags: ["ready"]);
        services.AddMudServices(o => o.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomLeft);
        services.AddTransient<MudLocalizer, MudTexts>();
        services.AddSingleton(TimeProvider.System);
        services.AddHostedService<MinuteTick>();
        services.AddRazorComponents().AddInteractiveServerComponents(o => o.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(10))
            .AddHubOptions(o => o.MaximumReceiveMessageSize = TextIn.Most * BytesOfCharacter);
        return builder;
    }

    /// <summary>The way of a request.</summary>
    public static WebApplication UseSite(this WebApplication app)
    {
        BadRequests.Answer(app.Services);
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseSecurityHeaders(Headers());
        app.UseStatusCodePagesWithReExecute("/stopped/{0}", createScopeForStatusCodePages: true);
        app.UseAuthentication();
        app.UseRequestLocalization();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(WithToken);
        app.MapStaticAssets();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready") });
        app.MapAccounts();
        app.MapJobs();
        app.MapLists();
        app.MapImport();
        app.MapPerformance();
        app.MapCounted();
        app.MapServiceReports();
        app.MapAttachments();
        app.MapCustomerFiles();
        Assets.HistoryEndpoints.MapHistory(app);
        app.MapDrafts();
        app.MapWork();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }

    /// <summary>A form without its token is refused before anybody reads it.</summary>
    private static Task WithToken(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(http.RequestServices.GetRequiredService<Texts>()["Hosting.NoToken"], http.RequestAborted);
    }

    /// <summary>By the person's own setting, else the cookie, else what the browser asks for, else the company's.</summary>
    private static void AddLanguages(this IServiceCollection services, SiteSettings settings) =>
        services.Configure<RequestLocalizationOptions>(o =>
        {
            var cultures = SiteSettings.Cultures.Select(CultureInfo.GetCultureInfo).ToList();
            (o.SupportedCultures, o.SupportedUICultures) = (cultures, cultures);
            o.DefaultRequestCulture = new RequestCulture(settings.Culture);
            o.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(http => Task.FromResult(
                    http.User.FindFirst(PersonClaims.Culture) is { } own ? new ProviderCultureResult(own.Value) : null)),
                new CookieRequestCultureProvider(),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });

    private static HeaderPolicyCollection Headers() => new HeaderPolicyCollection()
        .AddDefaultSecurityHeaders()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().Self();
            csp.AddScriptSrc().Self();
            csp.AddStyleSrc().Self().UnsafeInline();
            csp.AddImgSrc().Self().Data().Blob();
            csp.AddFontSrc().Self();
            csp.AddConnectSrc().Self();
            csp.AddObjectSrc().None();
            csp.AddBaseUri().Self();
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
        });
}
