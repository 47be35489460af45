// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proeftuin.App.Storage;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;
using Proeftuin.Web.Pages.Tickets;

var builder = WebApplication.CreateBuilder(args);

// Run from the build output (./dev demo), the compressed style sheets are not in wwwroot; without this a browser gets empty ones.
builder.WebHost.UseStaticWebAssets();
var connection = builder.Configuration["Database"] ?? "Data Source=proeftuin.db";
builder.Services.AddProeftuinApp(
    ProeftuinOptions.For(connection, builder.Configuration["KeyFile"]) with
    {
        AllowWeakDurability = builder.Configuration.GetValue("AllowWeakDurability", false),
    }
);
builder.Services.AddScoped<OnceFilter>();
builder.Services.AddProeftuinPolicies();
builder.Services.AddProeftuinSignIn(builder.Configuration);
builder.Services.AddTicketLimit();
builder.Services.AddRazorPages().AddMvcOptions(DutchMessages.Use);
builder.Services.Configure<MvcOptions>(o => o.Filters.AddService<OnceFilter>());

var app = builder.Build();
try
{
    await app.Services.GetRequiredService<DatabaseSetup>().AssertReady();
}
catch (StartRefused refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

app.UseExceptionHandler("/fout/500");
app.UseStatusCodePagesWithReExecute("/fout/{0}");
app.UseRouting();
app.UseSecurityHeaders();
app.UseRequestLocalization(o =>
{
    o.SetDefaultCulture("nl-NL");
    o.SupportedCultures = [CultureInfo.GetCultureInfo("nl-NL")];
    o.RequestCultureProviders.Clear();
});
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();
await app.RunAsync();
return 0;
