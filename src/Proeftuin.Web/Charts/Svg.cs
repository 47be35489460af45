// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Proeftuin.Web.Charts;

/// <summary>A picture with a title and a description made from the same data, drawn on the server: no script, no inline style, the same everywhere.</summary>
public sealed class Svg
{
    private readonly StringBuilder body = new();
    private readonly string id;
    private readonly string title;
    private readonly string description;
    private readonly int width;
    private readonly int height;

    /// <summary>The id is unique on the page; width and height are in the picture's own units.</summary>
    public Svg(string id, string title, string description, int width, int height) =>
        (this.id, this.title, this.description, this.width, this.height) = (id, title, description, width, height);

    public Svg Rectangle(double x, double y, double w, double h, string fill) =>
        Add(
            $"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(w)}\" height=\"{Number(h)}\" fill=\"{fill}\" stroke=\"{Ink.Line}\"/>"
        );

    public Svg Line(double x1, double y1, double x2, double y2, Stroke stroke) =>
        Add(
            $"<line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\" {stroke.Attributes}/>"
        );

    /// <summary>A line through all points, not filled.</summary>
    public Svg Path(IReadOnlyList<(double X, double Y)> points, Stroke stroke) =>
        Add(
            $"<polyline points=\"{string.Join(' ', points.Select(p => $"{Number(p.X)},{Number(p.Y)}"))}\" fill=\"none\" {stroke.Attributes}/>"
        );

    /// <summary>A square of the given size around a point; open or filled.</summary>
    public Svg Marker(double x, double y, double size, bool filled) =>
        Add(
            $"<rect x=\"{Number(x - size / 2)}\" y=\"{Number(y - size / 2)}\" width=\"{Number(size)}\" height=\"{Number(size)}\" fill=\"{(filled ? Ink.Line : Ink.Paper)}\" stroke=\"{Ink.Line}\" stroke-width=\"2\"/>"
        );

    public Svg Text(double x, double y, string text, Anchor anchor = Anchor.Start, bool bold = false) =>
        Add(
            $"<text x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor.ToString().ToLowerInvariant()}\"{(bold ? " font-weight=\"700\"" : "")}>{Safe(text)}</text>"
        );

    /// <summary>A hatched filling, so that two kinds of bars differ without colour.</summary>
    public string Hatched(string name)
    {
        Add(
            $"<defs><pattern id=\"{id}-{name}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"{Ink.Paper}\"/><rect width=\"2\" height=\"6\" fill=\"{Ink.Line}\"/></pattern></defs>"
        );
        return $"url(#{id}-{name})";
    }

    public IHtmlContent Draw() =>
        new HtmlString(
            $"<svg class=\"pt-chart\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" viewBox=\"0 0 {width} {height}\" xmlns=\"http://www.w3.org/2000/svg\">"
                + $"<title id=\"{id}-title\">{Safe(title)}</title><desc id=\"{id}-desc\">{Safe(description)}</desc>{body}</svg>"
        );

    private Svg Add(string element)
    {
        body.Append(element);
        return this;
    }

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);

    private static string Number(double n) => n.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>Where a text stands with regard to its point.</summary>
public enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>How a line is drawn: its colour, its width, and dashed or not; a pattern of its own keeps more than two lines apart.</summary>
public sealed record Stroke(string Colour, double Width = 1, bool Dashed = false, string? Pattern = null)
{
    internal string Attributes =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"stroke=\"{Colour}\" stroke-width=\"{Width}\"{(Pattern is { } own ? $" stroke-dasharray=\"{own}\""
                : Dashed ? " stroke-dasharray=\"5 3\""
                : "")}"
        );
}

/// <summary>The few colours of our charts, all with enough contrast on white.</summary>
public static class Ink
{
    public const string Line = "#154273";
    public const string Fill = "#154273";
    public const string Soft = "#c5ccd3";
    public const string Paper = "#ffffff";
}
