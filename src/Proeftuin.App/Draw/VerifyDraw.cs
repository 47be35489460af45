// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>The second signer enters what an independent program found. A difference is recorded and annuls nothing: a third program decides.</summary>
public sealed class VerifyDraw(Work work, TimeProvider clock)
{
    public sealed record Command(string DrawId, string Digest, string With);

    public Task<Outcome<Verification>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<Verification>(
            actor,
            Permission.VerifyDraw,
            async (db, entry) =>
                (await DrawFile.Find(db, command.DrawId, ct)).Then(row =>
                    string.IsNullOrWhiteSpace(command.With)
                        ? new VerifierProgramMissing()
                        : DrawCeremony
                            .Verify(
                                row.State,
                                row.ConductedBy ?? Guid.Empty,
                                actor.AccountId,
                                command.Digest,
                                Hash256.TryParse(row.AssignmentSha256, out var assignment) ? assignment : Hash256.Zero
                            )
                            .Map(verification =>
                            {
                                Keep(row, command, verification, actor);
                                entry.Record(
                                    verification.Agrees ? "loting.gecontroleerd" : "loting.controle.verschilt",
                                    DrawFile.Subject(row.DrawId),
                                    DrawFile.Prescribed(DrawStep.Verify),
                                    command.Digest
                                );
                                return verification;
                            })
                ),
            ct
        );

    private void Keep(DrawRow row, Command command, Verification verification, Actor actor)
    {
        row.VerifiedDigest = verification.Found.ToString();
        row.VerifiedWith = command.With.Trim();
        row.VerifiedBy = actor.AccountId;
        row.VerifiedAt = clock.GetUtcNow();
        if (verification.Agrees)
        {
            row.State = DrawTransitions.Take(row.State, DrawStep.Verify).OrThrow().To;
        }
    }
}

/// <summary>It is not said which program recomputed the draw.</summary>
public sealed record VerifierProgramMissing : Refusal
{
    public override string Message => "Vul in met welk programma u de loting hebt nagerekend.";
}
