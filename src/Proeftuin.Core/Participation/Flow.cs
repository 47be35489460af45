// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Participation;

/// <summary>People who were drawn into one arm and stand alike, with their number.</summary>
public readonly record struct FlowGroup(
    string Arm,
    ParticipationState State,
    bool SaidYes,
    bool Began,
    bool DataWithdrawn,
    int Count
)
{
    public static FlowGroup Of(string arm, Standing standing) =>
        new(
            arm,
            standing.State,
            standing.ConsentedOn is not null,
            standing.Began,
            standing.DataWithdrawnOn is not null,
            1
        );
}

/// <summary>The flow of everyone drawn into one arm, in persons. Each person is in exactly one of the leaves; every total is the sum of what stands under it.</summary>
public sealed record ArmFlow(string Arm)
{
    /// <summary>Not written to (yet); the whole reference arm.</summary>
    public int NotInvited { get; init; }

    public int Declined { get; init; }

    public int NoReply { get; init; }

    /// <summary>Invited and still within the time to answer.</summary>
    public int Undecided { get; init; }

    public int WaitingList { get; init; }

    /// <summary>Said yes; a place or the own start has yet to come.</summary>
    public int BeforeStart { get; init; }

    public int StoppedBeforeStart { get; init; }

    public int EndedBeforeStart { get; init; }

    public int Active { get; init; }

    public int Stopped { get; init; }

    public int Ended { get; init; }

    public int Completed { get; init; }

    /// <summary>Among everyone drawn: the data are withdrawn, so the outcome is missing.</summary>
    public int DataWithdrawn { get; init; }

    public int Started => Active + Stopped + Ended + Completed;

    public int Consented => WaitingList + BeforeStart + StoppedBeforeStart + EndedBeforeStart + Started;

    public int Invited => Declined + NoReply + Undecided + Consented;

    public int Drawn => NotInvited + Invited;

    /// <summary>Everyone drawn whose outcome may be used: also who said no, did not answer or stopped.</summary>
    public int Analysed => Drawn - DataWithdrawn;

    internal ArmFlow Plus(FlowGroup group)
    {
        var n = group.Count;
        var flow = this with { DataWithdrawn = DataWithdrawn + (group.DataWithdrawn ? n : 0) };
        return group.State switch
        {
            ParticipationState.Drawn => flow with { NotInvited = NotInvited + n },
            ParticipationState.Invited => flow with { Undecided = Undecided + n },
            ParticipationState.Declined => flow with { Declined = Declined + n },
            ParticipationState.NoReply => flow with { NoReply = NoReply + n },
            ParticipationState.Consented or ParticipationState.Admitted => flow with { BeforeStart = BeforeStart + n },
            ParticipationState.Waiting => flow with { WaitingList = WaitingList + n },
            ParticipationState.Active => flow with { Active = Active + n },
            ParticipationState.Withdrawn when group.Began => flow with { Stopped = Stopped + n },
            ParticipationState.Withdrawn => flow with { StoppedBeforeStart = StoppedBeforeStart + n },
            ParticipationState.Ended when group.Began => flow with { Ended = Ended + n },
            ParticipationState.Ended => flow with { EndedBeforeStart = EndedBeforeStart + n },
            ParticipationState.Completed => flow with { Completed = Completed + n },
        };
    }

    public static ArmFlow operator +(ArmFlow a, ArmFlow b) =>
        a with
        {
            NotInvited = a.NotInvited + b.NotInvited,
            Declined = a.Declined + b.Declined,
            NoReply = a.NoReply + b.NoReply,
            Undecided = a.Undecided + b.Undecided,
            WaitingList = a.WaitingList + b.WaitingList,
            BeforeStart = a.BeforeStart + b.BeforeStart,
            StoppedBeforeStart = a.StoppedBeforeStart + b.StoppedBeforeStart,
            EndedBeforeStart = a.EndedBeforeStart + b.EndedBeforeStart,
            Active = a.Active + b.Active,
            Stopped = a.Stopped + b.Stopped,
            Ended = a.Ended + b.Ended,
            Completed = a.Completed + b.Completed,
            DataWithdrawn = a.DataWithdrawn + b.DataWithdrawn,
        };
}

/// <summary>The flow of everyone drawn on a day (CONSORT), per arm in the order of the protocol and together. Counts persons, whatever the unit of the draw.</summary>
public sealed record Flow(IReadOnlyList<ArmFlow> Arms)
{
    public ArmFlow Together => Arms.Aggregate(new ArmFlow(""), (sum, arm) => sum + arm);

    /// <summary>Counts the groups into the arms. An arm that nobody was drawn into stays out of the flow.</summary>
    public static Flow Of(IReadOnlyList<string> arms, IEnumerable<FlowGroup> groups)
    {
        var flows = new Dictionary<string, ArmFlow>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            flows[group.Arm] = flows.GetValueOrDefault(group.Arm, new ArmFlow(group.Arm)).Plus(group);
        }

        var others = flows.Keys.Except(arms, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new Flow([.. arms.Concat(others).Where(flows.ContainsKey).Select(arm => flows[arm])]);
    }
}

/// <summary>What came before the lot, in persons: the register, who was excluded on exactly one ground and who on several, who could not be judged, who was drawn in an earlier round, and who got no lot.</summary>
public sealed record BeforeTheLot
{
    public required int InRegister { get; init; }

    /// <summary>Ground code with the number it alone excludes, in the order of the protocol.</summary>
    public required IReadOnlyList<(string Ground, int Persons)> OnOneGround { get; init; }

    public required int OnSeveralGrounds { get; init; }

    public required int Undetermined { get; init; }

    public required int DrawnEarlier { get; init; }

    public required int Drawn { get; init; }

    public int Excluded => OnOneGround.Sum(g => g.Persons) + OnSeveralGrounds;

    /// <summary>In the target group and free for this draw, but without a lot.</summary>
    public int NotDrawn => InRegister - Excluded - Undetermined - DrawnEarlier - Drawn;
}
