// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Design;

/// <summary>Says that an item of an experiment's agenda is done, or that it is not done after all.</summary>
public sealed class MarkAgendaItem(Work work, TimeProvider clock)
{
    /// <summary><paramref name="DoneOn"/> null takes an earlier mark back.</summary>
    public sealed record Command(string Slug, string Item, DateOnly? DoneOn, Reason Reason);

    public Task<Outcome<bool>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<bool>(
            actor,
            Permission.DesignExperiment,
            async (db, entry) =>
            {
                var found = await RecordedProtocol.Latest(db, command.Slug, ct);
                if (found is not Outcome<RecordedProtocol>.Done { Value: var recorded })
                {
                    return new Outcome<bool>.Refused(found.Why);
                }

                var agenda = await SeeAgenda.Of(db, recorded, clock, ct);
                if (agenda.Items.SingleOrDefault(i => i.Key == command.Item) is not { } item)
                {
                    return new NoSuchAgendaItem(command.Item);
                }

                if (AgendaMarks.Seen.Contains(item.Key, StringComparer.Ordinal))
                {
                    return new SeenByProeftuin(item.What);
                }

                var now = clock.GetUtcNow();
                if (command.DoneOn > DateOnly.FromDateTime(now.LocalDateTime))
                {
                    return new DoneInTheFuture(command.DoneOn.Value);
                }

                if (item.DoneOn == command.DoneOn)
                {
                    return false;
                }

                db.Add(
                    new AgendaMarkRow
                    {
                        Id = Guid.CreateVersion7(),
                        MunicipalityId = actor.MunicipalityId,
                        ExperimentId = recorded.ExperimentId,
                        Item = item.Key,
                        DoneOn = command.DoneOn,
                        RecordedAt = now,
                        RecordedBy = actor.AccountId,
                    }
                );
                entry.Record(
                    command.DoneOn is null ? "tijdpad.heropend" : "tijdpad.afgerond",
                    $"experiment/{recorded.Slug}/tijdpad/{item.Key}",
                    command.Reason
                );
                return true;
            },
            ct
        );
}

/// <summary>The experiment's agenda holds no such item.</summary>
public sealed record NoSuchAgendaItem(string Item) : Refusal
{
    public override string Message =>
        $"In het tijdpad staat geen onderdeel '{Item}'. Misschien is het protocol intussen gewijzigd; kies het opnieuw in het overzicht.";
}

/// <summary>The administration itself shows whether this is done.</summary>
public sealed record SeenByProeftuin(string What) : Refusal
{
    public override string Message => $"'{What}' hoeft u niet af te vinken: Proeftuin ziet zelf wanneer dit is gedaan.";
}

/// <summary>Something cannot be done on a day that has yet to come.</summary>
public sealed record DoneInTheFuture(DateOnly On) : Refusal
{
    public override string Message =>
        $"{Dutch.Date(On)} ligt in de toekomst. Vul de dag in waarop het is gedaan, uiterlijk vandaag.";
}
