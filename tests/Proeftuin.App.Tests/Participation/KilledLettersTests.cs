// SPDX-License-Identifier: EUPL-1.2
using System.Diagnostics;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core.Participation;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Participation;

/// <summary>kill -9 while the letters are made: all of them or none, and nobody ever gets two.</summary>
public sealed class KilledLettersTests(Databases databases)
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_killed_process_leaves_all_letters_or_none(DatabaseKind kind)
    {
        await using var scene = await RecruitScene.New(databases, kind);
        scene.On("2017-10-05");
        for (var round = 0; round < 3; round++)
        {
            using var maker = StartMaker(scene);
            (await maker.StandardOutput.ReadLineAsync()).ShouldBe("BEGIN");
            await Task.Delay(Random.Shared.Next(0, 700));
            maker.Kill();
            await maker.WaitForExitAsync();
            maker.ExitCode.ShouldBe(137, "the maker ended by itself");
            await AllOrNone(scene);
        }

        await scene.Letters();
        await AllOrNone(scene);
        (await scene.Store.Rows<LetterBatchRow>()).Count.ShouldBe(1);
        (await scene.People()).Count(p => p.State == ParticipationState.Invited).ShouldBe(30);
    }

    private static async Task AllOrNone(RecruitScene scene)
    {
        var batches = (await scene.Store.Rows<LetterBatchRow>()).Count;
        batches.ShouldBeLessThanOrEqualTo(1);
        (await scene.Store.Rows<ParticipationEventRow>()).Count.ShouldBe(30 * batches);
        (await scene.People()).Count(p => p.InvitedOn != null).ShouldBe(30 * batches);
        (await scene.Store.Ledger()).Count(e => e.Action == "deelname.uitgenodigd").ShouldBe(batches);
    }

    private static Process StartMaker(RecruitScene scene)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(KilledLettersTests).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment[TestProcess.LettersVariable] =
            $"{scene.Store.Options.Connection}|{scene.Store.Options.KeyFile}|{scene.Store.Municipality}|{scene.DrawId}";
        return Process.Start(start)!;
    }
}
