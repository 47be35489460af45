// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Shouldly;

namespace Proeftuin.App.Tests.Web;

/// <summary>Someone at a browser without script: opens pages, fills in the form with a certain button, follows redirects by hand where asked.</summary>
public sealed class Visitor(HttpClient http, Impatience? impatience = null)
{
    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last answer sent us, or null.</summary>
    public string? SentTo { get; private set; }

    public string Path { get; private set; } = "/";

    public string Html { get; private set; } = "";

    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>The visible text of the main part, spaces made single.</summary>
    public string Text =>
        string.Join(
            ' ',
            (Page.QuerySelector("main") ?? Page.Body!).TextContent.Split(
                (char[]?)null,
                StringSplitOptions.RemoveEmptyEntries
            )
        );

    public Task<Visitor> Open(string path) => Take(path, http.GetAsync(path));

    /// <summary>Posts the form that has this button; fields not named keep the value they have on the page.</summary>
    public Task<Visitor> Submit(string button, params (string Name, string Value)[] fields)
    {
        var pressed = Page.QuerySelectorAll("button")
            .FirstOrDefault(b =>
                b.TextContent.Trim().Equals(button, StringComparison.Ordinal) && b.Closest("form") is not null
            );
        pressed.ShouldNotBeNull($"no form with the button '{button}' on {Path}: {Text}");
        var form = (IHtmlFormElement)pressed.Closest("form")!;
        var address = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? Path;
        return Send(address, FieldsOf(form), fields);
    }

    /// <summary>Posts the form that has this button with chosen files (field, file name, text).</summary>
    public Task<Visitor> Upload(
        string button,
        IReadOnlyList<(string Field, string FileName, string Text)> files,
        params (string Name, string Value)[] fields
    )
    {
        var form = Page.QuerySelectorAll("button")
            .Where(b => b.TextContent.Trim().Equals(button, StringComparison.Ordinal))
            .Select(b => b.Closest("form"))
            .OfType<IHtmlFormElement>()
            .First();
        var values = FieldsOf(form);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        var path = form.GetAttribute("action") ?? Path;
        return Take(path, Post(path, Content));

        HttpContent Content()
        {
            var content = new MultipartFormDataContent();
            foreach (
                var (name, value) in values.Where(v =>
                    !files.Any(f => string.Equals(f.Field, v.Key, StringComparison.Ordinal))
                )
            )
            {
                content.Add(new StringContent(value), name);
            }

            foreach (var (field, fileName, text) in files)
            {
                content.Add(new StringContent(text), field, fileName);
            }

            return content;
        }
    }

    /// <summary>Posts the same fields again, as a second click or the back button does.</summary>
    public Task<Visitor> Repeat() => Take(last.Path, Post(last.Path, () => new FormUrlEncodedContent(last.Fields)));

    /// <summary>Posts these fields to any address, with the token and a fresh key of the form on the page; a field given as null is left out.</summary>
    public Task<Visitor> PostTo(string path, params (string Name, string? Value)[] fields)
    {
        var form = Page.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>().First();
        var values = FieldsOf(form);
        values["__once"] = Guid.NewGuid().ToString();
        foreach (var (name, value) in fields)
        {
            values.Remove(name);
            if (value is not null)
            {
                values[name] = value;
            }
        }

        return Take(path, Post(path, () => new FormUrlEncodedContent(values)));
    }

    private Task<HttpResponseMessage> Post(string path, Func<HttpContent> content) =>
        impatience?.Post(http, path, content) ?? http.PostAsync(path, content());

    public Task<Visitor> Follow() => Open(SentTo.ShouldNotBeNull($"status {Status}: {Text}"));

    private (string Path, List<KeyValuePair<string, string>> Fields) last;

    private Task<Visitor> Send(string path, Dictionary<string, string> fields, (string Name, string Value)[] filled)
    {
        foreach (var (name, value) in filled)
        {
            fields[name] = value;
        }

        last = (path, [.. fields]);
        return Repeat();
    }

    private static Dictionary<string, string> FieldsOf(IHtmlFormElement form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when !box.IsChecked:
                    break;
                case IHtmlInputElement input:
                    fields[name] = input.Value;
                    break;
                case IHtmlTextAreaElement area:
                    fields[name] = area.Value;
                    break;
                case IHtmlSelectElement select:
                    fields[name] = select.Value ?? "";
                    break;
            }
        }

        return fields;
    }

    private async Task<Visitor> Take(string path, Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Path = path.Split('?')[0];
        Status = answer.StatusCode;
        SentTo = answer.Headers.Location?.OriginalString;
        Html = await answer.Content.ReadAsStringAsync();
        Page = await new HtmlParser().ParseDocumentAsync(Html);
        return this;
    }
}
