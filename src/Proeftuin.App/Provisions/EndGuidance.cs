// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Ends the guidance: handed over to a team of the protocol, to work, or stopped.</summary>
public sealed class EndGuidance(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, Guid Case, DateOnly On, GuidanceEnd End, string? Team);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Change<GuidanceRow>(
            new(Permission.GuideProvision, command.Experiment, "begeleiding.beëindigd", "Begeleiding beëindigd"),
            command.Case,
            actor,
            (_, scope, row) =>
            {
                var design = scope.Has(d => d.Guidance, "intensieve begeleiding");
                List<Refusal> why = [.. design.Why, .. design.Match(d => Problems(command, row, d.Teams), _ => [])];
                if (why.Count == 0)
                {
                    (row.EndedOn, row.End) = (command.On, command.End);
                    row.Team = command.End is GuidanceEnd.HandedOver ? command.Team : null;
                }

                return Task.FromResult<IReadOnlyList<Refusal>>(why);
            },
            ct
        );

    private IEnumerable<Refusal> Problems(Command command, GuidanceRow row, IReadOnlyList<string> teams)
    {
        if (row.EndedOn is { } ended)
        {
            yield return new GuidanceEnded(ended);
        }

        if (command.On > clock.Today())
        {
            yield return new DayStillToCome(command.On);
        }

        if (command.On < row.StartedOn)
        {
            yield return new DaysInWrongOrder("het begin van de begeleiding", "Het einde");
        }

        if (command.End is GuidanceEnd.HandedOver && !teams.Contains(command.Team, StringComparer.Ordinal))
        {
            yield return new NotInProtocol("team", command.Team ?? "", teams);
        }
    }
}
