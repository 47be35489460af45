// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;

namespace Proeftuin.Core.Participation;

/// <summary>What states and acts are called on a screen.</summary>
public static class ParticipationWords
{
    public static string Dutch(this ParticipationState state) =>
        state switch
        {
            ParticipationState.Drawn => "geloot",
            ParticipationState.Invited => "uitgenodigd",
            ParticipationState.Declined => "wil niet",
            ParticipationState.NoReply => "geen antwoord",
            ParticipationState.Consented => "aangemeld",
            ParticipationState.Admitted => "toegelaten",
            ParticipationState.Waiting => "wachtlijst",
            ParticipationState.Active => "doet mee",
            ParticipationState.Withdrawn => "gestopt",
            ParticipationState.Ended => "beëindigd door de gemeente",
            ParticipationState.Completed => "afgerond",
        };

    public static string Dutch(this ParticipationAct act) =>
        act switch
        {
            ParticipationAct.Invite => "uitnodigen",
            ParticipationAct.Remind => "herinneren",
            ParticipationAct.AttendMeeting => "een bijeenkomst noteren",
            ParticipationAct.Consent => "aanmelden",
            ParticipationAct.Choose => "een keuze vastleggen",
            ParticipationAct.Decline => "afzeggen",
            ParticipationAct.CloseWithoutReply => "geen antwoord vastleggen",
            ParticipationAct.Admit => "toelaten",
            ParticipationAct.PutOnWaitingList => "op de wachtlijst zetten",
            ParticipationAct.CallUp => "oproepen van de wachtlijst",
            ParticipationAct.Start => "starten",
            ParticipationAct.Withdraw => "stoppen",
            ParticipationAct.End => "deelname beëindigen",
            ParticipationAct.Complete => "afronden",
            ParticipationAct.DecideOnData => "over gegevens beslissen",
            ParticipationAct.AssignCaseManager => "een klantmanager toewijzen",
            ParticipationAct.Retract => "een regel intrekken",
        };

    /// <summary>How everyone who was asked is called in the flow: written to after the lot, or on the list before it (Oss).</summary>
    public static string Approached(this Protocol protocol) =>
        protocol.EnrolBeforeTheLot ? "vooraf aangemeld" : "uitgenodigd";

    /// <summary>What happened, as a line in the story of a person.</summary>
    public static string Happened(this ParticipationAct act) =>
        act switch
        {
            ParticipationAct.Invite => "Uitgenodigd",
            ParticipationAct.Remind => "Herinnerd",
            ParticipationAct.AttendMeeting => "Bij een bijeenkomst geweest",
            ParticipationAct.Consent => "Aangemeld",
            ParticipationAct.Choose => "Andere keuze gemaakt",
            ParticipationAct.Decline => "Wil niet meedoen",
            ParticipationAct.CloseWithoutReply => "Geen antwoord binnen de termijn",
            ParticipationAct.Admit => "Toegelaten",
            ParticipationAct.PutOnWaitingList => "Op de wachtlijst",
            ParticipationAct.CallUp => "Opgeroepen van de wachtlijst",
            ParticipationAct.Start => "Begonnen",
            ParticipationAct.Withdraw => "Gestopt",
            ParticipationAct.End => "Deelname door de gemeente beëindigd",
            ParticipationAct.Complete => "Afgerond",
            ParticipationAct.DecideOnData => "Besluit over gegevens",
            ParticipationAct.AssignCaseManager => "Klantmanager toegewezen",
            ParticipationAct.Retract => "Regel ingetrokken",
        };

    public static string Dutch(this DataChoice choice) =>
        choice switch
        {
            DataChoice.KeepFollowing => "gegevens mogen verder worden gevolgd",
            DataChoice.UseUntilNow => "gegevens gebruiken tot die dag, daarna niet meer",
            DataChoice.WithdrawData => "alle gegevens uit het onderzoek; alleen het aantal blijft",
        };

    public static string Dutch(this ConsentChannel channel) =>
        channel switch
        {
            ConsentChannel.Paper => "papier",
            ConsentChannel.DigitalWithHelp => "digitaal met hulp",
        };

    public static string Dutch(this HelpGiven help) =>
        help switch
        {
            HelpGiven.None => "geen hulp",
            HelpGiven.Interpreter => "tolk",
            HelpGiven.HelpWithForm => "hulp bij het formulier",
            HelpGiven.InterpreterAndForm => "tolk en hulp bij het formulier",
        };
}
