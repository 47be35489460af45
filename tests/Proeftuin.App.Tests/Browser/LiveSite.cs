// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Proeftuin.App.Storage;
using Shouldly;

namespace Proeftuin.App.Tests.Browser;

/// <summary>The real web application on a real port of this machine, so that a real browser can visit it. Its clock can be moved forward.</summary>
public sealed class LiveSite : IAsyncDisposable
{
    private readonly Factory factory;

    private LiveSite(Factory factory, Chromium chromium, string url) =>
        (this.factory, Browser, Url) = (factory, chromium, url);

    public string Url { get; }

    public Chromium Browser { get; }

    public TravellingClock Clock => factory.Clock;

    public static LiveSite Start(ProeftuinOptions options, Chromium chromium)
    {
        var port = FreePort();
        var made = new Factory(options);
        made.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        made.StartServer();
        return new(made, chromium, $"http://127.0.0.1:{port}");
    }

    public async Task<IPage> Visit(int width = 1280, bool script = true) =>
        await Browser.NewWindow(Url, width, script: script);

    public async Task<IPage> SignIn(string account, string password, int width = 1280, bool script = true)
    {
        var page = await Visit(width, script);
        await page.GotoAsync("/inloggen");
        (await page.EvaluateAsync<string>("getComputedStyle(document.body).fontFamily")).ShouldContain(
            "Source Sans 3",
            customMessage: "the page has no style"
        );
        await page.GetByLabel("Naam van uw account").FillAsync(account);
        await page.GetByLabel("Wachtwoord").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Inloggen" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Mijn taken" }).WaitForAsync();
        return page;
    }

    public ValueTask DisposeAsync() => factory.DisposeAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Factory(ProeftuinOptions options)
        : WebApplicationFactory<Proeftuin.Web.Access.RequiresAttribute>
    {
        public TravellingClock Clock { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            // as ./dev demo and a municipality run it, not as a developer
            builder.UseEnvironment("Production");
            builder.UseSetting("Database", options.Connection);
            builder.UseSetting("KeyFile", options.KeyFile);
            builder.UseSetting("SignInsPerMinute", "10000");
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        }
    }
}

/// <summary>The real clock, moved by hand.</summary>
public sealed class TravellingClock : TimeProvider
{
    private TimeSpan ahead;

    /// <summary>A clock that begins on a day on which the amounts of the law are known.</summary>
    public static TravellingClock InKnownLaw() =>
        new() { ahead = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero) - DateTimeOffset.UtcNow };

    public void Pass(TimeSpan time) => ahead += time;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
