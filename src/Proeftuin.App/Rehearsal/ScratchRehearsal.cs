// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Data.Sqlite;
using Proeftuin.App.Demo;
using Proeftuin.App.Monitoring;
using Proeftuin.App.Participation;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.App.Rehearsal;

/// <summary>Plays a rehearsal in a database of its own: a fictional municipality that shares nothing with the real administration, and is thrown away afterwards unless somebody wants to look around in it.</summary>
public static class ScratchRehearsal
{
    private const string FolderPrefix = "proeftuin-proefdraai-";

    /// <summary>Plays in a new folder that is removed whatever happens, within the system's folder for temporary files or <paramref name="within"/>.</summary>
    public static async Task<Outcome<RehearsalResult>> Run(
        RehearsalPlan plan,
        Action<long, long, string> progress,
        CancellationToken ct,
        DirectoryInfo? within = null
    )
    {
        RemoveLeftOvers();
        var folder = (
            within?.CreateSubdirectory($"{FolderPrefix}{Guid.CreateVersion7()}")
            ?? Directory.CreateTempSubdirectory(FolderPrefix)
        ).FullName;
        try
        {
            var file = Path.Combine(folder, "proefdraai.db");
            var options = new ProeftuinOptions($"Data Source={file}", file + ".keys");
            return await RunIn(options, plan, progress, ct, signsIn: false);
        }
        finally
        {
            Remove(folder);
        }
    }

    /// <summary>Plays in this database, which must be empty; it stays. Refuses a database that holds anything.</summary>
    public static async Task<Outcome<RehearsalResult>> RunIn(
        ProeftuinOptions options,
        RehearsalPlan plan,
        Action<long, long, string> progress,
        CancellationToken ct,
        bool signsIn = true
    )
    {
        var begins = BeginsOn(plan);
        await using var database = DemoDatabase.Open(options, begins);
        if (!await database.Prepare(ct))
        {
            return new RehearsalNeedsEmptyDatabase();
        }

        try
        {
            var staff = await DemoStaff.Hire(
                $"Fictief {plan.Protocol.Municipalities[0].Name}",
                "proef",
                database.Stage,
                ct,
                signsIn
            );
            var script = new Script(database.Stage.Clock);
            var scene = new Scene(plan, database.Stage, staff, script, ct);
            new Play(scene).Enter();
            var total = DaysOf(plan);
            await script.Play(
                day => progress(Math.Clamp(day.DayNumber - begins.DayNumber, 0, total), total, Dutch.Date(day)),
                ct
            );
            return await Result(scene);
        }
        catch (PlayRefused refused)
        {
            return new Outcome<RehearsalResult>.Refused(refused.Why);
        }
    }

    /// <summary>The days that the story lasts, for a progress bar. The last files come three months after the last day, for what was late.</summary>
    public static int DaysOf(RehearsalPlan plan) =>
        plan.Start.AddMonths(plan.Months + 3).DayNumber - BeginsOn(plan).DayNumber;

    private static DateOnly BeginsOn(RehearsalPlan plan) => plan.Profile.ReferenceDate.AddDays(-14);

    private static async Task<Outcome<RehearsalResult>> Result(Scene scene)
    {
        var (plan, stage) = (scene.Plan, scene.Stage);
        var flow = await stage.Use(
            (SeeFlow use) => use.Handle(new(scene.Slug, null, plan.CountDate, null), scene.Lead, scene.Ct)
        );
        var cohorts = await stage.Use((SeeCohorts use) => use.Handle(scene.Slug, scene.Lead, scene.Ct));
        var tables = await stage.Use(
            (CountMonitor use) => use.Handle(new(scene.Slug, plan.CountDate), scene.Lead, null, scene.Ct)
        );
        return new RehearsalResult(
            scene.Slug,
            plan.Text.Sha256,
            plan.Seed,
            plan.Households,
            plan.Months,
            plan.Assumed.Warning,
            flow.Flow.Arms,
            cohorts,
            tables
        );
    }

    /// <summary>What a process that was killed left behind: fictional people, a day old or more.</summary>
    private static void RemoveLeftOvers()
    {
        foreach (
            var folder in Directory
                .EnumerateDirectories(Path.GetTempPath(), FolderPrefix + "*")
                .Where(f => Directory.GetLastWriteTimeUtc(f) < DateTime.UtcNow.AddDays(-1))
        )
        {
            Remove(folder);
        }
    }

    private static void Remove(string folder)
    {
        SqliteConnection.ClearAllPools();
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Somebody is looking in it; the next rehearsal a day later removes it.
        }
    }
}

/// <summary>A rehearsal plays in a database of its own.</summary>
public sealed record RehearsalNeedsEmptyDatabase : Refusal
{
    public override string Message =>
        "Deze database is niet leeg. Een proefdraai speelt in een eigen, lege database en raakt een echte nooit aan. Kies een nieuw bestand.";
}
