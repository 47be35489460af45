// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Accountability;

/// <summary>The roles as people in a municipality call them.</summary>
public static class RoleNames
{
    public static string Dutch(this Role role) =>
        role switch
        {
            Role.ProjectLead => "projectleider",
            Role.DrawOfficer => "lotingsfunctionaris",
            Role.SecondSigner => "tweede ondertekenaar",
            Role.CaseManager => "klantmanager",
            Role.PeerCoach => "ervaringscoach",
            Role.IncomeOfficer => "inkomensconsulent",
            Role.Researcher => "onderzoeker",
            Role.Auditor => "auditor",
            Role.Administrator => "beheerder",
            Role.Participant => "deelnemer",
        };
}
