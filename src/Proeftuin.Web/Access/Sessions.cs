// SPDX-License-Identifier: EUPL-1.2
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Proeftuin.App.Accounts;

namespace Proeftuin.Web.Access;

/// <summary>What the cookie holds: which account, its stamp, the chosen municipality and whether a code was given. Roles are read anew at every request.</summary>
public static class Sessions
{
    public const string Scheme = "proeftuin";

    /// <summary>The password was right, the code is still to come.</summary>
    public const string HalfScheme = "proeftuin-tweede-stap";

    public static Task Begin(this HttpContext http, Guid account, string stamp, Guid? municipality, bool withCode) =>
        http.SignInAsync(Scheme, new ClaimsPrincipal(Identity(account, stamp, municipality, withCode)));

    public static Task BeginHalf(this HttpContext http, Guid account) =>
        http.SignInAsync(
            HalfScheme,
            new ClaimsPrincipal(new ClaimsIdentity([new(ActorClaims.Account, account.ToString())], HalfScheme))
        );

    public static async Task<Guid?> HalfAccount(this HttpContext http) =>
        (await http.AuthenticateAsync(HalfScheme)).Principal?.AccountId();

    /// <summary>At every request: ends the session when the account or its password changed, and fills in the roles of today.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (
            http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>()
            is not null
        )
        {
            return;
        }

        var held = context.Principal!;
        var accounts = http.RequestServices.GetRequiredService<OpenMunicipality>();
        var standing = await accounts.Standing(held.AccountId(), http.RequestAborted);
        if (standing is null || !held.HasClaim(ActorClaims.Stamp, standing.Stamp))
        {
            context.RejectPrincipal();
            await http.SignOutAsync(Scheme);
            return;
        }

        context.ReplacePrincipal(new ClaimsPrincipal(Today(held, standing)));
    }

    private static ClaimsIdentity Today(ClaimsPrincipal held, AccountStanding standing)
    {
        var chosen = held.FindFirstValue(ActorClaims.Municipality);
        var access = standing.Municipalities.FirstOrDefault(m =>
            string.Equals(m.Id.ToString(), chosen, StringComparison.Ordinal)
        );
        var identity = Identity(held.AccountId(), standing.Stamp, access?.Id, held.WithCode());
        identity.AddClaim(new(ClaimTypes.Name, standing.Name));
        if (standing.MustChangePassword)
        {
            identity.AddClaim(new(ActorClaims.PasswordIsOneTime, "ja"));
        }

        if (access is not null)
        {
            identity.AddClaim(new(ActorClaims.MunicipalityName, access.Name));
            identity.AddClaim(new(ActorClaims.Fictional, access.IsFictional ? "ja" : "nee"));
            identity.AddClaims(access.Roles.Order().Select(r => new Claim(ClaimTypes.Role, r.ToString())));
        }

        return identity;
    }

    private static ClaimsIdentity Identity(Guid account, string stamp, Guid? municipality, bool withCode)
    {
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new(ActorClaims.Account, account.ToString()));
        identity.AddClaim(new(ActorClaims.Stamp, stamp));
        identity.AddClaim(new(ActorClaims.Method, withCode ? "mfa" : "pwd"));
        if (municipality is { } id)
        {
            identity.AddClaim(new(ActorClaims.Municipality, id.ToString()));
        }

        return identity;
    }
}
