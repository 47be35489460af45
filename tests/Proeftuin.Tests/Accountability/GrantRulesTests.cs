// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Accountability;

public class GrantRulesTests
{
    private static readonly Guid Admin = Guid.NewGuid();
    private static readonly Guid Account = Guid.NewGuid();

    [Fact]
    public void Whatever_is_granted_and_withdrawn_no_account_ever_holds_a_forbidden_pair() =>
        Prop.ForAll<(Role Role, bool Grant)[]>(steps =>
            {
                IReadOnlySet<Role> held = new HashSet<Role>();
                foreach (var (role, grant) in steps.Where(s => Enum.IsDefined(s.Role)))
                {
                    var outcome = grant
                        ? GrantRules.Grant(Admin, Account, held, role)
                        : GrantRules.Withdraw(Admin, Account, held, role);
                    held = outcome.Match(after => after, _ => held);
                }

                return Permissions.ForbiddenPairs(held).Count == 0;
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_grants_or_withdraws_a_role_of_their_own()
    {
        GrantRules
            .Grant(Admin, Admin, new HashSet<Role>(), Role.Auditor)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<OwnRolesStay>();
        GrantRules
            .Withdraw(Admin, Admin, new HashSet<Role> { Role.Auditor }, Role.Auditor)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<OwnRolesStay>();
    }

    [Fact]
    public void A_role_is_not_given_twice_and_not_withdrawn_when_it_is_not_held()
    {
        GrantRules
            .Grant(Admin, Account, new HashSet<Role> { Role.Auditor }, Role.Auditor)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<RoleAlreadyHeld>();
        GrantRules
            .Withdraw(Admin, Account, new HashSet<Role>(), Role.Auditor)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<RoleNotHeld>();
    }

    [Fact]
    public void Every_role_has_a_Dutch_name_of_its_own() =>
        Enum.GetValues<Role>()
            .Select(r => r.Dutch())
            .Distinct(StringComparer.Ordinal)
            .Count()
            .ShouldBe(Enum.GetValues<Role>().Length);
}
