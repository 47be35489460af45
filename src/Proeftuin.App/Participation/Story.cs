// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Stored lines in the words of Core, and a standing in the columns of the row.</summary>
internal static class Story
{
    public static ParticipationEvent Line(ParticipationEventRow row) =>
        new()
        {
            Sequence = row.Sequence,
            Act = row.Act,
            On = row.On,
            RecordedAt = row.RecordedAt,
            Arm = row.Arm,
            RulesSha256 = row.RulesSha256,
            StartsOn = row.StartsOn,
            ClosesOn = row.ClosesOn,
            Data = row.Data,
            CaseManager = row.CaseManagerId,
            Rank = row.Rank,
            Retracts = row.Retracts,
        };

    public static void Show(ParticipantRow row, Standing standing)
    {
        row.State = standing.State;
        row.RulesArm = standing.RulesArm;
        row.InvitedOn = standing.InvitedOn;
        row.RemindedOn = standing.RemindedOn;
        row.ClosesOn = standing.ClosesOn;
        row.AnsweredOn = standing.AnsweredOn;
        row.ConsentedOn = standing.ConsentedOn;
        row.StartsOn = standing.StartsOn;
        row.StoppedOn = standing.StoppedOn;
        row.Data = standing.Data;
        row.DataWithdrawnOn = standing.DataWithdrawnOn;
        row.FollowedUntil = standing.FollowedUntil;
        row.CaseManagerId = standing.CaseManager;
        row.WaitingRank = standing.WaitingRank;
    }
}
