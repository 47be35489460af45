// SPDX-License-Identifier: EUPL-1.2
using static Proeftuin.Core.Accountability.Permission;
using static Proeftuin.Core.Accountability.Role;

namespace Proeftuin.Core.Accountability;

/// <summary>The one table of who may do what, and which roles one account may never hold together. Deny by default: what is not here is not allowed.</summary>
public static class Permissions
{
    private static readonly Dictionary<Permission, Role[]> Table = new()
    {
        [ManageAccounts] = [Administrator],
        [ReadLedger] = [Auditor],
        [EraseContent] = [Auditor],
        [SeeExperiments] =
        [
            ProjectLead,
            DrawOfficer,
            SecondSigner,
            CaseManager,
            IncomeOfficer,
            Researcher,
            Auditor,
            Administrator,
        ],
        [DesignExperiment] = [ProjectLead],
        [JoinExperiments] = [ProjectLead],
        [Permission.ContributeFrame] = [DrawOfficer],
        [Permission.ImportRegister] = [ProjectLead],
        [RunScreening] = [ProjectLead],
        [SeeScreening] = [ProjectLead, DrawOfficer, SecondSigner, Researcher, Auditor],
        [SeeHousehold] = [ProjectLead],
        [PlanDraw] = [ProjectLead],
        [SendTickets] = [ProjectLead],
        [ConductDraw] = [DrawOfficer],
        [EnterEntropy] = [DrawOfficer, SecondSigner],
        [VerifyDraw] = [SecondSigner],
        [AnnulDraw] = [ProjectLead, DrawOfficer, SecondSigner],
        [SeeDraws] = [ProjectLead, DrawOfficer, SecondSigner, Researcher, Auditor],
        [SeePlacements] = [ProjectLead, Researcher],
        [MarkPlacement] = [ProjectLead],
        [SeeParticipants] = [ProjectLead, CaseManager],
        [RecordParticipation] = [ProjectLead, CaseManager],
        [LeadParticipation] = [ProjectLead],
        [SeeFlow] = [ProjectLead, SecondSigner, Researcher, Auditor],
        [SeePseudonyms] = [ProjectLead, Researcher],
        [SeeEvaluation] = [ProjectLead, SecondSigner, Researcher, Auditor],
        [Permission.FreezeStudyData] = [ProjectLead, Researcher],
        [CheckStudyData] = [ProjectLead, Researcher, Auditor],
        [Permission.ImportFacts] = [ProjectLead],
        [RecordFacts] = [ProjectLead, CaseManager],
        [SeeMonitor] = [ProjectLead, SecondSigner, Researcher, Auditor],
        [FreezeMonitor] = [ProjectLead],
        [SeeProvisions] = [ProjectLead, CaseManager, IncomeOfficer, SecondSigner, Researcher, Auditor],
        [SeeProvisionCases] = [CaseManager, IncomeOfficer],
        [ApplyForProvision] = [CaseManager],
        [DecideProvision] = [IncomeOfficer],
        [PayProvision] = [IncomeOfficer],
        [HandOverProvision] = [CaseManager, IncomeOfficer],
        [GuideProvision] = [CaseManager],
        [DeliverProvisionCounts] = [ProjectLead],
        [SettleMonths] = [IncomeOfficer],
        [SeeStatements] = [IncomeOfficer],
        [ChooseRules] = [IncomeOfficer],
        [ApproveByHand] = [IncomeOfficer, ProjectLead],
    };

    private static readonly (Role, Role)[] Forbidden =
    [
        (ProjectLead, DrawOfficer),
        (DrawOfficer, CaseManager),
        (ProjectLead, SecondSigner),
        (DrawOfficer, SecondSigner),
    ];

    public static IReadOnlyCollection<Role> RolesFor(Permission permission) => Table[permission];

    public static bool Allows(IEnumerable<Role> roles, Permission permission) =>
        roles.Any(r => Table[permission].Contains(r));

    /// <summary>The pairs within <paramref name="roles"/> that one account may not hold together.</summary>
    public static IReadOnlyList<(Role, Role)> ForbiddenPairs(IReadOnlyCollection<Role> roles) =>
        [.. Forbidden.Where(pair => roles.Contains(pair.Item1) && roles.Contains(pair.Item2))];
}
