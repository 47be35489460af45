// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Ledger;

/// <summary>The auditor recomputes the ledger of the own municipality. That it was done, and what came out, is recorded as well.</summary>
public sealed class VerifyLedger(Work work, LedgerVerification verification)
{
    private static readonly Reason Because = Reason.Of("Logboek nagerekend").OrThrow();

    public async Task<Outcome<ChainResult>> Handle(Actor actor, CancellationToken ct)
    {
        if (!Permissions.Allows(actor.Roles, Permission.ReadLedger))
        {
            return new NotAllowed();
        }

        var result = await verification.One(actor.MunicipalityId, ct);
        if (result.Fault is not null)
        {
            // Nothing is added to a chain that is broken: the evidence stays as it was found.
            return result;
        }

        return await work.Read<ChainResult>(
            actor,
            Permission.ReadLedger,
            (_, entry) =>
            {
                entry.Record(
                    "logboek.nagerekend",
                    "logboek",
                    Because,
                    Convert.ToHexStringLower(result.Hash),
                    result.Lines
                );
                return Task.FromResult<Outcome<ChainResult>>(result);
            },
            ct
        );
    }
}
