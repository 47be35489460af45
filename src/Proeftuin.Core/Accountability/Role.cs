// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Accountability;

/// <summary>What an account is for within one municipality. An account without a role may do nothing.</summary>
public enum Role
{
    /// <summary>Projectleider: designs, recruits, watches, reports; can never steer the draw.</summary>
    ProjectLead,

    /// <summary>Lotingsfunctionaris: conducts the draw; sees no persons.</summary>
    DrawOfficer,

    /// <summary>Tweede ondertekenaar: someone outside the project (researcher, council clerk, notary) who verifies the draw and approves annulment.</summary>
    SecondSigner,

    /// <summary>Klantmanager: own caseload.</summary>
    CaseManager,

    /// <summary>Ervaringscoach: reduced view of people who agreed.</summary>
    PeerCoach,

    /// <summary>Inkomensconsulent: earnings and settlement.</summary>
    IncomeOfficer,

    /// <summary>Onderzoeker: pseudonyms only.</summary>
    Researcher,

    /// <summary>FG of accountant: the ledger, without the content of personal files.</summary>
    Auditor,

    /// <summary>Functioneel beheerder: accounts and settings; no personal data.</summary>
    Administrator,

    /// <summary>Deelnemer: the own file.</summary>
    Participant,
}
