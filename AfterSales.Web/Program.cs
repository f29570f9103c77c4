using AfterSales.Core.Shared;
using AfterSales.Web.Commands;
using AfterSales.Web.Hosting;

var wrong = Verbs.Wrong(args);
WebApplicationBuilder builder;
try
{
    builder = Start.Builder(wrong is null ? args : []);
}
catch (Exception unreadable) when (unreadable is InvalidDataException or FormatException or IOException)
{
    return await Refusal.Say(new Problem("Hosting.BadSettings", null, unreadable.Message.ReplaceLineEndings(" ")));
}

SiteSettings.Speak(builder.Configuration);
if (wrong is not null)
{
    return await Refusal.Say(wrong);
}

var settings = SiteSettings.Read(builder.Configuration, builder.Environment);
if (!settings.Ok)
{
    return await Refusal.Say(settings.Problems);
}

builder.AddSite(settings.Value);
await using var app = builder.Build();
return Verbs.Asked(args) ? await Verbs.Run(app, args) : await app.Serve();
