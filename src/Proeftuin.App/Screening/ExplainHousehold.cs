// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Screening;

/// <summary>Why one household is or is not in the target group: judged again from the same snapshot, protocol and days. This is a personal file, so reading it is recorded for each person in it.</summary>
public sealed class ExplainHousehold(Work work)
{
    /// <summary>The household's number in the benefit system, its facts, and the verdict of each unit in it.</summary>
    public sealed record View(
        string Number,
        ScreeningRow Screening,
        RegisterHousehold Household,
        IReadOnlyList<ScreenedUnit> Units,
        ScreeningRules Rules
    );

    public Task<Outcome<View>> Handle(
        string experiment,
        Guid screening,
        Guid household,
        Actor actor,
        CancellationToken ct
    ) =>
        work.Read<View>(
            actor,
            Permission.SeeHousehold,
            async (db, entry) =>
            {
                if (await ScreeningOf.Find(db, experiment, screening, ct) is not { } found)
                {
                    return new NoSuchScreening();
                }

                var row = found.Screening;
                var snapshot = await db.Set<RegisterSnapshotRow>().SingleAsync(s => s.Id == row.SnapshotId, ct);
                var register = (await RegisterSnapshot.Load(db, snapshot, household, ct)).OrThrow();
                if (register.Households is not [var facts])
                {
                    return new NotInScreening();
                }

                var protocol = await RecordedProtocol.Version(db, experiment, found.Version.Number, ct);
                var number = await db.Set<HouseholdRow>()
                    .Where(h => h.Id == household)
                    .Select(h => h.Number)
                    .SingleAsync(ct);
                foreach (var person in facts.Persons)
                {
                    entry.Record(
                        "dossier.gelezen",
                        $"screening/{screening}/huishouden/{household}",
                        Reason.Of("Uitleg van de screening bekeken").OrThrow(),
                        dataSubject: Guid.ParseExact(person.Id, "N")
                    );
                }

                return protocol
                    .Then(p => ProtocolRules.Of(p.Protocol, row.KnownOn))
                    .Then(rules =>
                        RegisterScreening
                            .Of(rules, register, row.On, StatePensionAgeFile.Shipped(), row.KnownOn)
                            .Map(result => new View(number, row, facts, result.Units, rules))
                    );
            },
            ct
        );
}
