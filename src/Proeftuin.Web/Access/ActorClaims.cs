// SPDX-License-Identifier: EUPL-1.2
using System.Security.Claims;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.Web.Access;

/// <summary>How the signed-in account travels in the cookie: account, municipality, whether that municipality is fictional, and the roles held there.</summary>
public static class ActorClaims
{
    public const string Account = "account";
    public const string Municipality = "gemeente";
    public const string MunicipalityName = "gemeente-naam";
    public const string Fictional = "gemeente-fictief";
    public const string Stamp = "stempel";
    public const string Method = "amr";
    public const string PasswordIsOneTime = "eenmalig-wachtwoord";

    public static IReadOnlySet<Role> Roles(this ClaimsPrincipal user) =>
        user.FindAll(ClaimTypes.Role).Select(c => Enum.Parse<Role>(c.Value)).ToHashSet();

    /// <summary>Whether this account may do this here and now: it has the role, its own password, and for real people the second step.</summary>
    public static bool May(this ClaimsPrincipal user, Permission permission) =>
        user.Hindrance() is null && Permissions.Allows(user.Roles(), permission);

    /// <summary>The page to visit first, whatever the roles; null when nothing stands in the way.</summary>
    public static string? Hindrance(this ClaimsPrincipal user) =>
        user.HasClaim(c => c.Type is PasswordIsOneTime) ? "/wachtwoord"
        : !user.HasClaim(c => c.Type is Municipality) ? "/gemeente"
        : !user.IsFictional() && !user.WithCode() ? "/tweede-stap/instellen"
        : null;

    /// <summary>Signed in with the second step.</summary>
    public static bool WithCode(this ClaimsPrincipal user) => user.HasClaim(Method, "mfa");

    public static Guid AccountId(this ClaimsPrincipal user) => Id(user, Account);

    public static Actor Actor(this ClaimsPrincipal user) =>
        new(Id(user, Account), user.Identity?.Name ?? "", Id(user, Municipality), user.Roles());

    public static bool IsFictional(this ClaimsPrincipal user) => user.HasClaim(Fictional, "ja");

    private static Guid Id(ClaimsPrincipal user, string claim) =>
        Guid.TryParse(user.FindFirstValue(claim), out var id)
            ? id
            : throw new InvalidOperationException($"The signed-in account has no claim '{claim}'.");
}
