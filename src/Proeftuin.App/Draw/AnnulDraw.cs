// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>One person asks to annul a draw, with a reason that becomes public.</summary>
public sealed class RequestAnnulment(Work work)
{
    public sealed record Command(string DrawId, Reason Reason);

    public Task<Outcome<bool>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<bool>(
            actor,
            Permission.AnnulDraw,
            async (db, entry) =>
                (await DrawFile.Find(db, command.DrawId, ct)).Then(row =>
                    DrawTransitions
                        .Take(row.State, DrawStep.RequestAnnulment)
                        .Then<bool>(_ =>
                        {
                            if (row.AnnulmentAskedBy is not null)
                            {
                                return new AnnulmentAskedAlready();
                            }

                            row.AnnulmentAskedBy = actor.AccountId;
                            row.AnnulmentReason = command.Reason.Text;
                            entry.Record("loting.nietig.gevraagd", DrawFile.Subject(row.DrawId), command.Reason);
                            return true;
                        })
                ),
            ct
        );
}

/// <summary>Another person agrees; the draw stays public with the reason.</summary>
public sealed class ApproveAnnulment(Work work, TimeProvider clock)
{
    public sealed record Command(string DrawId, Reason Reason);

    public Task<Outcome<bool>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<bool>(
            actor,
            Permission.AnnulDraw,
            async (db, entry) =>
                (await DrawFile.Find(db, command.DrawId, ct)).Then(row =>
                    DrawCeremony
                        .ApproveAnnulment(row.State, row.AnnulmentAskedBy, actor.AccountId)
                        .Map(transition =>
                        {
                            row.State = transition.To;
                            row.AnnulledBy = actor.AccountId;
                            row.AnnulledAt = clock.GetUtcNow();
                            entry.Record(
                                "loting.nietig",
                                DrawFile.Subject(row.DrawId),
                                command.Reason,
                                row.CommittedSha256
                            );
                            return true;
                        })
                ),
            ct
        );
}

/// <summary>Somebody asked for annulment before; it waits for approval.</summary>
public sealed record AnnulmentAskedAlready : Refusal
{
    public override string Message =>
        "Nietigverklaring is al gevraagd en wacht op goedkeuring door een tweede persoon.";
}
