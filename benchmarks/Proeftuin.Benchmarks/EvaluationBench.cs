// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Evaluation;
using Proeftuin.App.Evaluation.Reading;
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Core.Evaluation.Results;
using Proeftuin.Core.Evaluation.Sizing;
using Proeftuin.Statistics.Proportions;

namespace Proeftuin.Benchmarks;

/// <summary>The published counts of Wageningen worked out whole, the dearest test in it, a whole evaluation report, and a design played.</summary>
internal static class EvaluationBench
{
    private const int Repeats = 1_000;

    public static async Task Measure(Bench bench)
    {
        await bench.Measure(
            "evaluate: Wageningen's report, 24 comparisons, 36 claims",
            null,
            () => Publications.Named("wageningen-2017")!,
            publication => CountsReport.Of(publication.Counts, publication.Claims, 0.95).OrThrow()
        );
        await bench.Measure(
            "evaluate: Wageningen's analysis plan on 460 invented people, the whole report",
            TimeSpan.FromSeconds(2),
            Study,
            study => EvaluationReport.Of(study.Data, study.Protocol, study.Plan, [])
        );
        await bench.Measure(
            "power: Groningen's own design, 10 differences and none x 1,000",
            TimeSpan.FromSeconds(2),
            () => Shipped("groningen-2017"),
            protocol => PlayDesign.Of(protocol, new PowerPlan(), CancellationToken.None).OrThrow()
        );
        await bench.Measure(
            "statistics: Fisher-Freeman-Halton, 5 groups, 774 people",
            null,
            () => new Proportion[] { new(26, 98), new(24, 94), new(24, 109), new(15, 91), new(41, 382) },
            groups => FreemanHalton.Test(groups).OrThrow()
        );
        await bench.Measure(
            $"statistics: Fisher and Newcombe, 2 x 100 people, {Repeats} times",
            null,
            () => 0,
            _ =>
            {
                for (var i = 0; i < Repeats; i++)
                {
                    var (a, b) = (new Proportion(10 + i % 30, 100), new Proportion(20, 100));
                    ExactTests.Fisher(a, b, Statistics.Alternative.TwoSided).OrThrow();
                    RiskDifference.Newcombe(a, b, 0.95).OrThrow();
                }
            }
        );
    }

    private static Protocol Shipped(string slug) =>
        ProtocolFile.Read(ShippedProtocols.Text(slug, withDemo: true)).OrThrow();

    private static (StudyData Data, Protocol Protocol, PlannedAnalysis Plan) Study()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "proeftuin.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The benchmarks run outside the repository.");
        }

        var protocol = Shipped("wageningen-2017");
        return (
            StudyDataReading
                .Read(File.ReadAllText(Path.Combine(folder.FullName, "reference", "evaluation_synthetic.csv")))
                .OrThrow(),
            protocol,
            AnalysisPlanFile.Read(ShippedProtocols.Text("wageningen-2017").AnalysisPlan!, protocol).OrThrow()
        );
    }
}
