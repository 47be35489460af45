// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Caseload;

/// <summary>Which account guides the people of which case manager of the register.</summary>
[Requires(Permission.LeadParticipation)]
public sealed class IndexModel(SeeRecruitment recruitment, SeeCaseloads see, AssignCaseManagers assign)
    : RecruitmentPage(recruitment)
{
    [BindProperty]
    public string? RegisterName { get; set; }

    [BindProperty]
    public Guid Account { get; set; }

    public SeeCaseloads.View Caseloads { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Done(
            await assign.Handle(new(Experiment, Account, RegisterName), Actor, ct),
            $"{Address}/caseload",
            n => $"{Dutch.Count(n)} mensen zijn toegewezen.",
            ct
        );

    protected override async Task<bool> Load(CancellationToken ct)
    {
        if (await see.Handle(Experiment, Actor, ct) is not Outcome<SeeCaseloads.View>.Done { Value: var view })
        {
            return false;
        }

        Caseloads = view;
        return await base.Load(ct);
    }
}
