// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Accountability;

/// <summary>Who may get which role: never oneself, never two roles that must be kept apart.</summary>
public static class GrantRules
{
    /// <summary>The roles after granting. Refuses one's own account, a role already held, and a pair that must be kept apart.</summary>
    public static Outcome<IReadOnlySet<Role>> Grant(Guid granter, Guid account, IReadOnlySet<Role> held, Role role)
    {
        if (granter == account)
        {
            return new OwnRolesStay();
        }

        if (held.Contains(role))
        {
            return new RoleAlreadyHeld(role);
        }

        IReadOnlySet<Role> after = held.Append(role).ToHashSet();
        return Permissions.ForbiddenPairs(after) is [var pair, ..]
            ? new RolesMustBeKeptApart(pair.Item1, pair.Item2)
            : Done(after);
    }

    /// <summary>The roles after withdrawing. Refuses one's own account and a role that is not held.</summary>
    public static Outcome<IReadOnlySet<Role>> Withdraw(Guid granter, Guid account, IReadOnlySet<Role> held, Role role)
    {
        if (granter == account)
        {
            return new OwnRolesStay();
        }

        return held.Contains(role) ? Done(held.Where(r => r != role).ToHashSet()) : new RoleNotHeld(role);
    }

    private static Outcome<IReadOnlySet<Role>>.Done Done(IReadOnlySet<Role> roles) => new(roles);
}

/// <summary>Nobody changes their own roles.</summary>
public sealed record OwnRolesStay : Refusal
{
    public override string Message => "U kunt uw eigen rollen niet wijzigen. Vraag een andere beheerder.";
}

/// <summary>The account has this role already.</summary>
public sealed record RoleAlreadyHeld(Role Role) : Refusal
{
    public override string Message => $"Dit account is al {Role.Dutch()}.";
}

/// <summary>The account does not have this role.</summary>
public sealed record RoleNotHeld(Role Role) : Refusal
{
    public override string Message => $"Dit account is geen {Role.Dutch()}; de rol is misschien al ingetrokken.";
}

/// <summary>One account may never hold these two roles together.</summary>
public sealed record RolesMustBeKeptApart(Role First, Role Second) : Refusal
{
    public override string Message =>
        $"Eén account mag niet tegelijk {First.Dutch()} en {Second.Dutch()} zijn. Trek eerst de andere rol in of kies een ander account.";
}
