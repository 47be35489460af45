// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Web;

/// <summary>
/// One journey that sends every form of the site. Played by calm people, who send each form once, and by impatient ones, who send each three
/// times at the same moment and once more: afterwards both administrations hold the same.
/// </summary>
public sealed class EveryFormTests(Databases databases, ITestOutputHelper output)
{
    [Fact]
    public async Task Every_form_sent_again_and_at_once_does_its_work_once()
    {
        var calm = await Play(DatabaseKind.Sqlite, times: 1);
        calm.Missed.ShouldBeEmpty("a form without its double click: add its step to EveryFormJourney");
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            var impatient = await Play(kind, times: 3);
            impatient.Ledger.ShouldBe(calm.Ledger, $"{kind}");
            impatient.Rows.ShouldBe(calm.Rows, $"{kind}");
        }
    }

    private async Task<(IReadOnlyList<string> Missed, string Ledger, string Rows)> Play(DatabaseKind kind, int times)
    {
        await using var journey = await EveryFormJourney.Start(databases, kind, new Impatience(times));
        try
        {
            await journey.Play();
        }
        catch
        {
            // what the person saw as "meld storing ..." is in the log
            foreach (var line in journey.Site.Log.Where(l => l.Contains("Exception", StringComparison.Ordinal)))
            {
                output.WriteLine(line);
            }

            throw;
        }

        var missed = Doors
            .Of(journey.Site)
            .SelectMany(door => door.Forms)
            .Where(form => !journey.Site.Impatience!.Posted.Any(form.IsAt))
            .Select(form => form.ToString())
            .ToList();
        return (missed, await Actions(journey.Store), await Counts(journey.Store));
    }

    private static async Task<string> Actions(Store store) =>
        string.Join(
            '\n',
            (await store.Ledger())
                .GroupBy(e => e.Action, StringComparer.Ordinal)
                .Select(g => $"{g.Key} {g.Count()}")
                .Order(StringComparer.Ordinal)
        );

    private static async Task<string> Counts(Store store)
    {
        await using var db = store.Services.GetRequiredService<Database>().Open(store.Municipality);
        var lines = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Order(StringComparer.Ordinal))
        {
#pragma warning disable EF1002 // a table name of the model
            var count = await db
                .Database.SqlQueryRaw<long>($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"")
                .SingleAsync();
#pragma warning restore EF1002
            lines.Add($"{table} {count}");
        }

        return string.Join('\n', lines);
    }
}
