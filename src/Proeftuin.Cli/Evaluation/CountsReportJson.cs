// SPDX-License-Identifier: EUPL-1.2
using System.Text.Encodings.Web;
using System.Text.Json;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;

namespace Proeftuin.Cli.Evaluation;

/// <summary>A worked-out published table for another program: all digits, parts of one, English names.</summary>
internal static class CountsReportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(CountsReport report) =>
        JsonSerializer.Serialize(
            new
            {
                report.Level,
                Groups = report.Rows.Select(r => new
                {
                    r.Group.Code,
                    r.Group.Name,
                    r.Group.Randomised,
                    N = r.Group.Size,
                    Gross = Exits(r.Group.Gross, r.Gross, r.GrossSpread),
                    Net = Exits(r.Group.Net, r.Net, r.NetSpread),
                    r.Group.Started,
                    r.Group.Stopped,
                    r.Group.ExitedAll,
                    r.Group.OnBenefitAtEnd,
                }),
                Comparisons = report.Comparisons.Select(c => new
                {
                    Measure = Name(c.Measure),
                    First = new
                    {
                        c.First.Name,
                        c.First.Codes,
                        X = c.First.Exits.Part,
                        N = c.First.Exits.Whole,
                    },
                    Second = new
                    {
                        c.Second.Name,
                        c.Second.Codes,
                        X = c.Second.Exits.Part,
                        N = c.Second.Exits.Whole,
                    },
                    c.Randomised,
                    Difference = Answer(
                        c.Difference,
                        d => new
                        {
                            d.Value,
                            d.Lower,
                            d.Upper,
                            d.Method,
                        }
                    ),
                    Fisher = Answer(c.Fisher, P),
                    ChiSquare = Answer(c.ChiSquare, P),
                    Verdict = c.Verdict.ToString(),
                    Sentence = Sentences.Of(c),
                }),
                Omnibus = report.Omnibus.Select(o => new
                {
                    Measure = Name(o.Measure),
                    ChiSquare = Answer(o.ChiSquare, P),
                    Exact = Answer(o.Exact, P),
                }),
                Bounds = report.Bounds.Select(b => new
                {
                    Measure = Name(b.Measure),
                    b.Arm,
                    b.Control,
                    Bounds = Answer(b.Bounds, x => x),
                }),
                Remarks = report.Remarks.Select(r => new { Kind = r.GetType().Name, r.Message }),
                Claims = report.Claims.Select(c => new
                {
                    c.Claim.Where,
                    c.Claim.Quote,
                    Printed = c.Claim.Printed.Text,
                    Computation = c.Computed.Written,
                    Recomputed = c.Shown,
                    c.Agrees,
                }),
            },
            Options
        ) + "\n";

    private static object P(Significance test) => new { test.P, test.Method };

    private static object Exits(long count, Share share, Spread spread) =>
        new
        {
            Count = count,
            Percentage = share.ToString(),
            spread.Lower,
            spread.Upper,
        };

    private static object Answer<T>(Outcome<T> outcome, Func<T, object> shown) =>
        outcome.Match(shown, why => new { NotEstimable = string.Join(' ', why.Select(w => w.Message)) });

    private static string Name(ExitMeasure measure) =>
        measure switch
        {
            ExitMeasure.Gross => "gross",
            ExitMeasure.Net => "net",
        };
}
