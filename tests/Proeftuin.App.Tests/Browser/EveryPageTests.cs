// SPDX-License-Identifier: EUPL-1.2
using System.Diagnostics;
using Microsoft.Playwright;
using Proeftuin.App.Demo;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Browser;

/// <summary>Every page, with the eyes of the person it is for: no accessibility violation, no error in the console, and it fits a screen of 320 pixels.</summary>
public sealed class EveryPageTests(DemoCopy demo, Chromium chromium, ITestOutputHelper output)
{
    /// <summary>Who walks: from home, every link to our own pages is followed.</summary>
    public static TheoryData<string> People =>
        [
            "niemand",
            "projectleider",
            "loting",
            "ondertekenaar",
            "klantmanager",
            "onderzoeker",
            "auditor",
            "beheerder",
            // where people apply for provisions and nobody is drawn
            "vlaardingen.projectleider",
            "vlaardingen.klantmanager",
            "vlaardingen.inkomensconsulent",
        ];

    [Theory, MemberData(nameof(People))]
    public async Task Every_page_that_a_person_can_reach_is_for_everybody(string person)
    {
        await using var site = LiveSite.Start(await demo.Take(), chromium);
        var page =
            person == "niemand"
                ? await site.Visit()
                : await site.SignIn(person.Contains('.') ? person : $"groningen.{person}", DemoStaff.Password);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("422", StringComparison.Ordinal))
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        var todo = new Queue<string>(["/"]);
        var slow = new List<(TimeSpan Took, string Path)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var shapes = new HashSet<string>(StringComparer.Ordinal);
        while (todo.TryDequeue(out var path))
        {
            if (!seen.Add(path) || !shapes.Add(Shape(path)))
            {
                continue;
            }

            var since = Stopwatch.GetTimestamp();
            var answer = await page.GotoAsync(path);
            answer!.Status.ShouldBe(200, $"{person} at {path}");
            await Accessible.CheckWhatIsNew(page, Kind(path));
            await Picture(page, person, path);
            foreach (
                var link in (await Links(page)).Where(l =>
                    (person == "niemand" || !IsPublic(l)) && (person == "onderzoeker" || !IsReport(l))
                )
            )
            {
                todo.Enqueue(link);
            }

            await Accessible.FitsASmallScreen(page);
            await Picture(page, person, path + "-320");
            await page.SetViewportSizeAsync(1280, 900);
            slow.Add((Stopwatch.GetElapsedTime(since), path));
        }

        output.WriteLine(
            $"{person} waited longest for {string.Join(", ", slow.OrderDescending().Take(8).Select(s => $"{s.Path} {s.Took.TotalSeconds:0.0} s"))}"
        );

        output.WriteLine($"{person}: {string.Join(" ", seen)}");
        complaints.ShouldBeEmpty();
        shapes.Count.ShouldBeGreaterThan(3);
    }

    /// <summary>One page of each kind is enough: numbers and codes in the address do not make another page, nor does which item of an agenda or which amount of the law it is about.</summary>
    private static string Shape(string path)
    {
        var parts = path.Split('?')[0].Split('/');
        return string.Join(
            '/',
            parts.Select(
                (part, i) =>
                    (part.Any(char.IsDigit) && part.Length > 18)
                    || (i > 0 && parts[i - 1] is ("tijdpad" or "parameters"))
                        ? "*"
                        : part
            )
        );
    }

    /// <summary>The same page of another experiment is of the same kind.</summary>
    private static string Kind(string path)
    {
        var parts = Shape(path).Split('/');
        return parts is ["", "experimenten", _, ..]
            ? $"experimenten/*/{string.Join('/', parts[3..])}"
            : string.Join('/', parts);
    }

    private static async Task<IEnumerable<string>> Links(IPage page)
    {
        var all = await page.Locator("a[href^='/']")
            .EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        var downloads = await page.Locator("a[download]")
            .EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        return all.Except(downloads, StringComparer.Ordinal)
            .Select(l => l.Split('#')[0])
            .Where(l => !l.StartsWith("/uitloggen", StringComparison.Ordinal) && !IsFile(l));
    }

    /// <summary>Pages that are the same for everybody are visited once, by nobody in particular.</summary>
    private static bool IsPublic(string link) =>
        Array.Exists(
            ["/lot", "/cijfers", "/toegankelijkheid", "/inloggen"],
            start => link.StartsWith(start, StringComparison.Ordinal)
        );

    /// <summary>The long pages of an evaluation are the same for everyone who may see them; the researcher walks through them.</summary>
    private static bool IsReport(string link) => link.Contains("/evaluatie/0", StringComparison.Ordinal);

    private static bool IsFile(string link) =>
        link.Contains("/download", StringComparison.Ordinal)
        || link.EndsWith(".json", StringComparison.Ordinal)
        || link.EndsWith(".csv", StringComparison.Ordinal)
        || link.EndsWith(".txt", StringComparison.Ordinal)
        || link.EndsWith(".yaml", StringComparison.Ordinal)
        || link.Contains("handler=", StringComparison.Ordinal);

    private static Task Picture(IPage page, string person, string path) =>
        Pictures.Take(
            page,
            person + "_" + string.Concat(path.Trim('/').Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '_'))
        );
}
