// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Authorization;
using Proeftuin.Core.Accountability;

namespace Proeftuin.Web.Access;

/// <summary>The permission a page or endpoint asks. Without this, <see cref="PublicAttribute"/> or <see cref="SignedInAttribute"/> nothing is reachable.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(Permission permission) : AuthorizeAttribute(PolicyFor(permission))
{
    public Permission Permission => permission;

    public static string PolicyFor(Permission permission) => $"permission:{permission}";
}

/// <summary>A page for every signed-in account, whatever its roles: the own settings.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute() : AuthorizeAttribute(PolicyName)
{
    public const string PolicyName = "signed-in";
}

/// <summary>A page for everybody, also without signing in. It shows no personal data.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute, IAllowAnonymous;
