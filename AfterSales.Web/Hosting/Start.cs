namespace AfterSales.Web.Hosting;

/// <summary>
/// Where the program stands and how it starts, alike for <c>dotnet run</c> and the built file, from any working directory.
/// Built from source, the settings and the SQLite file are those at the repository's top and the environment is Development;
/// published, they lie beside the program and it is Production. ASPNETCORE_ENVIRONMENT decides otherwise.
/// </summary>
public static class Start
{
    private const string Name = "AfterSales.Web";
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>The repository's top when built from source, else null.</summary>
    private static readonly string? Source = FindSource(AppContext.BaseDirectory);

    /// <summary>The folder of appsettings.json; a relative SQLite path starts here.</summary>
    public static string Folder => Source ?? AppContext.BaseDirectory;

    /// <summary>A builder with the settings, the environment, the static files and the port in place.</summary>
    public static WebApplicationBuilder Builder(string[] args)
    {
        var asked = Commands.Verbs.Asked(args) ? [] : args;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = Name,
            Args = [.. asked, "--hostBuilder:reloadConfigOnChange=false"],
            ContentRootPath = Folder,
            WebRootPath = Path.Combine(Source is null ? Folder : Path.Combine(Source, Name), "wwwroot"),
            EnvironmentName = EnvironmentName(asked),
        });
        builder.WebHost.UseStaticWebAssets();
        if (!HasAddress(builder.Configuration))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        return builder;
    }

    private static string EnvironmentName(string[] args)
    {
        var host = new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build();
        return host["environment"] ?? (Source is null ? Environments.Production : Environments.Development);
    }

    private static bool HasAddress(IConfiguration settings) =>
        settings["urls"] is not null || settings["http_ports"] is not null || settings["https_ports"] is not null
        || settings.GetSection("Kestrel:Endpoints").Exists();

    /// <summary>Only a build (not a publish) leaves the list of static files beside the program.</summary>
    private static string? FindSource(string folder)
    {
        if (!File.Exists(Path.Combine(folder, Name + ".staticwebassets.runtime.json")))
        {
            return null;
        }

        var at = new DirectoryInfo(folder);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "AfterSales.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName;
    }
}
