// SPDX-License-Identifier: EUPL-1.2
using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace Proeftuin.App.Tests.Browser;

/// <summary>What every page must be for everybody: no axe violation, no sideways scrolling at 320 pixels, one heading of level one, a focus that can be seen.</summary>
public static class Accessible
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new()
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
        // what was fine is not told: on a long page that is megabytes, and half of the time
        ResultTypes = new HashSet<ResultType> { ResultType.Violations },
    };

    /// <summary>The third letter of a batch is the same page as the first with another name in it; axe takes minutes for hundreds. Everything else is looked at in full.</summary>
    private static readonly AxeRunContext WithoutRepeats = new()
    {
        Exclude = [new AxeSelector(".pt-letter ~ .pt-letter ~ .pt-letter")],
    };

    /// <summary>The kinds of page that axe found nothing wrong with, each with what can be done on it.</summary>
    private static readonly ConcurrentDictionary<string, bool> Approved = new(StringComparer.Ordinal);

    /// <summary>As <see cref="Check"/>, once for each kind of page with the same fields and buttons on it: what a colleague sees of it, or the same page of another experiment, differs in names and numbers, and axe is slow.</summary>
    public static async Task CheckWhatIsNew(IPage page, string kind)
    {
        var key = $"{kind}: {await page.EvaluateAsync<string>(WhatCanBeDone)}";
        if (Approved.ContainsKey(key))
        {
            return;
        }

        await Check(page);
        Approved[key] = true;
    }

    public static async Task Check(IPage page)
    {
        var result = await page.RunAxe(WithoutRepeats, Wcag);
        result
            .Violations.Select(v =>
                $"{page.Url}: {v.Id} ({v.Impact}) {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"
            )
            .ShouldBeEmpty();
        (await page.Locator("h1").CountAsync()).ShouldBe(1, page.Url);
    }

    /// <summary>Both of the below; afterwards the window has its usual size again.</summary>
    public static async Task ToEverybody(IPage page)
    {
        await Check(page);
        await FitsASmallScreen(page);
        await page.SetViewportSizeAsync(1280, 900);
    }

    /// <summary>At 320 pixels wide the page itself does not scroll sideways (wide tables scroll within their own region).</summary>
    public static async Task FitsASmallScreen(IPage page)
    {
        await page.SetViewportSizeAsync(320, 800);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        width.ShouldBeLessThanOrEqualTo(320, $"{page.Url}: {await TooWide(page)}");
    }

    /// <summary>The kinds of fields and the words on the buttons, each once.</summary>
    private const string WhatCanBeDone = """
        () => [...new Set([...document.querySelectorAll('main input, main select, main textarea, main button')]
          .map(e => e.tagName + (e.type ?? '') + (e.tagName === 'BUTTON' ? e.textContent.replace(/[0-9]/g, '').trim() : '')))]
          .sort().join(', ')
        """;

    /// <summary>What sticks out, to be named in the failure.</summary>
    private static Task<string> TooWide(IPage page) =>
        page.EvaluateAsync<string>(
            "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 321 && !e.closest('.pt-scroll')).slice(-3).map(e => e.outerHTML.slice(0, 160)).join(' | ')"
        );
}
