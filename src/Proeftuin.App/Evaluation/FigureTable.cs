// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Proeftuin.App.Exchange.Register;
using Proeftuin.Core.Evaluation.Results;

namespace Proeftuin.App.Evaluation;

/// <summary>Every figure of an evaluation as a file for another program: one flat table with all digits, as CSV or as JSON with the same rows.</summary>
public static class FigureTable
{
    private static readonly (string Name, Func<ReportFigure, string?> Cell)[] Columns =
    [
        ("section", f => f.Section),
        ("outcome", f => Quoted(f.Outcome)),
        ("whom", f => Quoted(f.Whom)),
        ("by_lot", f => f.ByLot is { } lot ? (lot ? "true" : "false") : null),
        ("of", f => Quoted(f.Of)),
        ("part", f => Quoted(f.Part)),
        ("figure", f => Quoted(f.Figure)),
        ("unit", f => Quoted(f.Unit)),
        ("value", f => Number(f.Value)),
        ("standard_error", f => Number(f.StandardError)),
        ("level", f => Number(f.Level)),
        ("lower", f => Number(f.Lower)),
        ("upper", f => Number(f.Upper)),
        ("p", f => Number(f.P)),
        ("p_adjusted", f => Number(f.PAdjusted)),
        ("n", f => f.N?.ToString(CultureInfo.InvariantCulture)),
        ("method", f => Quoted(f.Method)),
        ("test", f => Quoted(f.Test)),
        ("definition", f => Quoted(f.Definition)),
        ("not_estimable", f => Quoted(f.NotEstimable)),
    ];

    private static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        WriteIndented = true,
    };

    public static string Csv(EvaluateExperiment.View view)
    {
        var text = new StringBuilder().AppendJoin(',', Columns.Select(c => c.Name)).Append('\n');
        foreach (var figure in ReportFigures.Of(view.Report))
        {
            text.AppendJoin(',', Columns.Select(c => c.Cell(figure))).Append('\n');
        }

        return text.ToString();
    }

    public static string Json(EvaluateExperiment.View view) =>
        JsonSerializer.Serialize(
            new
            {
                Experiment = view.Report.Plan.Slug,
                CountDate = view.Data.CountDate,
                KnownOn = view.Data.KnownOn,
                DataSha256 = view.Data.Sha256,
                PlanSha256 = view.PlanSha256,
                Exploratory = view.Report.IsExploratory,
                Deviations = view.Report.Deviations.Select(d => d.Message),
                Figures = ReportFigures.Of(view.Report),
            },
            Written
        ) + "\n";

    private static string? Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);

    private static string? Quoted(string? text) =>
        text is null ? null : $"\"{DefectCsv.Neutral(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
