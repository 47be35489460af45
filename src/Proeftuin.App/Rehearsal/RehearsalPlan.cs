// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Rehearsal;

/// <summary>A rehearsal that can be played: the protocol with everything it needs, the assumptions, the seed, and how large and long.</summary>
public sealed record RehearsalPlan
{
    public const int LeastHouseholds = 50;
    public const int MostHouseholds = 20_000;
    public const int MostMonths = 60;

    private RehearsalPlan() { }

    public required ProtocolText Text { get; init; }
    public required Protocol Protocol { get; init; }
    public required Assumptions Assumed { get; init; }
    public required MakerProfile Profile { get; init; }
    public required long Seed { get; init; }
    public required int Households { get; init; }

    /// <summary>The months that are played, from the first day of the experiment.</summary>
    public required int Months { get; init; }
    public required DateOnly Start { get; init; }

    /// <summary>The day on which the tables are made: the count date, or the end of what is played when that comes first.</summary>
    public required DateOnly CountDate { get; init; }

    /// <summary>Refuses a protocol in which nobody is drawn or that leaves open what the play needs, faulty assumptions, and sizes out of reach.</summary>
    public static Outcome<RehearsalPlan> Of(
        ProtocolText text,
        string? assumptions,
        long seed,
        int households,
        int? months = null
    ) =>
        households is < LeastHouseholds or > MostHouseholds ? new RehearsalTooLarge(households)
        : months is < 1 or > MostMonths ? new RehearsalTooLong(months.Value)
        : ProtocolFile
            .Read(text)
            .Then(protocol =>
                AssumptionsFile
                    .Read(assumptions ?? AssumptionsFile.Shipped(protocol.Slug), protocol)
                    .Then(assumed => Complete(text, protocol, assumed, seed, households, months))
            );

    private static Outcome<RehearsalPlan> Complete(
        ProtocolText text,
        Protocol protocol,
        Assumptions assumed,
        long seed,
        int households,
        int? months
    ) =>
        protocol
            .Run.OrRefuse("wanneer het experiment begint en eindigt")
            .Then(run =>
                protocol
                    .Exclusions.OrRefuse("wie niet mag meedoen")
                    .Then(_ => PlanFromProtocol.Cohort(protocol, run.From.Year, 1))
                    .Map(_ =>
                    {
                        var whole = ExperimentPeriod.MonthsIn(run.From, run.Before);
                        var played = Math.Min(months ?? whole, whole);
                        var until = run.From.AddMonths(played);
                        var count = protocol.CountDate.Match(day => day, _ => run.Before);
                        return new RehearsalPlan
                        {
                            Text = text,
                            Protocol = protocol,
                            Assumed = assumed,
                            Profile = MakerProfile.For(protocol, run.From),
                            Seed = seed,
                            Households = households,
                            Months = played,
                            Start = run.From,
                            CountDate = count < until ? count : until,
                        };
                    })
            );
}

/// <summary>A rehearsal has between 50 and 20,000 households.</summary>
public sealed record RehearsalTooLarge(int Households) : Refusal
{
    public override string Message =>
        $"Een proefdraai heeft {Dutch.Count(RehearsalPlan.LeastHouseholds)} tot en met {Dutch.Count(RehearsalPlan.MostHouseholds)} huishoudens; {Dutch.Count(Households)} kan niet.";
}

/// <summary>A rehearsal lasts between one month and five years.</summary>
public sealed record RehearsalTooLong(int Months) : Refusal
{
    public override string Message =>
        $"Een proefdraai duurt 1 tot en met {RehearsalPlan.MostMonths} maanden; {Dutch.Count(Months)} kan niet.";
}
