// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Playwright;

namespace Proeftuin.App.Tests.Browser;

/// <summary>Pictures for the README and for looking at what a person sees; only taken when PROEFTUIN_BEELDEN names a folder.</summary>
public static class Pictures
{
    public static async Task Take(IPage page, string name, bool wholePage = true)
    {
        if (Environment.GetEnvironmentVariable("PROEFTUIN_BEELDEN") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = wholePage });
        }
    }
}
