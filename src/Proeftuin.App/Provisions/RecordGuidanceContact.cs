// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Writes down a contact within the guidance: the day, the form of the protocol and how long it took.</summary>
public sealed class RecordGuidanceContact(Work work, TimeProvider clock)
{
    private const int MostMinutes = 600;

    public sealed record Command(string Experiment, Guid Case, DateOnly On, string Form, int Minutes);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Change<GuidanceRow>(
            new(Permission.GuideProvision, command.Experiment, "begeleiding.contact", "Contact in de begeleiding"),
            command.Case,
            actor,
            (db, scope, row) =>
            {
                var design = scope.Has(d => d.Guidance, "intensieve begeleiding");
                List<Refusal> why = [.. design.Why, .. design.Match(d => Problems(command, row, d.Forms), _ => [])];
                if (why.Count == 0)
                {
                    db.Add(
                        new GuidanceContactRow
                        {
                            GuidanceId = row.Id,
                            Line = ++row.Lines,
                            MunicipalityId = row.MunicipalityId,
                            ExperimentId = row.ExperimentId,
                            On = command.On,
                            Form = command.Form,
                            Minutes = command.Minutes,
                            RecordedAt = clock.GetUtcNow(),
                            RecordedBy = actor.AccountId,
                        }
                    );
                }

                return Task.FromResult<IReadOnlyList<Refusal>>(why);
            },
            ct
        );

    private IEnumerable<Refusal> Problems(Command command, GuidanceRow row, IReadOnlyList<string> forms)
    {
        if (row.EndedOn < command.On)
        {
            yield return new GuidanceEnded(row.EndedOn.Value);
        }

        if (command.On > clock.Today())
        {
            yield return new DayStillToCome(command.On);
        }

        if (command.On < row.StartedOn)
        {
            yield return new DaysInWrongOrder("het begin van de begeleiding", "Het contact");
        }

        if (!forms.Contains(command.Form, StringComparer.Ordinal))
        {
            yield return new NotInProtocol("vorm van contact", command.Form, forms);
        }

        if (command.Minutes is < 1 or > MostMinutes)
        {
            yield return new MinutesNotUsable(MostMinutes);
        }
    }
}

/// <summary>A number of minutes that a contact cannot take.</summary>
public sealed record MinutesNotUsable(int Most) : Refusal
{
    public override string Message => $"Vul een aantal minuten in van 1 tot en met {Most}.";
}
