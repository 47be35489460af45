// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Evaluation.Calibration;

namespace Proeftuin.App.Evaluation;

/// <summary>Plays a protocol's own draw many times with made-up people, in memory: the same lottery and the same estimators as in a real experiment, no database.</summary>
public static class Calibrate
{
    /// <summary>People outside the sample, so that there is somebody to compare participants with.</summary>
    private const int Outside = 400;

    public static Outcome<Calibrated> Handle(
        CalibrationQuestion asked,
        int rehearsals,
        IProgress<long>? progress,
        CancellationToken ct
    ) =>
        asked
            .Checked()
            .Then(question => Frame(question.Protocol).Map(frame => (question, frame.Plan, frame.Frame)))
            .Then(ready => Play(ready.question, ready.Plan, ready.Frame, rehearsals, progress, ct));

    private static Outcome<Calibrated> Play(
        CalibrationQuestion question,
        DrawPlan plan,
        Frame frame,
        int rehearsals,
        IProgress<long>? progress,
        CancellationToken ct
    )
    {
        var said = new IReadOnlyList<IReadOnlyList<Said>>[rehearsals];
        var first = Lottery.Conduct(plan, frame, KeyOf(question, plan, frame, 0));
        if (!first.IsDone)
        {
            return new Outcome<Calibrated>.Refused(first.Why);
        }

        var done = 0L;
        Parallel.For(
            0,
            rehearsals,
            new ParallelOptions { CancellationToken = ct },
            r =>
            {
                var lots = Lottery.Conduct(plan, frame, KeyOf(question, plan, frame, r)).OrThrow();
                var arms = new string?[lots.Count];
                for (var i = 0; i < arms.Length; i++)
                {
                    arms[i] = lots.ArmOf(i) is var arm && arm == Token.None ? null : arm;
                }

                said[r] = Calibrating.One(question, arms, r);
                progress?.Report(Interlocked.Increment(ref done));
            }
        );
        return Calibrated.Of(question, said);
    }

    /// <summary>Each rehearsal has an entropy of its own; the rest of the draw key is that of this seed.</summary>
    private static DrawKey KeyOf(CalibrationQuestion question, DrawPlan plan, Frame frame, int rehearsal) =>
        DrawKey.Of(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"ijking-{question.Seed}")),
            plan.Id.ToString(),
            frame.ManifestSha256,
            rehearsal.ToString(CultureInfo.InvariantCulture)
        );

    private static Outcome<(DrawPlan Plan, Frame Frame)> Frame(Protocol protocol) =>
        PlanFromProtocol
            .Cohort(protocol, protocol.Run.Match(run => run.From.Year, _ => 2017), 1)
            .Then(plan =>
                PeopleIn(protocol)
                    .Then(people =>
                        Core.Draw.Frame.Of(
                            Enumerable
                                .Range(0, people)
                                .Select(i => new FrameUnit(
                                    string.Create(CultureInfo.InvariantCulture, $"u{i:00000}"),
                                    plan.Strata[i % plan.Strata.Count]
                                ))
                        )
                    )
                    .Map(frame => (plan, frame))
            );

    private static Outcome<int> PeopleIn(Protocol protocol) =>
        protocol.Draw is not { } draw ? new NothingToDraw(protocol.Name)
        : draw.Sample is { } sample ? sample.OrRefuse("hoeveel mensen worden geloot").Map(n => n + Outside)
        : draw.Population.OrRefuse("hoeveel mensen een lot krijgen");
}
