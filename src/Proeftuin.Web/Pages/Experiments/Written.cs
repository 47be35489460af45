// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.Web.Pages.Experiments;

/// <summary>How values of a protocol are written on a page: unknown says why, and a demo value is always marked.</summary>
public static class Written
{
    public static IHtmlContent Of<T>(Knowable<T> value, Func<T, string> text) =>
        value switch
        {
            Knowable<T>.Known { DemoNote: { } note } known => Builder(b =>
                b.Append(text(known.Value) + " ").AppendHtml(Demo(note))
            ),
            Knowable<T>.Known known => Builder(b => b.Append(text(known.Value))),
            Knowable<T>.Unknown unknown => Builder(b =>
                b.AppendHtml(Tag("onbekend", "warning")).Append($" {unknown.Why} (bron: {unknown.Source})")
            ),
            _ => HtmlString.Empty,
        };

    public static IHtmlContent OrNothing<T>(Knowable<T>? value, Func<T, string> text, string otherwise) =>
        value is null ? Builder(b => b.Append(otherwise)) : Of(value, text);

    public static IHtmlContent Demo(string note) =>
        Builder(b => b.AppendHtml(Tag("demo-aanvulling", "demo")).Append(" " + note));

    public static IHtmlContent Severity(DesignFinding finding) =>
        Tag(
            DesignRuleFile.Severities.For(finding.Severity) + (finding.CannotBeAssessed ? ", niet te toetsen" : ""),
            finding.Severity switch
            {
                Core.Design.Severity.Error => "error",
                Core.Design.Severity.Warning => "warning",
                Core.Design.Severity.Attention => "info",
            }
        );

    /// <summary>The source as text after a value; nothing when there is none.</summary>
    public static IHtmlContent Source(string? source) =>
        source is null
            ? HtmlString.Empty
            : Builder(b => b.AppendHtml("<small class=\"pt-hint\">").Append($"Bron: {source}").AppendHtml("</small>"));

    /// <summary>A word of the file as people read it: "vrije keuze".</summary>
    public static string Word<T>(Words<T> words, T meaning) => words.For(meaning).Replace('_', ' ');

    public static string Duty(Duty duty) => Word(ProtocolWords.Duties, duty);

    public static string Run(ExperimentPeriod run)
    {
        var planned = $"{Dutch.Date(run.Planned.From)} tot en met {Dutch.Date(run.Planned.Before!.Value.AddDays(-1))}";
        return run.Extension is { } extension
            ? $"{planned}, verlengd tot en met {Dutch.Date(extension.Before.AddDays(-1))} ({extension.Basis})"
            : planned;
    }

    public static string Period(Period period) =>
        $"{Dutch.Date(period.From)} tot en met {(period.Before is { } before ? Dutch.Date(before.AddDays(-1)) : "onbepaald")}";

    /// <summary>"vanaf 1 januari 2024: maandag 09.00-17.00, dinsdag 09.00-17.00".</summary>
    public static string Hours(OpeningHours hours)
    {
        var days = hours.Days.Select(d =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{ProtocolWords.Weekdays.For(d.Day)} {d.From:HH\\.mm}-{d.Until:HH\\.mm}"
            )
        );
        return $"vanaf {Dutch.Date(hours.Valid.From)}: {string.Join(", ", days)}";
    }

    public static string Percent(int tenths) => $"{tenths / 10}{(tenths % 10 == 0 ? "" : $",{tenths % 10}")}%";

    public static string Names(Core.Design.Protocol protocol, IEnumerable<string> codes) =>
        string.Join(", ", codes.Select(code => protocol.ArmOf(code).Name));

    private static TagBuilder Tag(string text, string kind)
    {
        var tag = new TagBuilder("span");
        tag.AddCssClass($"pt-tag pt-tag--{kind}");
        tag.InnerHtml.Append(text);
        return tag;
    }

    private static HtmlContentBuilder Builder(Action<IHtmlContentBuilder> fill)
    {
        var builder = new HtmlContentBuilder();
        fill(builder);
        return builder;
    }
}
