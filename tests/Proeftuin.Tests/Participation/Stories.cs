// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using Proeftuin.Core.Participation;

namespace Proeftuin.Tests.Participation;

/// <summary>Builds stories of people who were drawn, line by line, through the decision itself.</summary>
internal sealed class Stories
{
    public static readonly DateOnly DrawnOn = new(2017, 5, 1);
    public static readonly DateOnly Today = new(2019, 12, 31);

    public static readonly Lot Plain = new()
    {
        Arm = "ontheffing",
        DrawnOn = DrawnOn,
        Approached = true,
        ChoiceOf = [],
        Change = ChoiceChange.BeforeStart,
        EnrolBeforeTheLot = false,
        Places = null,
        RunsBefore = new DateOnly(2019, 7, 1),
    };

    private readonly Lot lot;
    private readonly List<ParticipationEvent> lines = [];

    public Stories(Lot? lot = null) => this.lot = lot ?? Plain;

    public IReadOnlyList<ParticipationEvent> Lines => lines;

    public Core.Outcome<Standing> Last { get; private set; } = Standing.Before("-");

    public Standing Latest => ParticipationHistory.Latest(lot, lines);

    public static DateOnly Day(string iso) =>
        DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Writes a line if it is accepted; <see cref="Last"/> says what happened. Written on the day itself unless said otherwise.</summary>
    public Stories Then(
        ParticipationAct act,
        string on,
        Func<ParticipationEvent, ParticipationEvent>? with = null,
        string? writtenOn = null
    )
    {
        var line = new ParticipationEvent
        {
            Sequence = lines.Count + 1,
            Act = act,
            On = Day(on),
            RecordedAt = new DateTimeOffset(Day(writtenOn ?? on).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero),
        };
        line = with is null ? line : with(line);
        Last = ParticipationHistory.Record(lot, lines, line, Today);
        if (Last.IsDone)
        {
            lines.Add(line);
        }

        return this;
    }

    public Stories Invited(string on = "2017-05-05") =>
        Then(ParticipationAct.Invite, on, l => l with { ClosesOn = Day("2017-05-27") });

    public Stories Consented(string on = "2017-05-20", string start = "2017-07-01", string? writtenOn = null) =>
        Then(
            ParticipationAct.Consent,
            on,
            l => l with { RulesSha256 = new string('a', 64), StartsOn = Day(start) },
            writtenOn
        );

    public Stories Started(string on = "2017-07-01") => Then(ParticipationAct.Start, on);

    public Stories Retracted(int sequence, string on) =>
        Then(ParticipationAct.Retract, on, l => l with { Retracts = sequence });

    public Standing On(string day, string? knownOn = null) =>
        ParticipationHistory.StandingOn(
            lot,
            lines,
            Day(day),
            new DateTimeOffset(Day(knownOn ?? "2019-12-31").AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        );
}
