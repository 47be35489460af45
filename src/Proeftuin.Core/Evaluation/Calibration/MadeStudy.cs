// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Core.Evaluation.Calibration;

/// <summary>
/// Made-up people for one rehearsal, given their lots. Distance to work and a keenness that no register knows move both the chance to say yes and the chance
/// to leave for work, so that who takes part is no sample of who was drawn. The same people twice: without and with the effect.
/// </summary>
internal static class MadeStudy
{
    private static readonly DateOnly Lot = new(2017, 9, 15);
    private static readonly DateOnly Start = new(2017, 10, 1);
    private static readonly DateOnly Count = new(2019, 10, 1);
    private static readonly string[] Distances = ["klein", "middel", "groot"];
    private static readonly string[] Educations = ["basis", "laag", "midden", "hoog"];

    public static (StudyData Without, StudyData With) Of(
        CalibrationQuestion question,
        IReadOnlyList<string?> arms,
        int rehearsal
    )
    {
        var random = Xoshiro256.Stream(question.Seed, (ulong)rehearsal);
        var people = new Made[arms.Count];
        for (var i = 0; i < people.Length; i++)
        {
            people[i] = Person(question, arms[i], i, random);
        }

        Divide(question, people, random);
        return (Study(question, people, 0), Study(question, people, question.Effect));
    }

    private sealed class Made
    {
        public required StudyPerson Row { get; init; }
        public required double Chance { get; init; }
        public required double Luck { get; init; }
        public required int ExitAfter { get; init; }
        public required bool Stops { get; init; }
        public bool Begins { get; set; }
    }

    private static Made Person(CalibrationQuestion question, string? arm, int number, Xoshiro256 random)
    {
        var distance = random.Below(3);
        // keen 0.5, not keen -0.5; near 0.5, far -0.5: both have mean nought, so the mean chances are those of the question
        var lean = (1 - distance) * 0.5 + (random.Below(2) - 0.5) * 0.6;
        var person = new StudyPerson
        {
            Pseudonym = $"p{number:00000}",
            Unit = $"e{number:00000}",
            Arm = arm,
            Draw = arm is null ? null : "loting",
            FollowedFrom = Lot,
            Traits = new(
                27 + random.Below(37),
                random.Below(2) == 0 ? "man" : "vrouw",
                Educations[random.Below(4)],
                1 + random.Below(120),
                Distances[distance]
            ),
        };
        var takesPart = arm is not null && question.Protocol.ArmOf(arm).TakesPart;
        var says = random.Uniform() < question.TakeUp * (1 + 0.6 * lean);
        return new Made
        {
            Row = person with { DataWithdrawn = random.Uniform() < question.Missing && arm is not null },
            Chance = question.Expected * (1 + lean),
            Luck = random.Uniform(),
            ExitAfter = 1 + random.Below(Count.DayNumber - Start.DayNumber),
            Stops = random.Uniform() < question.Stops,
            Begins = takesPart && says,
        };
    }

    /// <summary>Where more say yes than there are places, lots decide.</summary>
    private static void Divide(CalibrationQuestion question, Made[] people, Xoshiro256 random)
    {
        foreach (var arm in question.Protocol.Arms.Select(a => a.Code))
        {
            if (question.PlacesOf(arm) is not { } places)
            {
                continue;
            }

            var yes = Array.FindAll(people, p => p.Begins && string.Equals(p.Row.Arm, arm, StringComparison.Ordinal));
            random.Shuffle<Made>(yes);
            foreach (var waiting in yes.Skip(places))
            {
                waiting.Begins = false;
            }
        }
    }

    private static StudyData Study(CalibrationQuestion question, Made[] people, double effect) =>
        new()
        {
            Experiment = question.Protocol.Slug,
            ProtocolSha256 = "",
            CountDate = Count,
            KnownOn = Count,
            FollowedFrom = Lot,
            Months = [],
            Reasons = [],
            People = Array.ConvertAll(people, p => Lived(question, p, effect)),
        };

    private static StudyPerson Lived(CalibrationQuestion question, Made made, double effect)
    {
        var helped =
            made.Begins && question.Protocol.ArmOf(made.Row.Arm!).Kind is not (ArmKind.Control or ArmKind.Reference);
        var left = made.Luck < made.Chance + (helped ? effect : 0);
        var exit = left ? Start.AddDays(made.ExitAfter) : (DateOnly?)null;
        return made.Row with
        {
            StartsOn = made.Begins ? Start : null,
            StoppedOn = made.Begins && made.Stops ? Start.AddDays(180) : null,
            OutcomeKnown = !made.Row.DataWithdrawn,
            OnBenefit = made.Row.DataWithdrawn ? null : !left,
            FirstExit = exit,
            WorkExit = exit,
            WorkExitSinceStart = made.Begins ? exit : null,
        };
    }
}
