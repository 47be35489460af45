// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Screening;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Identity;

/// <summary>A real delivery goes in; then its BSNs are looked for everywhere but in the identity store.</summary>
public sealed class CanaryTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task No_number_of_a_delivery_reaches_the_database_in_the_clear_the_ledger_a_page_or_the_log(
        DatabaseKind kind
    )
    {
        await using var store = await databases.New(kind);
        await using var site = new Site(store);
        var command = Scene.Delivery(households: 60);
        var canaries = Numbers(command.File);
        canaries.Count.ShouldBeGreaterThan(50, "the probe: the delivery holds BSNs");
        var experiment = await store.StartGroningen();
        var accepted = (await store.Import(command)).OrThrow();
        var screening = (await store.Screen(accepted.SnapshotId)).OrThrow();

        var seen = new StringBuilder();
        foreach (var role in Enum.GetValues<Role>())
        {
            var visitor = await site.SignIn(role);
            foreach (var path in Paths(site, experiment, accepted.SnapshotId, screening))
            {
                await visitor.Open(path);
                seen.AppendLine(visitor.Html);
            }
        }

        foreach (var entry in await store.Ledger())
        {
            seen.AppendLine($"{entry.Subject} {entry.Reason} {entry.Changes}");
        }

        var raw = store.Raw();
        var log = string.Join('\n', site.Log);
        log.Length.ShouldBeGreaterThan(1000, "the probe: the log was kept");
        foreach (var canary in canaries)
        {
            seen.ToString().ShouldNotContain(canary);
            log.ShouldNotContain(canary);
            raw.ShouldNotContain(canary);
        }
    }

    /// <summary>Every nine digits in the file that pass the eleven test.</summary>
    private static List<string> Numbers(byte[] file) =>
        [
            .. System
                .Text.RegularExpressions.Regex.Matches(Encoding.Latin1.GetString(file), "(?<![0-9])[0-9]{9}(?![0-9])")
                .Select(m => m.Value)
                .Where(n => App.Identity.Bsn.Of(n).IsDone)
                .Distinct(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Paths(Site site, string experiment, Guid snapshot, Guid screening) =>
        site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText)
            .Where(p => !p.Contains("**", StringComparison.Ordinal) && !p.Contains('.', StringComparison.Ordinal))
            .Select(p => Fill(p, experiment, snapshot, screening))
            .Where(p => !p.Contains('{', StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

    private static string Fill(string pattern, string experiment, Guid snapshot, Guid screening) =>
        System.Text.RegularExpressions.Regex.Replace(
            pattern.Replace("//", "/", StringComparison.Ordinal),
            @"\{(\w+)[^}]*\}",
            hole =>
                hole.Groups[1].Value switch
                {
                    "experiment" => experiment,
                    "snapshot" => snapshot.ToString(),
                    "screening" => screening.ToString(),
                    _ => hole.Value,
                }
        );
}
