// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>A condition as it stands in a decision: what, met or not, the sentence, the article and where it can be read.</summary>
public sealed record DecidedCondition(string What, bool IsMet, string Sentence, string Article, string Link);

/// <summary>Decides on an application for the outflow premium. The conditions decide; the decider brings the judgement and the other premiums. Refuses who wrote the application down.</summary>
public sealed class DecidePremium(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, Guid Case, PremiumFinding Finding, Reason Why);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Change<ExitPremiumRow>(
            new(Permission.DecideProvision, command.Experiment, "premie.besloten", command.Why.Text),
            command.Case,
            actor,
            async (db, scope, row) =>
            {
                if (row.State != PremiumState.Applied)
                {
                    return [new DecidedBefore(row.DecidedOn ?? row.WithdrawnOn!.Value)];
                }

                if (row.IsOf(actor.AccountId))
                {
                    return [new SamePersonDecides()];
                }

                var today = clock.Today();
                var judged = await PremiumJudgement.Of(db, scope, row, command.Finding, today, ct);
                var objectBy = DecisionTerms.ObjectBy(ShippedParameters.Book, today);
                if (judged is not Outcome<PremiumAssessment>.Done { Value: var assessed } || !objectBy.IsDone)
                {
                    return [.. judged.Why, .. objectBy.Why];
                }

                row.State = assessed.IsGranted ? PremiumState.Granted : PremiumState.Rejected;
                (row.DecidedOn, row.DecidedBy, row.ObjectBy) = (today, actor.AccountId, objectBy.OrThrow());
                row.AmountCents = assessed.Amount.Cents;
                (row.OtherTimes, row.OtherCents) = (command.Finding.OtherTimes, command.Finding.OtherTogether.Cents);
                row.Conditions = JsonSerializer.Serialize(
                    assessed.Conditions.Select(c => new DecidedCondition(
                        c.What,
                        c.IsMet,
                        c.Sentence,
                        c.Article.Text,
                        c.Article.LinkOn(today)
                    ))
                );
                return [];
            },
            ct
        );
}
