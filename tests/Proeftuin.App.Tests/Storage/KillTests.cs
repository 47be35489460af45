// SPDX-License-Identifier: EUPL-1.2
using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Ledger;
using Proeftuin.App.Storage;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Storage;

/// <summary>kill -9 in the middle of writing: what was acknowledged is there, what was not is there whole or not at all.</summary>
public sealed class KillTests(Databases databases)
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_killed_writer_leaves_nothing_half(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var acknowledged = new ConcurrentBag<string>();
        for (var round = 0; round < 4; round++)
        {
            var before = acknowledged.Count;
            using var writer = StartWriter(store, acknowledged);
            SpinWait
                .SpinUntil(() => acknowledged.Count > before + 2 || writer.HasExited, TimeSpan.FromSeconds(60))
                .ShouldBeTrue();
            await Task.Delay(Random.Shared.Next(0, 60));
            writer.Kill();
            await writer.WaitForExitAsync();
            writer.ExitCode.ShouldBe(137, "the writer ended by itself");

            await Complete(store, acknowledged);
        }
    }

    private static async Task Complete(Store store, IReadOnlyCollection<string> acknowledged)
    {
        var results = await store
            .Services.GetRequiredService<LedgerVerification>()
            .All(null, [], CancellationToken.None);
        results.ShouldAllBe(r => r.Fault == null);
        var experiments = (await store.Rows<ExperimentRow>()).Select(e => e.Slug).ToHashSet(StringComparer.Ordinal);
        var entries = (await store.Ledger()).Count(e =>
            string.Equals(e.Action, "proef.geschreven", StringComparison.Ordinal)
        );
        acknowledged.ShouldAllBe(slug => experiments.Contains(slug));
        entries.ShouldBe(experiments.Count);
        (await store.Rows<PersonRow>()).Count.ShouldBeInRange(
            experiments.Count * (TestProcess.PersonsPerWrite - 1),
            experiments.Count * TestProcess.PersonsPerWrite,
            "whole writes only; now and then a person comes twice"
        );
        (await store.Rows<IdentityRow>()).Count.ShouldBe((await store.Rows<PersonRow>()).Count);
    }

    private static Process StartWriter(Store store, ConcurrentBag<string> acknowledged)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(KillTests).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment[TestProcess.WriterVariable] =
            $"{store.Options.Connection}|{store.Options.KeyFile}|{store.Municipality}";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: 32 } slug)
            {
                acknowledged.Add(slug);
            }
        };
        process.BeginOutputReadLine();
        return process;
    }
}
