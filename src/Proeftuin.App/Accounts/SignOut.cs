// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.App.Accounts;

/// <summary>Records that someone signed out.</summary>
public sealed class SignOut(Work work)
{
    private static readonly Reason Because = Reason.Of("Uitloggen").OrThrow();

    public Task<Outcome<bool>> Handle(Guid accountId, CancellationToken ct) =>
        work.DoUnchecked<bool>(
            SystemActor.Nobody,
            EntryRule.Always,
            async (db, entry) =>
            {
                entry.By = accountId;
                entry.Record("afmelden", $"account/{accountId}", Because);
                await Database.UseMunicipality(db, await AccountChain.Of(db, accountId, ct), ct);
                return true;
            },
            ct
        );
}
