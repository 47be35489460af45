// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Demo;

/// <summary>Plays the ceremony of one draw with the people of a fictional municipality, step by step as in the protocol of the draw.</summary>
public sealed class DemoCeremony(DemoStage stage, DemoStaff staff, CancellationToken ct)
{
    private static readonly string[] Holders = ["Griffier (fictief)", "Notaris (fictief)"];
    private static readonly Reason Because = Reason.Of("Demonstratie met verzonnen personen").OrThrow();

    private readonly List<Secret> secrets = [];

    /// <summary>When the dice have fallen and the ceremony can go on.</summary>
    public DateTimeOffset Resumes { get; private set; }

    /// <summary>From plan to committed record; the dice fall 26 hours after publication.</summary>
    public async Task<string> Commit(string experiment, DrawPlan plan, Func<string, Task> freeze)
    {
        var drawId = await stage.Use(
            (PlanDraw use) => use.Handle(new(experiment, plan, Because), staff[Role.ProjectLead], ct)
        );
        await freeze(drawId);
        secrets.Clear();
        secrets.AddRange(Holders.Select(_ => Secret.Of(RandomNumberGenerator.GetBytes(Secret.Length)).OrThrow()));
        var holders = Holders.Zip(
            secrets,
            (name, secret) => SecretHolder.Of(name, secret.Commitment.ToString()).OrThrow()
        );
        var moment = WholeHour(stage.Clock.GetUtcNow() + TimeSpan.FromHours(26));
        Resumes = moment.AddMinutes(30);
        await stage.Use(
            (CommitDraw use) =>
                use.Handle(
                    new(
                        drawId,
                        [.. holders],
                        "Twintig worpen met een dobbelsteen in de openbare raadzaal",
                        EntropyTemplate.Dice(20).OrThrow(),
                        moment,
                        Because
                    ),
                    staff[Role.DrawOfficer],
                    ct
                )
        );
        foreach (
            var place in new[]
            {
                "Gemeenteblad (fictief), nummer 1",
                "E-mail aan de universiteit en de griffie (fictief)",
            }
        )
        {
            await stage.Use((RecordPublication use) => use.Handle(new(drawId, place), staff[Role.DrawOfficer], ct));
        }

        return drawId;
    }

    /// <summary>From the fallen dice to publication. Refuses to go on when the recomputation from the receipt alone finds something else.</summary>
    public async Task<Receipt> Finish(string drawId)
    {
        stage.Clock.NotBefore(Resumes);
        foreach (var (holder, secret) in Holders.Zip(secrets))
        {
            await stage.Use(
                (OpenSecret use) => use.Handle(new(drawId, holder, secret.ToHex()), staff[Role.DrawOfficer], ct)
            );
        }

        var thrown =
            "dobbelstenen:worpen="
            + string.Join(',', Enumerable.Range(0, 20).Select(_ => RandomNumberGenerator.GetInt32(1, 7)));
        await stage.Use((EnterEntropy use) => use.Handle(new(drawId, thrown), staff[Role.DrawOfficer], ct));
        await stage.Use((EnterEntropy use) => use.Handle(new(drawId, thrown), staff[Role.SecondSigner], ct));
        await stage.Use((ConductDraw use) => use.Handle(new(drawId), staff[Role.DrawOfficer], ct));
        var receipt = await Recompute(drawId);
        await stage.Use(
            (VerifyDraw use) =>
                use.Handle(
                    new(drawId, receipt.AssignmentSha256.ToString(), "proeftuin verify (demonstratie)"),
                    staff[Role.SecondSigner],
                    ct
                )
        );
        await stage.Use((PublishDraw use) => use.Handle(new(drawId), staff[Role.DrawOfficer], ct));
        return receipt;
    }

    private async Task<Receipt> Recompute(string drawId)
    {
        var receipt = await stage.Use(
            (DownloadDraw use) => use.Handle(drawId, DrawDocument.Receipt, staff[Role.SecondSigner], ct)
        );
        return ReceiptCheck.Of(receipt).OrThrow().Receipt;
    }

    private static DateTimeOffset WholeHour(DateTimeOffset time) =>
        new DateTimeOffset(time.Year, time.Month, time.Day, time.Hour, 0, 0, TimeSpan.Zero).AddHours(1);
}
