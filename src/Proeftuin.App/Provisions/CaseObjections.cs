// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Identity;
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Provisions;

/// <summary>Records that somebody objected to a decision in a provision.</summary>
public sealed class RecordCaseObjection(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, ProvisionKind Kind, Guid Case, DateOnly ReceivedOn, string Grounds);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Change(
            new(Permission.DecideProvision, command.Experiment, "voorziening.bezwaar", "Bezwaar ontvangen"),
            command.Kind,
            command.Case,
            actor,
            (db, _, row) =>
            {
                if (DecisionOn.Of(row) is not { } decision)
                {
                    return Task.FromResult<IReadOnlyList<Refusal>>([new NothingDecided()]);
                }

                var objection = new ProvisionObjectionRow
                {
                    CaseId = row.Id,
                    ExperimentId = row.ExperimentId,
                    PersonId = row.PersonId,
                };
                var received = AnyObjection.Receive(
                    objection,
                    decision.On,
                    command.ReceivedOn,
                    command.Grounds,
                    actor,
                    clock.GetUtcNow()
                );
                if (received.IsDone)
                {
                    db.Add(objection);
                }

                return Task.FromResult(received.Why);
            },
            ct
        );
}

/// <summary>Records how an objection against a decision in a provision ended. Refuses who took that decision (art. 10:3 lid 3 Awb).</summary>
public sealed class DecideCaseObjection(Work work, TimeProvider clock)
{
    public sealed record Command(
        string Experiment,
        ProvisionKind Kind,
        Guid Case,
        Guid Objection,
        ObjectionOutcome Outcome,
        string Explanation
    );

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Change(
            new(
                Permission.DecideProvision,
                command.Experiment,
                "voorziening.bezwaar.besloten",
                "Beslissing op bezwaar vastgelegd"
            ),
            command.Kind,
            command.Case,
            actor,
            async (db, _, row) =>
            {
                if (DecisionOn.Of(row)?.By == actor.AccountId)
                {
                    return [new SamePersonReviews()];
                }

                var objection = await db.Set<ProvisionObjectionRow>()
                    .FirstOrDefaultAsync(o => o.Id == command.Objection && o.CaseId == row.Id && o.Outcome == null, ct);
                if (objection is null)
                {
                    return [new NoSuchObjection()];
                }

                AnyObjection.Decide(objection, command.Outcome, command.Explanation, clock.Today());
                return [];
            },
            ct
        );
}

/// <summary>Opens the decision in a file with its objections, and until when somebody can object.</summary>
public sealed class SeeCaseObjections(Work work, IdentityStore identities, TimeProvider clock)
{
    public sealed record View(
        string? Name,
        DateOnly? DecidedOn,
        bool IsOwnDecision,
        ObjectionTerm? Term,
        IReadOnlyList<ProvisionObjectionRow> Objections
    );

    public Task<Outcome<View>> Handle(
        string experiment,
        ProvisionKind kind,
        Guid id,
        Actor actor,
        CancellationToken ct
    ) =>
        new OneCase(work, clock).Read<View>(
            new(Permission.DecideProvision, experiment, "voorziening.gelezen", "Bezwaar tegen een besluit bekeken"),
            kind,
            id,
            actor,
            async (db, _, row) =>
            {
                var decision = DecisionOn.Of(row);
                return new View(
                    (await identities.Reveal(db, [row.PersonId], ct)).GetValueOrDefault(row.PersonId)?.Name,
                    decision?.On,
                    decision?.By == actor.AccountId,
                    decision is null
                        ? null
                        : ObjectionTerm
                            .Of(decision.On, ShippedParameters.Book)
                            .Match(term => (ObjectionTerm?)term, _ => null),
                    await db.Set<ProvisionObjectionRow>()
                        .AsNoTracking()
                        .Where(o => o.CaseId == row.Id)
                        .OrderBy(o => o.ReceivedOn)
                        .ThenBy(o => o.Id)
                        .ToListAsync(ct)
                );
            },
            ct
        );
}

/// <summary>There is no decision to object to.</summary>
public sealed record NothingDecided : Refusal
{
    public override string Message => "Er is nog geen besluit, dus ook geen bezwaar. Beslis eerst.";
}

/// <summary>Who took a decision does not decide on the objection against it.</summary>
public sealed record SamePersonReviews : Refusal
{
    public override string Message =>
        "U nam het besluit zelf. Een ander legt de uitkomst van het bezwaar vast (artikel 10:3 lid 3 Algemene wet bestuursrecht).";
}
