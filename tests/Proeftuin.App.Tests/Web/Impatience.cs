// SPDX-License-Identifier: EUPL-1.2
using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Html.Parser;
using Shouldly;

namespace Proeftuin.App.Tests.Web;

/// <summary>Someone who sends every form <paramref name="times"/> times at the same moment and then once more, with the same once-key. Keeps what was posted.</summary>
public sealed class Impatience(int times)
{
    private static readonly string[] Calm =
    [
        "Dit formulier was al verstuurd",
        "Iemand anders was u voor",
        "Het systeem is bezig",
    ];

    /// <summary>The addresses that were posted to, with their handler.</summary>
    public ConcurrentBag<string> Posted { get; } = [];

    public async Task<HttpResponseMessage> Post(HttpClient http, string path, Func<HttpContent> content)
    {
        Posted.Add(path);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, times).Select(_ => Task.Run(() => http.PostAsync(path, content())))
        );
        var first =
            answers.FirstOrDefault(a => a.IsSuccessStatusCode && ShowsOnce(path))
            ?? answers.FirstOrDefault(a => a.Headers.Location is not null)
            ?? answers.FirstOrDefault(a => a.IsSuccessStatusCode)
            ?? answers[0];
        (first.Headers.Location is not null || first.IsSuccessStatusCode).ShouldBeTrue(
            $"{path}: {(int)first.StatusCode} {await MainText(first)}"
        );
        var others = answers.Where(a => a != first).ToList();
        if (times > 1)
        {
            others.Add(await http.PostAsync(path, content()));
        }

        foreach (var other in others)
        {
            await IsCalm(path, other);
            other.Dispose();
        }

        return first;
    }

    /// <summary>The same answer again, or a sentence in plain Dutch that nothing was done twice.</summary>
    private static async Task IsCalm(string path, HttpResponseMessage answer)
    {
        if (answer.Headers.Location is not null || answer.StatusCode == HttpStatusCode.OK)
        {
            return;
        }

        var text = await MainText(answer);
        var isOtherSession = answer.StatusCode == HttpStatusCode.BadRequest && ChangesSession(path);
        (isOtherSession || Calm.Any(sentence => text.Contains(sentence, StringComparison.Ordinal))).ShouldBeTrue(
            $"{path} a second time: {(int)answer.StatusCode} {text}"
        );
    }

    private static async Task<string> MainText(HttpResponseMessage answer)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        return page.QuerySelector("main")?.TextContent ?? "";
    }

    /// <summary>Recovery codes are shown once, to whoever was first; the others are sent to sign in again, or told that the form was already sent.</summary>
    private static bool ShowsOnce(string path) => path.StartsWith("/tweede-stap/", StringComparison.Ordinal);

    /// <summary>Whoever signs in or out or changes the password has another session afterwards, and the old form belongs to the old one.</summary>
    private static bool ChangesSession(string path) =>
        Array.Exists(
            ["/inloggen", "/gemeente", "/uitloggen", "/wachtwoord", "/tweede-stap"],
            p => path.StartsWith(p, StringComparison.Ordinal)
        );
}
