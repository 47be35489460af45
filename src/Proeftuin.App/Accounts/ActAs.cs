// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;

namespace Proeftuin.App.Accounts;

/// <summary>Signing in where there is no session: the command line. The same checks and ledger entries as in the browser.</summary>
public sealed class ActAs(SignIn signIn, OpenMunicipality municipalities)
{
    /// <summary>The municipality is named only with roles in several; the code is asked only when the account has a second step.</summary>
    public async Task<Outcome<Actor>> Handle(
        string name,
        string? password,
        string? municipality,
        Func<string?> code,
        CancellationToken ct
    )
    {
        var outcome = await signIn.Handle(name, password, ct);
        if (outcome is Outcome<SignedIn>.Done { Value: { NeedsCode: true, AccountId: var half } })
        {
            outcome = await signIn.HandleCode(half, code(), ct);
        }

        if (outcome is not Outcome<SignedIn>.Done { Value: var who })
        {
            return new Outcome<Actor>.Refused(outcome.Why);
        }

        if (who.MustChangePassword)
        {
            return new OneTimePasswordFirst();
        }

        var all = (await municipalities.Standing(who.AccountId, ct))?.Municipalities ?? [];
        var chosen = municipality is null
            ? all
            : [.. all.Where(m => m.Name.Equals(municipality, StringComparison.OrdinalIgnoreCase))];
        if (chosen is not [var only])
        {
            return new ChooseMunicipality([.. all.Select(m => m.Name)]);
        }

        var opened = await municipalities.Handle(who.AccountId, only.Id, who.WithCode, ct);
        return opened.Map(access => new Actor(who.AccountId, who.Name, access.Id, access.Roles));
    }
}

/// <summary>The account still has its one-time password.</summary>
public sealed record OneTimePasswordFirst : Refusal
{
    public override string Message =>
        "Dit account heeft nog een eenmalig wachtwoord. Meld u eerst in de browser aan en kies een eigen wachtwoord.";
}

/// <summary>The account has roles in none or in several municipalities.</summary>
public sealed record ChooseMunicipality(IReadOnlyList<string> Names) : Refusal
{
    public override string Message =>
        Names.Count == 0
            ? "Dit account heeft nog in geen enkele gemeente een rol."
            : $"Noem de gemeente met --gemeente. Kies uit: {string.Join(", ", Names)}.";
}
