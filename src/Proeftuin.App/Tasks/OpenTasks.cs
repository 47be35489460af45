// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Participation;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Tasks;

/// <summary>Something that waits for this person: what, where it belongs, and the page where it is done. With <paramref name="NotBefore"/> it can only be done from that moment.</summary>
public sealed record OpenTask(string What, string Where, string Address, DateTimeOffset? NotBefore = null);

/// <summary>What waits for the signed-in person, read from the state of experiments and draws; nobody keeps a list by hand.</summary>
public sealed class OpenTasks(Work work, TimeProvider clock)
{
    public Task<Outcome<IReadOnlyList<OpenTask>>> Handle(Actor actor, CancellationToken ct) =>
        work.Look<IReadOnlyList<OpenTask>>(
            actor,
            Permission.SeeExperiments,
            async db =>
            {
                var tasks = new List<OpenTask>();
                var experiments = await db.Set<ExperimentRow>().OrderBy(e => e.Name).ToListAsync(ct);
                var draws = await db.Set<DrawRow>().OrderBy(d => d.PlannedAt).ToListAsync(ct);
                if (May(actor, Permission.DesignExperiment))
                {
                    tasks.AddRange(await Preparation(db, experiments, draws, ct));
                }

                foreach (var draw in draws.Where(d => d.State is not (DrawState.Published or DrawState.Annulled)))
                {
                    var experiment = experiments.Single(e => e.Id == draw.ExperimentId);
                    tasks.AddRange(await Ceremony(db, experiment, draw, actor, ct));
                }

                if (May(actor, Permission.LeadParticipation))
                {
                    tasks.AddRange(await Recruiting(db, experiments, draws, actor, ct));
                }

                if (May(actor, Permission.ImportFacts))
                {
                    tasks.AddRange(await FactTasks.Of(db, clock.Today(), ct));
                }

                tasks.AddRange(await SettlementTasks.Of(db, actor, clock.Today(), ct));
                tasks.AddRange(await ProvisionTasks.Of(db, experiments, actor, clock.Today(), ct));
                tasks.AddRange(await JointTasks.Of(db, experiments, actor, ct));
                if (May(actor, Permission.ReadLedger))
                {
                    tasks.Add(new("Reken het logboek na", "Logboek", "/logboek"));
                }

                if (May(actor, Permission.ManageAccounts))
                {
                    tasks.Add(new("Controleer accounts en rollen", "Accounts", "/accounts"));
                }

                return tasks;
            },
            ct
        );

    private async Task<List<OpenTask>> Preparation(
        ProeftuinDb db,
        List<ExperimentRow> experiments,
        List<DrawRow> draws,
        CancellationToken ct
    )
    {
        var tasks = new List<OpenTask>();
        if (experiments.Count == 0)
        {
            tasks.Add(new("Begin een experiment", "Experimenten", "/experimenten/nieuw"));
        }

        if (!await db.Set<RegisterSnapshotRow>().AnyAsync(ct))
        {
            tasks.Add(new("Lees het uitkeringsbestand in", "Register", "/register/inlezen"));
        }

        var screened = await db.Set<ScreeningRow>().Select(s => s.ExperimentId).Distinct().ToListAsync(ct);
        foreach (var experiment in experiments)
        {
            var recorded = await RecordedProtocol.Latest(db, experiment.Slug, ct);
            if (recorded is not Outcome<RecordedProtocol>.Done { Value: var design })
            {
                continue;
            }

            tasks.AddRange(await Overdue(db, experiment, design, ct));
            if (design.Protocol.Draw is null)
            {
                continue;
            }

            if (!screened.Contains(experiment.Id))
            {
                tasks.Add(
                    new("Bepaal wie mee kan doen", experiment.Name, $"/experimenten/{experiment.Slug}/screening")
                );
            }
            else if (
                draws.TrueForAll(d => d.ExperimentId != experiment.Id)
                && await Joint.Followed(db, experiment.Id, ct) is null
            )
            {
                tasks.Add(new("Plan de loting", experiment.Name, $"/experimenten/{experiment.Slug}/lotingen/nieuw"));
            }
        }

        return tasks;
    }

    /// <summary>One task however many items are overdue: the overview shows which.</summary>
    private async Task<IReadOnlyList<OpenTask>> Overdue(
        ProeftuinDb db,
        ExperimentRow experiment,
        RecordedProtocol design,
        CancellationToken ct
    )
    {
        var agenda = await SeeAgenda.Of(db, design, clock, ct);
        return agenda.In(AgendaState.Overdue).Count() is var overdue and > 0
            ?
            [
                new(
                    $"Kijk wat over tijd is in het tijdpad ({Dutch.Count(overdue)})",
                    experiment.Name,
                    $"/experimenten/{experiment.Slug}#tijdpad"
                ),
            ]
            : [];
    }

    private async Task<List<OpenTask>> Recruiting(
        ProeftuinDb db,
        List<ExperimentRow> experiments,
        List<DrawRow> draws,
        Actor actor,
        CancellationToken ct
    )
    {
        var tasks = new List<OpenTask>();
        foreach (
            var experiment in experiments.Where(e =>
                draws.Exists(d => d.ExperimentId == e.Id && d.PublishedAt is not null)
            )
        )
        {
            var recruits = (await Recruits.Of(db, experiment.Slug, actor, clock, ct)).OrThrow();
            tasks.AddRange(RecruitingTasks.Of(await SeeRecruitment.Of(db, recruits, ct)));
        }

        return tasks;
    }

    private async Task<List<OpenTask>> Ceremony(
        ProeftuinDb db,
        ExperimentRow experiment,
        DrawRow draw,
        Actor actor,
        CancellationToken ct
    )
    {
        var address = $"/experimenten/{experiment.Slug}/lotingen/{draw.DrawId}";
        var where = $"Loting {draw.DrawId}";
        if (draw.AnnulmentAskedBy is { } asker)
        {
            return May(actor, Permission.AnnulDraw) && asker != actor.AccountId
                ? [new("Beoordeel het verzoek om de loting nietig te verklaren", where, address + "/nietig")]
                : [];
        }

        var officer = May(actor, Permission.ConductDraw);
        return draw.State switch
        {
            DrawState.Concept when officer => [new("Bevries de lijst", where, address + "/bevriezen")],
            DrawState.Frozen when officer => [new("Leg de loting vast", where, address + "/vastleggen")],
            DrawState.Committed => await AroundTheMoment(db, draw, actor, where, address, ct),
            DrawState.Drawn when May(actor, Permission.VerifyDraw) =>
            [
                new("Controleer de loting met een ander programma", where, address + "/controleren"),
            ],
            DrawState.Verified when officer => [new("Publiceer de loting", where, address + "/publiceren")],
            _ => [],
        };
    }

    private async Task<List<OpenTask>> AroundTheMoment(
        ProeftuinDb db,
        DrawRow draw,
        Actor actor,
        string where,
        string address,
        CancellationToken ct
    )
    {
        var tasks = new List<OpenTask>();
        var officer = May(actor, Permission.ConductDraw);
        DateTimeOffset? wait = draw.EntropyMoment > clock.GetUtcNow() ? draw.EntropyMoment : null;
        if (officer && !await db.Set<DrawPublicationRow>().AnyAsync(p => p.DrawRowId == draw.Id, ct))
        {
            tasks.Add(new("Noteer waar de vastlegging is gepubliceerd", where, address + "/publicatie"));
        }

        var isSealed = await db.Set<DrawHolderRow>().AnyAsync(h => h.DrawRowId == draw.Id && h.Secret == null, ct);
        if (officer && isSealed)
        {
            tasks.Add(new("Open de geheimen", where, address + "/geheimen", wait));
        }

        var typed = await db.Set<EntropyEntryRow>()
            .AnyAsync(e => e.DrawRowId == draw.Id && !e.PutAside && e.EnteredBy == actor.AccountId, ct);
        if (May(actor, Permission.EnterEntropy) && draw.Entropy is null && !typed)
        {
            tasks.Add(new("Voer de openbare waarde in", where, address + "/openbare-waarde", wait));
        }

        if (officer && !isSealed && draw.Entropy is not null)
        {
            tasks.Add(new("Trek de loting", where, address + "/trekken"));
        }

        return tasks;
    }

    private static bool May(Actor actor, Permission permission) => Permissions.Allows(actor.Roles, permission);
}
