// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Accountability;

/// <summary>One thing a role may do. Pages, endpoints and use cases name a permission, never a role; <see cref="Permissions"/> is the only table.</summary>
public enum Permission
{
    /// <summary>Create accounts, grant and withdraw roles.</summary>
    ManageAccounts,

    /// <summary>Read the ledger and recompute it; no personal content.</summary>
    ReadLedger,

    /// <summary>Erase the personal content beside a ledger line, for example after a person's request; the line itself stays.</summary>
    EraseContent,

    /// <summary>See experiments, protocols and their findings.</summary>
    SeeExperiments,

    /// <summary>Start an experiment from a protocol, amend its protocol.</summary>
    DesignExperiment,

    /// <summary>Invite another municipality into an experiment, answer such an invitation, and take over the outcome of a joint draw.</summary>
    JoinExperiments,

    /// <summary>Add the own municipality's list, as pseudonyms and strata only, to a draw that another municipality leads.</summary>
    ContributeFrame,

    /// <summary>Deliver a benefit register.</summary>
    ImportRegister,

    /// <summary>Run a screening.</summary>
    RunScreening,

    /// <summary>See the counts of a screening.</summary>
    SeeScreening,

    /// <summary>See why one household is or is not in the target group: a personal file, so reading it is a ledger event.</summary>
    SeeHousehold,

    /// <summary>Write the draw plan (concept).</summary>
    PlanDraw,

    /// <summary>Get the names and addresses with the ticket codes, for the letters.</summary>
    SendTickets,

    /// <summary>Freeze, commit, open secrets, draw and publish.</summary>
    ConductDraw,

    /// <summary>Type the public entropy, blind and each for themselves.</summary>
    EnterEntropy,

    /// <summary>Recompute the draw independently and enter the digest.</summary>
    VerifyDraw,

    /// <summary>Ask for annulment of a draw, or approve what someone else asked.</summary>
    AnnulDraw,

    /// <summary>See the state, counts and public record of a draw.</summary>
    SeeDraws,

    /// <summary>See who was drawn into which arm, after the draw.</summary>
    SeePlacements,

    /// <summary>Mark a unit that was drawn in error.</summary>
    MarkPlacement,

    /// <summary>See the people who were drawn, by name: a project lead all of them, a case manager the own caseload. Opening a file is a ledger event.</summary>
    SeeParticipants,

    /// <summary>Write down what somebody said or did: yes, no, a choice, stopping, a meeting.</summary>
    RecordParticipation,

    /// <summary>Acts for many people at once: letters, closing, places, starting, completing, and who guides whom.</summary>
    LeadParticipation,

    /// <summary>See the flow of everyone drawn as counts.</summary>
    SeeFlow,

    /// <summary>See who was drawn under a pseudonym, with the course of participation.</summary>
    SeePseudonyms,

    /// <summary>See evaluations.</summary>
    SeeEvaluation,

    /// <summary>Freeze the data of an evaluation under pseudonyms, and take them along.</summary>
    FreezeStudyData,

    /// <summary>Have a frozen data set made again, to see that the bytes are the same; shows no data.</summary>
    CheckStudyData,

    /// <summary>Deliver a month's facts: exits and returns, earnings, jobs, goals.</summary>
    ImportFacts,

    /// <summary>Report an exit or a return of one person, or correct a fact with a reason; a case manager only within the own caseload.</summary>
    RecordFacts,

    /// <summary>See the monitor: counts per group, never persons.</summary>
    SeeMonitor,

    /// <summary>Freeze the monitor on a count date.</summary>
    FreezeMonitor,

    /// <summary>See the provisions of an experiment in numbers, never persons.</summary>
    SeeProvisions,

    /// <summary>Open the files of a provision: a case manager the own ones, an income officer all. Reading is a ledger event.</summary>
    SeeProvisionCases,

    /// <summary>Write down an application, a report of a desk, an exit with its guarantee, or the use of it.</summary>
    ApplyForProvision,

    /// <summary>Decide on what somebody else wrote down.</summary>
    DecideProvision,

    /// <summary>Record the payment of what somebody else decided.</summary>
    PayProvision,

    /// <summary>Give the file of a provision to a colleague: a case manager the own ones, an income officer all.</summary>
    HandOverProvision,

    /// <summary>Guide people intensively: measurements, contacts, hand-over; only within the own files.</summary>
    GuideProvision,

    /// <summary>Deliver monthly counts of special assistance.</summary>
    DeliverProvisionCounts,

    /// <summary>Deliver income, record what the settlement needs to know, settle a month, ask a change by hand, record an objection.</summary>
    SettleMonths,

    /// <summary>See one household's settlements: a personal file, so reading it is a ledger event.</summary>
    SeeStatements,

    /// <summary>Choose what the law leaves to the municipality.</summary>
    ChooseRules,

    /// <summary>Approve or reject a change by hand that somebody else asked.</summary>
    ApproveByHand,
}
