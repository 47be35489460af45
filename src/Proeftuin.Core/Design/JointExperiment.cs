// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>How far the agreement between two municipalities to run one experiment together has come.</summary>
public enum JointState
{
    /// <summary>The lead municipality asked; the other one has not answered.</summary>
    Proposed,

    /// <summary>Both agreed: one protocol, one draw plan, people and roles apart.</summary>
    Accepted,

    /// <summary>The other municipality said no.</summary>
    Declined,
}

/// <summary>One experiment of two municipalities: the lead proposes, the partner answers. Neither ever sees the other's people.</summary>
public static class JointExperiment
{
    /// <summary>Whether the lead may ask this partner. Refuses a protocol that names one municipality only, the own municipality and asking twice.</summary>
    public static Outcome<JointState> Propose(Protocol protocol, bool isOwnMunicipality, bool wasAskedBefore) =>
        protocol.Municipalities.Count < 2 ? new ProtocolOfOneMunicipality(protocol.Name)
        : isOwnMunicipality ? new OwnMunicipalityInvited()
        : wasAskedBefore ? new InvitedBefore()
        : JointState.Proposed;

    /// <summary>The partner's answer. Refuses a second answer, and an answer by the account that asked.</summary>
    public static Outcome<JointState> Answer(JointState state, bool accept, bool isSameAccount) =>
        state != JointState.Proposed ? new InvitationAnswered()
        : isSameAccount ? new SameAccountOnBothSides()
        : accept ? JointState.Accepted
        : JointState.Declined;
}

/// <summary>The protocol names one municipality, so there is nobody to do it with.</summary>
public sealed record ProtocolOfOneMunicipality(string Name) : Refusal
{
    public override string Message =>
        $"Het protocol van {Name} noemt maar één gemeente. Zet de andere gemeente bij 'gemeenten' in het protocol en nodig haar daarna uit.";
}

/// <summary>The lead municipality invited itself.</summary>
public sealed record OwnMunicipalityInvited : Refusal
{
    public override string Message => "Dit is uw eigen gemeente. Vul de naam van de andere gemeente in.";
}

/// <summary>The municipality was invited for this experiment before.</summary>
public sealed record InvitedBefore : Refusal
{
    public override string Message => "Deze gemeente is al uitgenodigd voor dit experiment.";
}

/// <summary>The invitation was answered before.</summary>
public sealed record InvitationAnswered : Refusal
{
    public override string Message => "Deze uitnodiging is al beantwoord. Een antwoord verandert niet meer.";
}

/// <summary>One account may not ask and answer.</summary>
public sealed record SameAccountOnBothSides : Refusal
{
    public override string Message =>
        "U hebt zelf uitgenodigd. De projectleider van de andere gemeente moet met een eigen account antwoorden.";
}
