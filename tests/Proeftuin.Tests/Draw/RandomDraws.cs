// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Security.Cryptography;
using Proeftuin.Core;
using Proeftuin.Core.Draw;

namespace Proeftuin.Tests.Draw;

/// <summary>Random but repeatable ceremonies: plans of every kind, small frames, one to three holders.</summary>
internal static class RandomDraws
{
    public static readonly DateTimeOffset Moment = new(2017, 10, 3, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The same number always gives the same receipt (unsigned).</summary>
    public static Receipt Receipt(int number)
    {
        var random = new Random(number);
        var strata = Enumerable.Range(0, random.Next(1, 6)).Select(i => Name(random, i)).ToArray();
        var units = Enumerable
            .Range(0, random.Next(2, 60))
            .Select(i => new FrameUnit(Name(random, i, number), Pick(random, strata)))
            .ToList();
        var frame = Frame.Of(units).OrThrow();
        var sample = RandomSample(random, strata, frame);
        var assignment = RandomAssignment(random, sample, frame);
        var id = DrawId.OfCohort("PROEF", 2017, number % 100, (number / 100) + 1).OrThrow();
        var plan = DrawPlan
            .Of(id, random.Next(2) == 0 ? UnitKind.Household : UnitKind.Person, strata, sample, assignment)
            .OrThrow();
        return Receipt(random, plan, frame);
    }

    public static Receipt Receipt(Random random, DrawPlan plan, Frame frame)
    {
        var secrets = Enumerable
            .Range(0, random.Next(1, 4))
            .Select(_ => Secret.Of(Bytes(random, 32)).OrThrow())
            .ToList();
        var members = Membership
            .Of(frame, frame.Units.Select(u => new FrameMember(u.Pseudonym, "p-" + u.Pseudonym, Bytes(random, 32))))
            .OrThrow();
        var request = new CommitRequest
        {
            Plan = plan,
            Frame = frame,
            Members = members,
            Holders = [.. secrets.Select((s, i) => SecretHolder.Of($"Hoüder {i}", s.Commitment.ToString()).OrThrow())],
            EntropySource = "Dobbelstenen in de hal van het stadhuis, \"van links naar rechts\"",
            EntropyTemplate = EntropyTemplate.Dice(20).OrThrow(),
            EntropyMoment = Moment,
            AnalysisPlanSha256 = Hash256.Of("plan"u8),
        };
        var history = new TrialHistory(3, Hash256.Of("vorige"u8), new HashSet<Hash256>(), []);
        var published = Moment.AddHours(-30);
        var record = DrawCeremony.Commit(DrawState.Frozen, request, history, published).OrThrow();
        var entropy =
            "dobbelstenen:worpen="
            + string.Join(
                ',',
                Enumerable.Range(0, 20).Select(_ => random.Next(1, 7).ToString(CultureInfo.InvariantCulture))
            );
        var publication = DrawCeremony
            .RecordPublication(DrawState.Committed, record, "Gemeenteblad 2017, nr. 12", published)
            .OrThrow();
        var lots = DrawCeremony
            .Conduct(DrawState.Committed, record, new DrawInputs(frame, [publication], secrets, entropy), Moment)
            .OrThrow();
        return Proeftuin.Core.Draw.Receipt.Of(record, [publication], secrets, entropy, lots, "Proeftuin 0.1.0");
    }

    public static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Signed with a key that is always the same, so that a failing test can be repeated.</summary>
    public static Receipt Sign(Receipt receipt, int number)
    {
        using var key = SigningKey(number);
        return ReceiptSignature.Sign(
            receipt,
            key.ExportSubjectPublicKeyInfo(),
            text => key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
        );
    }

    private static ECDsa SigningKey(int number)
    {
        // the private number d decides the key; any small d is on the curve
        var d = new byte[32];
        d[31] = (byte)(number + 1);
        return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = d });
    }

    private static Sample RandomSample(Random random, string[] strata, Frame frame) =>
        random.Next(3) switch
        {
            0 => new Sample.Overall(random.Next(1, frame.Units.Count + 1)),
            1 when frame.Counts.Sum(c => c.Size) > 0 => PerStratum(random, strata, frame),
            _ => new Sample.All(),
        };

    private static Sample.PerStratum PerStratum(Random random, string[] strata, Frame frame)
    {
        var sizes = strata.Select(s => new StratumSize(s, random.Next(0, frame.CountOf(s) + 1))).ToList();
        if (sizes.Sum(s => s.Size) == 0)
        {
            sizes = [.. strata.Select(s => new StratumSize(s, frame.CountOf(s)))];
        }

        return new Sample.PerStratum(sizes);
    }

    private static Assignment RandomAssignment(Random random, Sample sample, Frame frame)
    {
        var n = (int)(sample.Fixed ?? frame.Units.Count);
        return random.Next(3) switch
        {
            0 => Complete(random, n),
            1 when sample is Sample.All => new Assignment.Lottery(random.Next(1, n)),
            _ => new Assignment.Weighted([
                .. Enumerable
                    .Range(0, random.Next(1, 6))
                    .Select(i => new ArmWeight(Name(random, i), random.Next(1, 5))),
            ]),
        };
    }

    private static Assignment.Complete Complete(Random random, int n)
    {
        var arms = new List<ArmSize>();
        for (var left = n; left > 0; left -= arms[^1].Size)
        {
            arms.Add(new ArmSize(Name(random, arms.Count), arms.Count == 5 ? left : random.Next(1, left + 1)));
        }

        return new Assignment.Complete(arms);
    }

    /// <summary>Names in mixed case and with every allowed mark, where an ordering by culture would differ from the ordinal one.</summary>
    private static string Name(Random random, int number, int draw = 0)
    {
        const string Letters = "aAbBiIzZ_-.09";
        var head = new string([
            .. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Letters[random.Next(Letters.Length)]),
        ]);
        return string.Create(CultureInfo.InvariantCulture, $"{head}x{number}.{draw}");
    }

    private static string Pick(Random random, string[] names) => names[random.Next(names.Length)];
}
