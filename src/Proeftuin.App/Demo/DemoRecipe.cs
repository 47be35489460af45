// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Draw;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Screening;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Demo;

/// <summary>
/// Fills an empty database with one fictional municipality per shipped protocol, through the same use cases a person
/// would use: accounts, protocol, register, screening, a draw that is published and one that is committed.
/// </summary>
public sealed class DemoRecipe(DemoStage stage)
{
    private const string Because = "Demonstratie met verzonnen personen";
    private const int Seed = 7;
    private static readonly Reason Why = Reason.Of(Because).OrThrow();

    /// <summary>The number of steps of <see cref="Play"/>, for a progress bar.</summary>
    public static int Steps => DemoTown.All.Count * 4;

    public async Task Play(DateTimeOffset today, Action<int, string> progress, CancellationToken ct)
    {
        var step = 0;
        var started = new List<(DemoTown Town, DemoStaff Staff, Protocol Protocol, Receipt FirstDraw)>();
        foreach (var town in DemoTown.All.OrderBy(t => t.Begins))
        {
            NotBefore(Morning(town.Begins));
            progress(step++, $"{town.Name}: accounts");
            var staff = await DemoStaff.Hire(town, stage, ct);
            progress(step++, $"{town.Name}: protocol");
            var protocol = await Begin(town, staff, ct);
            progress(step++, $"{town.Name}: register en screening");
            var profile = MakerProfile.For(town.Protocol).OrThrow();
            NotBefore(Morning(profile.ReferenceDate.AddDays(1)));
            var snapshot = await Deliver(town.Households, staff, profile, profile.ReferenceDate, ct);
            progress(step++, $"{town.Name}: loting");
            if (protocol.Exclusions.IsKnown && protocol.Run.IsKnown)
            {
                var screening = await Screen(staff, protocol, snapshot, ct);
                if (town.Draws)
                {
                    started.Add((town, staff, protocol, await FirstDraw(town, staff, protocol, screening, ct)));
                }
            }
        }

        // The committed draws stand at today, so that their dice have still to fall.
        NotBefore(today);
        foreach (var (town, staff, protocol, firstDraw) in started)
        {
            await SecondDraw(town, staff, protocol, firstDraw, ct);
        }

        progress(Steps, "Klaar");
    }

    private async Task<Protocol> Begin(DemoTown town, DemoStaff staff, CancellationToken ct)
    {
        var text = ShippedProtocols.Text(town.Protocol, withDemo: true);
        await stage.Use((StartExperiment use) => use.Handle(new(text, Because), staff[Role.ProjectLead], ct));
        return ProtocolFile.Read(text).OrThrow();
    }

    private Task<Guid> Screen(DemoStaff staff, Protocol protocol, Guid snapshot, CancellationToken ct)
    {
        var start = protocol.Run.Match(
            run => run.Whole.From,
            _ => throw new InvalidOperationException("The start is unknown.")
        );
        return stage.Use(
            (RunScreening use) =>
                use.Handle(new(protocol.Slug, snapshot, start, KnownOn: null, Because), staff[Role.ProjectLead], ct)
        );
    }

    private async Task<Guid> Deliver(
        int households,
        DemoStaff staff,
        MakerProfile profile,
        DateOnly on,
        CancellationToken ct
    )
    {
        var register = RegisterMaker.MakeComplete(profile, households, Seed);
        var accepted = await stage.Use(
            (ImportRegister use) =>
                use.Handle(
                    new(
                        RegisterFile.Csv(register),
                        on,
                        "Gemaakt bestand (fictief)",
                        [.. profile.Municipalities.Select(m => m.Municipality)],
                        ControlTotals.None
                    ),
                    staff[Role.ProjectLead],
                    progress: null,
                    ct
                )
        );
        return accepted.SnapshotId;
    }

    private async Task<Receipt> FirstDraw(
        DemoTown town,
        DemoStaff staff,
        Protocol protocol,
        Guid screening,
        CancellationToken ct
    )
    {
        var ceremony = new DemoCeremony(stage, staff, ct);
        var drawId = await ceremony.Commit(
            protocol.Slug,
            PlanFromProtocol.Cohort(protocol, town.Begins.Year, 1).OrThrow(),
            id => stage.Use((FreezeDraw use) => use.Handle(new(id, screening, Why), staff[Role.DrawOfficer], ct))
        );
        return await ceremony.Finish(drawId);
    }

    /// <summary>A lottery for places where the protocol has one (137 of the 200 enrolled), else a cohort of new inflow. It is committed; its dice fall tomorrow.</summary>
    private async Task SecondDraw(
        DemoTown town,
        DemoStaff staff,
        Protocol protocol,
        Receipt firstDraw,
        CancellationToken ct
    )
    {
        var ceremony = new DemoCeremony(stage, staff, ct);
        if (protocol.Draw is { PlacesLotteries: [.., var lottery] })
        {
            var enrolled = firstDraw.Rows.Where(r => r.Arm == lottery.Arm).Take(137).Select(r => r.Pseudonym);
            await ceremony.Commit(
                protocol.Slug,
                PlanFromProtocol.Places(protocol, firstDraw.Committed.Plan, lottery.Arm).OrThrow(),
                id =>
                    stage.Use(
                        (FreezeEnrolments use) =>
                            use.Handle(new(id, string.Join('\n', enrolled), Why), staff[Role.DrawOfficer], ct)
                    )
            );
            return;
        }

        var profile = MakerProfile.For(town.Protocol).OrThrow();
        var snapshot = await Deliver(town.Households + 60, staff, profile, profile.ReferenceDate.AddMonths(1), ct);
        var screening = await Screen(staff, protocol, snapshot, ct);
        await ceremony.Commit(
            protocol.Slug,
            PlanFromProtocol.Cohort(protocol, town.Begins.Year, 2).OrThrow(),
            id => stage.Use((FreezeDraw use) => use.Handle(new(id, screening, Why), staff[Role.DrawOfficer], ct))
        );
    }

    private void NotBefore(DateTimeOffset moment) =>
        stage.Clock.MoveTo(moment > stage.Clock.GetUtcNow() ? moment : stage.Clock.GetUtcNow());

    private static DateTimeOffset Morning(DateOnly day) => new(day.ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero);
}
