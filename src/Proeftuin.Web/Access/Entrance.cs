// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Accounts;
using Proeftuin.App.Storage;

namespace Proeftuin.Web.Access;

/// <summary>Where someone goes after each step of signing in: own password first, then the municipality, then the page they asked for.</summary>
public sealed class Entrance(OpenMunicipality municipalities, IHttpContextAccessor accessor)
{
    public async Task<IActionResult> Enter(
        Guid account,
        string stamp,
        bool withCode,
        bool mustChangePassword,
        string? back,
        CancellationToken ct
    )
    {
        var http = accessor.HttpContext!;
        var standing = await municipalities.Standing(account, ct);
        if (mustChangePassword || standing?.Municipalities is not [var only])
        {
            await http.Begin(account, stamp, null, withCode);
            return new LocalRedirectResult(mustChangePassword ? "/wachtwoord" : "/gemeente");
        }

        var opened = await municipalities.Handle(account, only.Id, withCode, ct);
        await http.Begin(
            account,
            stamp,
            opened.IsDone || opened.Why is [SecondFactorNeeded] ? only.Id : null,
            withCode
        );
        return new LocalRedirectResult(
            opened.IsDone ? Local(back)
            : opened.Why is [SecondFactorNeeded] ? "/tweede-stap/instellen"
            : "/gemeente"
        );
    }

    /// <summary>Only an address of our own; anything else leads to the first page.</summary>
    private static string Local(string? back) =>
        back is ['/', not ('/' or '\\'), ..] && !back.Any(char.IsControl) ? back : "/";
}
