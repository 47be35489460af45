// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using System.Text.Json;
using Proeftuin.App.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation.Results;

namespace Proeftuin.Cli.Evaluation;

/// <summary>Every planned comparison of an evaluation as a row with all digits, for another program.</summary>
internal static class EvaluationRows
{
    private sealed record Row(
        string Measure,
        string Estimand,
        string Comparison,
        bool ByLot,
        long FirstKnown,
        long SecondKnown,
        double? FirstMean,
        double? SecondMean,
        double? Difference,
        double? StandardError,
        double? Lower,
        double? Upper,
        double? P,
        double? PAdjusted,
        long? N,
        string? Method,
        string? NotEstimable
    );

    private static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    public static string Json(EvaluateExperiment.View view) =>
        JsonSerializer.Serialize(
            new
            {
                experiment = view.Report.Plan.Slug,
                dataSha256 = view.Data.Sha256,
                planSha256 = view.PlanSha256,
                exploratory = view.Report.IsExploratory,
                deviations = view.Report.Deviations.Select(d => d.Message),
                level = view.Report.Plan.MainLevel,
                effects = view.Report.Effects.Select(Of),
            },
            Written
        ) + "\n";

    public static string Csv(EvaluateExperiment.View view)
    {
        var text = new StringBuilder(
            "measure,estimand,comparison,by_lot,n_first,n_second,mean_first,mean_second,difference,standard_error,lower,upper,p,p_adjusted,n,method,not_estimable\n"
        );
        foreach (var r in view.Report.Effects.Select(Of))
        {
            text.AppendJoin(
                    ',',
                    r.Measure,
                    r.Estimand,
                    Quoted(r.Comparison),
                    r.ByLot ? "true" : "false",
                    r.FirstKnown,
                    r.SecondKnown,
                    Number(r.FirstMean),
                    Number(r.SecondMean),
                    Number(r.Difference),
                    Number(r.StandardError),
                    Number(r.Lower),
                    Number(r.Upper),
                    Number(r.P),
                    Number(r.PAdjusted),
                    r.N,
                    Quoted(r.Method),
                    Quoted(r.NotEstimable)
                )
                .Append('\n');
        }

        return text.ToString();
    }

    private static Row Of(Effect e)
    {
        var m = e.Difference.Match(x => x, _ => (Measured?)null);
        return new Row(
            e.Outcome.Measure.ToString(),
            e.Estimand.Code,
            e.Comparison.Name,
            e.Estimand.IsByLot,
            e.First.Known,
            e.Second.Known,
            e.First.Mean,
            e.Second.Mean,
            m?.Value,
            m?.StandardError,
            m?.Ranges[0].Lower,
            m?.Ranges[0].Upper,
            m?.P,
            e.PAdjusted,
            m?.N,
            m is null ? null : $"{m.Method}; {m.Test}",
            m is null ? string.Join(' ', e.Difference.Why.Select(w => w.Message)) : null
        );
    }

    private static string Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string? text) =>
        text is null ? "" : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
