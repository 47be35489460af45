// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Evaluation;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Evaluation.Section;

/// <summary>One section of an evaluation, with all its pictures and tables.</summary>
[Requires(Permission.SeeEvaluation)]
public sealed class IndexModel(EvaluateExperiment evaluate) : EvaluationPage(evaluate)
{
    public ReportSection Section { get; private set; } = ReportSection.All[0];

    public async Task<IActionResult> OnGetAsync(string section, CancellationToken ct)
    {
        if (ReportSection.Named(section) is not { } named)
        {
            return NotFound();
        }

        Section = named;
        return await Load(ct);
    }
}
