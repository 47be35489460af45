// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Playwright;
using Xunit;

namespace Proeftuin.App.Tests.Browser;

/// <summary>One real browser for all browser tests. Debian's Chromium; the test tool downloads none of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        var path =
            Environment.GetEnvironmentVariable("PROEFTUIN_CHROMIUM")
            ?? Array.Find(Places, File.Exists)
            ?? throw new InvalidOperationException(
                "Chromium was not found. Run ./dev setup, or name it in PROEFTUIN_CHROMIUM."
            );
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = path,
                Headless = true,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--disable-quic",
                ],
            }
        );
    }

    /// <summary>A fresh window without cookies, as a new visitor has it.</summary>
    public async Task<IPage> NewWindow(string baseUrl, int width = 1280, int height = 900, bool script = true)
    {
        var context = await browser!.NewContextAsync(
            new()
            {
                BaseURL = baseUrl,
                Locale = "nl-NL",
                ViewportSize = new() { Width = width, Height = height },
                JavaScriptEnabled = script,
            }
        );
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
    }
}
