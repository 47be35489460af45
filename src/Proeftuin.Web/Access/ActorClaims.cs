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

    public static IReadOnlySet<Role> Roles(this ClaimsPrincipal user) =>
        user.FindAll(ClaimTypes.Role).Select(c => Enum.Parse<Role>(c.Value)).ToHashSet();

    public static bool May(this ClaimsPrincipal user, Permission permission) =>
        Permissions.Allows(user.Roles(), permission);

    public static Actor Actor(this ClaimsPrincipal user) =>
        new(Id(user, Account), user.Identity?.Name ?? "", Id(user, Municipality), user.Roles());

    public static bool IsFictional(this ClaimsPrincipal user) => user.HasClaim(Fictional, "ja");

    private static Guid Id(ClaimsPrincipal user, string claim) =>
        Guid.TryParse(user.FindFirstValue(claim), out var id)
            ? id
            : throw new InvalidOperationException($"The signed-in account has no claim '{claim}'.");
}
