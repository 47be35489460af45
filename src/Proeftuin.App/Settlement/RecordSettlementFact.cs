// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Settlement;

/// <summary>Records what the settlement needs to know of a household and the register does not tell, or retracts it. The next run of a month takes it along, for the past too.</summary>
public sealed class RecordSettlementFact(Work work, TimeProvider clock)
{
    /// <summary>One fact. <paramref name="Person"/> is 1 or 2 within the household, or null for the household; which other values are needed depends on the kind.</summary>
    public sealed record Command(
        Guid Household,
        SettlementFactKind Kind,
        int? Person,
        DateOnly? On,
        DateOnly? Until,
        int? Number,
        string? Text,
        Reason Why
    );

    private const int MostMonths = 600;

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<Guid>(
            actor,
            Permission.SettleMonths,
            async (db, entry) =>
            {
                var people = await db.Set<RegisterPersonRow>()
                    .Where(p => p.HouseholdId == command.Household)
                    .ToListAsync(ct);
                if (people.Count == 0)
                {
                    return new NoSuchHousehold();
                }

                if (Fault(command) is { } fault)
                {
                    return fault;
                }

                var person = people.LastOrDefault(p => p.Number == command.Person)?.PersonId;
                if (SettlementFactWords.IsAboutPerson(command.Kind) && person is null)
                {
                    return new SettlementFactIncomplete("Kies om wie het gaat.");
                }

                var row = new SettlementFactRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = actor.MunicipalityId,
                    HouseholdId = command.Household,
                    PersonId = SettlementFactWords.IsAboutPerson(command.Kind) ? person : null,
                    Kind = command.Kind,
                    On = command.On!.Value,
                    Until = command.Until,
                    Number = SettlementFactWords.NeedsNumber(command.Kind) ? command.Number : null,
                    Text = command.Kind is SettlementFactKind.JobEnded ? command.Text?.Trim() : null,
                    RecordedAt = clock.GetUtcNow(),
                    RecordedBy = actor.AccountId,
                };
                db.Add(row);
                entry.Record(
                    "verrekening.gegeven",
                    $"huishouden/{command.Household}",
                    command.Why,
                    dataSubject: row.PersonId
                );
                return row.Id;
            },
            ct
        );

    /// <summary>Takes a fact back; it stays to be seen.</summary>
    public Task<Outcome<Guid>> Retract(Guid household, Guid fact, Reason why, Actor actor, CancellationToken ct) =>
        work.Do<Guid>(
            actor,
            Permission.SettleMonths,
            async (db, entry) =>
            {
                var row = await db.Set<SettlementFactRow>()
                    .FirstOrDefaultAsync(f => f.Id == fact && f.HouseholdId == household && f.RetractedAt == null, ct);
                if (row is null)
                {
                    return new NoSuchSettlementFact();
                }

                (row.RetractedAt, row.RetractedBy) = (clock.GetUtcNow(), actor.AccountId);
                entry.Record(
                    "verrekening.gegeven.ingetrokken",
                    $"huishouden/{household}",
                    why,
                    dataSubject: row.PersonId
                );
                return row.Id;
            },
            ct
        );

    private static Refusal? Fault(Command command) =>
        command.On is not { } on ? new SettlementFactIncomplete("Vul de dag in.")
        : command.Until < on ? new SettlementFactIncomplete("De laatste dag ligt voor de eerste.")
        : SettlementFactWords.NeedsNumber(command.Kind) && command.Number is not (>= 0 and <= MostMonths)
            ? new SettlementFactIncomplete("Vul het aantal maanden in, als heel getal.")
        : command.Kind is SettlementFactKind.JobEnded && string.IsNullOrWhiteSpace(command.Text)
            ? new SettlementFactIncomplete("Vul de werkgever in, precies zoals hij op de loonstrook staat.")
        : null;
}

/// <summary>A fact for the settlement misses something.</summary>
public sealed record SettlementFactIncomplete(string What) : Refusal
{
    public override string Message => $"{What} Er is niets opgeslagen.";
}

/// <summary>There is no such fact, or it was retracted already.</summary>
public sealed record NoSuchSettlementFact : Refusal
{
    public override string Message => "Dit gegeven is er niet (meer). Ververs de pagina.";
}
