// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Evaluation.Report;

/// <summary>The main answers of an evaluation, everyone drawn counted; the rest stands on the pages of its sections.</summary>
[Requires(Permission.SeeEvaluation)]
public sealed class IndexModel(EvaluateExperiment evaluate, SeeStudyData see) : EvaluationPage(evaluate)
{
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Load(ct);

    /// <summary>Every figure of the report in one flat table.</summary>
    public async Task<IActionResult> OnGetFiguresAsync(CancellationToken ct)
    {
        var loaded = await Load(ct);
        return View is { } view
            ? File(
                Encoding.UTF8.GetBytes(FigureTable.Csv(view)),
                "text/csv; charset=utf-8",
                $"evaluatie-{Experiment}-{view.Data.CountDate:yyyy-MM-dd}.csv"
            )
            : loaded;
    }

    /// <summary>The frozen bytes, for who may have them.</summary>
    public async Task<IActionResult> OnGetDocumentAsync(CancellationToken ct) =>
        await see.Handle(Experiment, DataSet, Actor, ct)
            is Outcome<(SeeStudyData.Frozen Set, byte[] Document)>.Done { Value: var (set, document) }
            ? File(document, "text/csv; charset=utf-8", $"dataset-{Experiment}-{set.CountDate:yyyy-MM-dd}.csv")
            : NotFound();
}
