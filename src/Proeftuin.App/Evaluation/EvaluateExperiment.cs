// SPDX-License-Identifier: EUPL-1.2
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Evaluation.Reading;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Core.Evaluation.Results;

namespace Proeftuin.App.Evaluation;

/// <summary>Carries out the analysis plan on a frozen data set. With another plan than the one the draw committed it is exploratory, and every deviation is named.</summary>
public sealed class EvaluateExperiment(Work work)
{
    private const int MostKnown = 16;

    /// <summary>A report follows from data, plan, protocol and deviations alone, so it is made once.</summary>
    private static readonly ConcurrentDictionary<string, EvaluationReport> Known = new(StringComparer.Ordinal);

    /// <summary>Which data set (null: the last frozen on the count date, or the last of all), and perhaps the text of another plan.</summary>
    public sealed record Question(
        string Experiment,
        Guid? DataSet = null,
        DateOnly? CountDate = null,
        string? OtherPlan = null
    );

    public sealed record View(
        string Name,
        SeeStudyData.Frozen Data,
        bool HashIsRight,
        CommittedPlan? Committed,
        string PlanSha256,
        EvaluationReport Report
    );

    public async Task<Outcome<View>> Handle(Question question, Actor actor, CancellationToken ct)
    {
        var found = await work.Look<(RecordedProtocol, StudyDataRow, CommittedPlan?)>(
            actor,
            Permission.SeeEvaluation,
            async db =>
            {
                var latest = await RecordedProtocol.Latest(db, question.Experiment, ct);
                if (latest is not Outcome<RecordedProtocol>.Done { Value: var recorded })
                {
                    return new Outcome<(RecordedProtocol, StudyDataRow, CommittedPlan?)>.Refused(latest.Why);
                }

                var frozen = SeeStudyData
                    .Of(db, question.Experiment)
                    .Where(d => question.DataSet == null || d.Id == question.DataSet)
                    .Where(d => question.CountDate == null || d.CountDate == question.CountDate);
                var row = await frozen.OrderByDescending(d => d.FrozenAt).FirstOrDefaultAsync(ct);
                return row is null
                    ? new NothingFrozenToEvaluate(question.CountDate)
                    : (recorded, row, await CommittedPlan.Of(db, recorded, ct));
            },
            ct
        );
        return found.Then(f => Evaluated(f.Item1, f.Item2, f.Item3, question.OtherPlan));
    }

    private static Outcome<View> Evaluated(
        RecordedProtocol recorded,
        StudyDataRow row,
        CommittedPlan? committed,
        string? other
    )
    {
        if ((other ?? committed?.Text) is not { } text)
        {
            return new NoPlanToCarryOut();
        }

        return AnalysisPlanFile
            .Read(text, recorded.Protocol)
            .Then(plan =>
                StudyDataReading
                    .Read(Encoding.UTF8.GetString(row.Document))
                    .Map(data =>
                    {
                        var sha256 = ProtocolText.HashOf(text);
                        var deviations = DeviationsOf(recorded, row, committed, plan, sha256);
                        return new View(
                            recorded.Protocol.Name,
                            SeeStudyData.About(row),
                            string.Equals(
                                row.Sha256,
                                Convert.ToHexStringLower(SHA256.HashData(row.Document)),
                                StringComparison.Ordinal
                            ),
                            committed,
                            sha256,
                            Report(recorded, data, row.Sha256, plan, sha256, deviations)
                        );
                    })
            );
    }

    private static IReadOnlyList<PlanDeviation> DeviationsOf(
        RecordedProtocol recorded,
        StudyDataRow row,
        CommittedPlan? committed,
        PlannedAnalysis plan,
        string sha256
    )
    {
        var deviations = new List<PlanDeviation>();
        if (committed is null)
        {
            deviations.Add(new("Bij geen enkele loting is een analyseplan vastgelegd."));
        }
        else
        {
            if (!string.Equals(committed.Sha256, sha256, StringComparison.Ordinal))
            {
                deviations.Add(new("Dit is niet het plan dat bij de loting is vastgelegd: de vingerafdruk is anders."));
                deviations.AddRange(committed.Plan is { } planned ? Deviations.Between(planned, plan) : []);
            }

            deviations.AddRange(
                committed.OtherDraws.Select(d => new PlanDeviation(
                    $"Bij loting {d} was een ander analyseplan vastgelegd."
                ))
            );
        }

        var countDate = recorded.Protocol.CountDate.Match(day => (DateOnly?)day, _ => null);
        if (countDate is { } count && count != row.CountDate)
        {
            deviations.Add(
                new($"Geteld op {Dutch.Date(row.CountDate)}; de teldatum van het protocol is {Dutch.Date(count)}.")
            );
        }

        return deviations;
    }

    private static EvaluationReport Report(
        RecordedProtocol recorded,
        StudyData data,
        string dataSha256,
        PlannedAnalysis plan,
        string planSha256,
        IReadOnlyList<PlanDeviation> deviations
    )
    {
        var key = string.Join('/', dataSha256, planSha256, recorded.Sha256, string.Join('|', deviations));
        if (Known.TryGetValue(key, out var known))
        {
            return known;
        }

        if (Known.Count >= MostKnown)
        {
            Known.Clear();
        }

        return Known[key] = EvaluationReport.Of(data, recorded.Protocol, plan, deviations);
    }
}

/// <summary>There is no frozen data set to evaluate.</summary>
public sealed record NothingFrozenToEvaluate(DateOnly? CountDate) : Refusal
{
    public override string Message =>
        CountDate is { } day
            ? $"Er is geen dataset bevroren met teldatum {Dutch.Date(day)}. Bevries eerst een dataset op die dag."
            : "Er is nog geen dataset bevroren. Een onderzoeker of projectleider doet dat bij Evaluatie.";
}

/// <summary>No plan that the program can carry out was committed at a draw.</summary>
public sealed record NoPlanToCarryOut : Refusal
{
    public override string Message =>
        "Er is geen analyseplan dat kan worden uitgevoerd: bij de loting is er geen vastgelegd, of alleen een plan in gewone tekst. Geef een plan mee (.yaml); de uitkomst is dan verkennend.";
}
