// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Evaluation.Reading;
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Core.Evaluation.Results;

namespace Proeftuin.App.Tests.Evaluation;

/// <summary>Invented people made by an R script, with what R makes of them (reference/24).</summary>
internal static class SyntheticStudy
{
    private static readonly JsonDocument Values = JsonDocument.Parse(File.ReadAllText(PathOf("24-evaluation.json")));

    public static Protocol Wageningen { get; } =
        ProtocolFile.Read(ShippedProtocols.Text("wageningen-2017", withDemo: true)).OrThrow();

    public static PlannedAnalysis Plan { get; } =
        AnalysisPlanFile.Read(ShippedProtocols.Text("wageningen-2017").AnalysisPlan!, Wageningen).OrThrow();

    public static string Text { get; } = File.ReadAllText(PathOf("evaluation_synthetic.csv"));

    public static StudyData Data { get; } = StudyDataReading.Read(Text).OrThrow();

    public static EvaluationReport Report { get; } = EvaluationReport.Of(Data, Wageningen, Plan, []);

    /// <summary>A value that R computed.</summary>
    public static double R(string name, string part) =>
        Values.RootElement.GetProperty(name).GetProperty(part).GetDouble();

    public static IReadOnlyList<string> Arms { get; } = ["zelf-in-actie", "extra-begeleiding", "verdienen-loont"];

    private static string PathOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "proeftuin.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(folder.FullName, "reference", file);
    }
}
