// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Authorization;
using Proeftuin.Core.Accountability;

namespace Proeftuin.Web.Access;

/// <summary>One policy per permission, made from the one table in Core. What declares nothing is denied.</summary>
public static class Policies
{
    public static void AddProeftuinPolicies(this IServiceCollection services) =>
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = Deny;
            options.AddPolicy(SignedInAttribute.PolicyName, p => p.RequireAuthenticatedUser());
            foreach (var permission in Enum.GetValues<Permission>())
            {
                options.AddPolicy(
                    RequiresAttribute.PolicyFor(permission),
                    p => p.RequireAuthenticatedUser().RequireAssertion(c => c.User.May(permission))
                );
            }
        });

    private static readonly AuthorizationPolicy Deny = new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireAssertion(_ => false)
        .Build();
}
