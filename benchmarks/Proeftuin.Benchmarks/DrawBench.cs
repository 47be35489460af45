// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Security.Cryptography;
using Proeftuin.Core;
using Proeftuin.Core.Draw;

namespace Proeftuin.Benchmarks;

/// <summary>A national draw: 400,000 units in 40 strata and six arms, drawn and written as a signed receipt; and the same receipt recomputed.</summary>
internal static class DrawBench
{
    private const int Units = 400_000;
    private const string Entropy = "dobbelstenen:worpen=1,2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,6,1,2";
    private static readonly Secret Secret = Secret.Of(SHA256.HashData("bench"u8)).OrThrow();

    public static async Task Run(Bench bench)
    {
        await bench.Measure(
            "draw: 400,000 units with signed receipt",
            TimeSpan.FromSeconds(5),
            Prepare,
            prepared => Draw(prepared)
        );
        await bench.Measure(
            "draw: receipt of 400,000 units verified",
            goal: null,
            () => Draw(Prepare()),
            document => ReceiptCheck.Of(document).OrThrow()
        );
    }

    private static byte[] Draw((CommittedRecord Record, Frame Frame, Publication Publication) prepared)
    {
        var (record, frame, publication) = prepared;
        var inputs = new DrawInputs(frame, [publication], [Secret], Entropy);
        var lots = DrawCeremony.Conduct(DrawState.Committed, record, inputs, record.EntropyMoment).OrThrow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return ReceiptSignature
            .Sign(
                Receipt.Of(record, [publication], [Secret], Entropy, lots, "bench"),
                key.ExportSubjectPublicKeyInfo(),
                text =>
                    key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            )
            .Write();
    }

    private static (CommittedRecord Record, Frame Frame, Publication Publication) Prepare()
    {
        var frame = Frame
            .Of(
                Enumerable
                    .Range(0, Units)
                    .Select(i => new FrameUnit(
                        TicketCode.Of(SHA256.HashData(BitConverter.GetBytes(i)).AsSpan(0, TicketCode.RandomBytes)),
                        string.Create(CultureInfo.InvariantCulture, $"gemeente-{i % 40}")
                    ))
            )
            .OrThrow();
        var plan = DrawPlan
            .Of(
                DrawId.OfCohort("LAND", 2026, 1).OrThrow(),
                UnitKind.Household,
                [.. frame.Counts.Select(c => c.Stratum)],
                new Sample.All(),
                new Assignment.Weighted([new("a", 1), new("b", 1), new("c", 1), new("d", 1), new("e", 1), new("f", 1)])
            )
            .OrThrow();
        var moment = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        // the members are hashed when the frame is frozen, days before; they are no part of the draw that is timed here
        var few = Frame.Of([new FrameUnit("x", Token.None)]).OrThrow();
        var request = new CommitRequest
        {
            Plan = plan,
            Frame = frame,
            Members = Membership.Of(few, [new FrameMember("x", "p", new byte[Membership.NonceLength])]).OrThrow(),
            Holders = [SecretHolder.Of("griffier", Secret.Commitment.ToString()).OrThrow()],
            EntropySource = "dobbelstenen",
            EntropyTemplate = EntropyTemplate.Dice(20).OrThrow(),
            EntropyMoment = moment,
            AnalysisPlanSha256 = Hash256.Of("plan"u8),
        };
        var history = new TrialHistory(0, Hash256.Zero, new HashSet<Hash256>(), []);
        var record = DrawCeremony.Commit(DrawState.Frozen, request, history, moment.AddDays(-2)).OrThrow();
        return (record, frame, new Publication(moment.AddDays(-2), "Staatscourant"));
    }
}
