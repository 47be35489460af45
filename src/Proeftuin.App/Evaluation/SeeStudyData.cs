// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Monitoring;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Evaluation.Data;

namespace Proeftuin.App.Evaluation;

/// <summary>Shows which data sets of an experiment are frozen, hands one out, and makes one again to see that it gives the same bytes.</summary>
public sealed class SeeStudyData(Work work, KeyRing keys, TimeProvider clock)
{
    /// <summary>One frozen data set, without its lines.</summary>
    public sealed record Frozen(
        Guid Id,
        DateOnly CountDate,
        DateOnly KnownOn,
        string Title,
        string Sha256,
        int People,
        DateTimeOffset At
    );

    /// <summary>What making it again gave; the data withdrawn since then are the usual reason for a difference.</summary>
    public sealed record MadeAgain(Frozen Set, string Sha256, bool IsSame, int WithdrawnSince)
    {
        public string Message =>
            IsSame
                ? $"De dataset van {Dutch.Date(Set.CountDate)} is opnieuw gemaakt en is precies hetzelfde: {Dutch.Count(Set.People)} mensen, SHA-256 {Sha256}."
                : $"De dataset van {Dutch.Date(Set.CountDate)} is opnieuw gemaakt en is NIET hetzelfde. Bevroren is {Set.Sha256}, nu is het {Sha256}. "
                    + (
                        WithdrawnSince > 0
                            ? $"Sinds het bevriezen trokken {Dutch.Count(WithdrawnSince)} mensen hun gegevens in. Bevries opnieuw en gebruik de nieuwe dataset."
                            : "Meld dit aan de functionaris gegevensbescherming."
                    );
    }

    public Task<Outcome<IReadOnlyList<Frozen>>> List(string experiment, Actor actor, CancellationToken ct) =>
        work.Look<IReadOnlyList<Frozen>>(
            actor,
            Permission.SeeEvaluation,
            async db =>
                await Of(db, experiment)
                    .OrderByDescending(d => d.FrozenAt)
                    .Select(d => new Frozen(d.Id, d.CountDate, d.KnownOn, d.Title, d.Sha256, d.People, d.FrozenAt))
                    .ToListAsync(ct),
            ct
        );

    /// <summary>The bytes as they were frozen; who took them along stands in the ledger.</summary>
    public Task<Outcome<(Frozen Set, byte[] Document)>> Handle(
        string experiment,
        Guid id,
        Actor actor,
        CancellationToken ct
    ) =>
        work.Read<(Frozen, byte[])>(
            actor,
            Permission.FreezeStudyData,
            async (db, entry) =>
            {
                if (await Of(db, experiment).FirstOrDefaultAsync(d => d.Id == id, ct) is not { } row)
                {
                    return new NoSuchStudyData();
                }

                entry.Record(
                    "dataset.opgehaald",
                    $"experiment/{experiment}/dataset/{id}",
                    Reason.Of("Dataset onder pseudoniem opgehaald").OrThrow(),
                    row.Sha256,
                    row.People
                );
                return (About(row), row.Document);
            },
            ct
        );

    /// <summary>Makes a data set again from what was recorded before its moment, without keeping it.</summary>
    public Task<Outcome<MadeAgain>> MakeAgain(string experiment, Guid id, Actor actor, CancellationToken ct) =>
        MakeAgain(experiment, sets => sets.Where(d => d.Id == id), actor, ct);

    /// <summary>The same for the last data set frozen on a count date; without a date the last of all.</summary>
    public Task<Outcome<MadeAgain>> MakeAgain(string experiment, DateOnly? on, Actor actor, CancellationToken ct) =>
        MakeAgain(experiment, sets => sets.Where(d => on == null || d.CountDate == on), actor, ct);

    private Task<Outcome<MadeAgain>> MakeAgain(
        string experiment,
        Func<IQueryable<StudyDataRow>, IQueryable<StudyDataRow>> which,
        Actor actor,
        CancellationToken ct
    ) =>
        work.Read<MadeAgain>(
            actor,
            Permission.CheckStudyData,
            async (db, entry) =>
            {
                if (
                    await which(Of(db, experiment)).OrderByDescending(d => d.FrozenAt).FirstOrDefaultAsync(ct)
                    is not { } row
                )
                {
                    return new NoSuchStudyData();
                }

                var query = new MonitorQuery(experiment, row.CountDate, row.KnownOn);
                var found = await MonitorScope.Of(db, query, clock.Today(), ct);
                if (found is not Outcome<MonitorScope>.Done { Value: var scope })
                {
                    return new Outcome<MadeAgain>.Refused(found.Why);
                }

                // The header names the protocol of then; a later version of it changes no person.
                var then = StudyDataReading.Read(Encoding.UTF8.GetString(row.Document)).OrThrow();
                var made = await new BuildStudyData(db, scope, row.KnownBefore, keys).Make(ct);
                var document = Encoding.UTF8.GetBytes(
                    StudyDataText.Write(made with { ProtocolSha256 = then.ProtocolSha256, KnownOn = row.KnownOn })
                );
                var sha256 = Convert.ToHexStringLower(SHA256.HashData(document));
                entry.Record(
                    "dataset.nagemaakt",
                    $"experiment/{experiment}/dataset/{row.Id}",
                    Reason.Of("Nagaan of de dataset dezelfde is").OrThrow(),
                    sha256,
                    made.People.Count
                );
                return new MadeAgain(
                    About(row),
                    sha256,
                    document.AsSpan().SequenceEqual(row.Document),
                    made.People.Count(p => p.DataWithdrawn) - then.People.Count(p => p.DataWithdrawn)
                );
            },
            ct
        );

    internal static Frozen About(StudyDataRow row) =>
        new(row.Id, row.CountDate, row.KnownOn, row.Title, row.Sha256, row.People, row.FrozenAt);

    internal static IQueryable<StudyDataRow> Of(ProeftuinDb db, string experiment) =>
        db.Set<StudyDataRow>()
            .Join(
                db.Set<ExperimentRow>().Where(e => e.Slug == experiment),
                d => d.ExperimentId,
                e => e.Id,
                (d, e) => d
            );
}

/// <summary>There is no data set with this number.</summary>
public sealed record NoSuchStudyData : Refusal
{
    public override string Message => "Deze dataset bestaat niet bij dit experiment. Kies er een uit de lijst.";
}
