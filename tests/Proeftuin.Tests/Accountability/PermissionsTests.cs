// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Accountability;

public class PermissionsTests
{
    [Fact]
    public void Every_permission_stands_in_the_table_with_at_least_one_role()
    {
        foreach (var permission in Enum.GetValues<Permission>())
        {
            Permissions.RolesFor(permission).ShouldNotBeEmpty(permission.ToString());
        }
    }

    [Fact]
    public void Who_has_no_role_may_do_nothing()
    {
        foreach (var permission in Enum.GetValues<Permission>())
        {
            Permissions.Allows([], permission).ShouldBeFalse();
        }
    }

    [Fact]
    public void The_project_lead_can_never_steer_the_draw()
    {
        Permissions.Allows([Role.ProjectLead], Permission.ConductDraw).ShouldBeFalse();
        Permissions.Allows([Role.ProjectLead], Permission.EnterEntropy).ShouldBeFalse();
        Permissions.Allows([Role.ProjectLead], Permission.VerifyDraw).ShouldBeFalse();
    }

    [Fact]
    public void The_draw_officer_sees_no_persons()
    {
        Permissions.Allows([Role.DrawOfficer], Permission.SeeHousehold).ShouldBeFalse();
        Permissions.Allows([Role.DrawOfficer], Permission.SeePlacements).ShouldBeFalse();
        Permissions.Allows([Role.DrawOfficer], Permission.ImportRegister).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Role.ProjectLead, Role.DrawOfficer)]
    [InlineData(Role.DrawOfficer, Role.CaseManager)]
    [InlineData(Role.SecondSigner, Role.DrawOfficer)]
    [InlineData(Role.SecondSigner, Role.ProjectLead)]
    public void Some_roles_never_come_together_in_one_account(Role one, Role other)
    {
        Permissions.ForbiddenPairs([one, other]).ShouldHaveSingleItem();
        Permissions.ForbiddenPairs([one]).ShouldBeEmpty();
    }
}
