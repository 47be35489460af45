// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Participation;

/// <summary>How far someone who was drawn has come. Everyone drawn is in exactly one of these on every day.</summary>
public enum ParticipationState
{
    /// <summary>Geloot: has a lot and has heard nothing yet. The reference group stays here.</summary>
    Drawn,

    /// <summary>Uitgenodigd: the letter was sent.</summary>
    Invited,

    /// <summary>Wil niet: said no.</summary>
    Declined,

    /// <summary>Geen antwoord: the closing date passed in silence.</summary>
    NoReply,

    /// <summary>Aangemeld: said yes in writing; no place yet.</summary>
    Consented,

    /// <summary>Toegelaten: has a place and waits for the own start.</summary>
    Admitted,

    /// <summary>Wachtlijst: said yes when there were too few places.</summary>
    Waiting,

    /// <summary>Doet mee: the own start has come.</summary>
    Active,

    /// <summary>Gestopt: left of their own will.</summary>
    Withdrawn,

    /// <summary>Beëindigd: the municipality ended it, with a reason.</summary>
    Ended,

    /// <summary>Afgerond: took part until the end.</summary>
    Completed,
}

/// <summary>What can happen to someone who was drawn. <see cref="Retract"/> takes back an earlier line; nothing is overwritten.</summary>
public enum ParticipationAct
{
    Invite,
    Remind,
    AttendMeeting,
    Consent,
    Choose,
    Decline,
    CloseWithoutReply,
    Admit,
    PutOnWaitingList,
    CallUp,
    Start,
    Withdraw,
    End,
    Complete,
    DecideOnData,
    AssignCaseManager,
    Retract,
}

/// <summary>What may be done with someone's data after they stopped or objected.</summary>
public enum DataChoice
{
    /// <summary>Keep following: the administration's outcomes go on.</summary>
    KeepFollowing,

    /// <summary>Use what is known until that day, and nothing later.</summary>
    UseUntilNow,

    /// <summary>Withdraw everything: the person stays as a count with the outcome missing.</summary>
    WithdrawData,
}

/// <summary>How a consent came in.</summary>
public enum ConsentChannel
{
    /// <summary>A signed paper form.</summary>
    Paper,

    /// <summary>Digital, with the help of an employee.</summary>
    DigitalWithHelp,
}

/// <summary>Help that somebody got when they were informed or filled in the form.</summary>
public enum HelpGiven
{
    None,
    Interpreter,
    HelpWithForm,
    InterpreterAndForm,
}
