// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Shows how an application would be decided today, before anybody decides. Nothing changes; opening the file is recorded.</summary>
public sealed class AssessPremium(Work work, TimeProvider clock)
{
    public sealed record Query(string Experiment, Guid Case, PremiumFinding Finding);

    public Task<Outcome<PremiumAssessment>> Handle(Query query, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Read<ExitPremiumRow, PremiumAssessment>(
            new(Permission.DecideProvision, query.Experiment, "premie.beoordeeld", "Aanvraag bekeken voor het besluit"),
            query.Case,
            actor,
            (db, scope, row) => PremiumJudgement.Of(db, scope, row, query.Finding, clock.Today(), ct),
            ct
        );
}
