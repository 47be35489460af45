// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Draw;

/// <summary>The algorithm against reference/20-verifiable-draw.json and the two-holder vector of the specification.</summary>
public class AlgorithmTests
{
    private static readonly ArmWeight[] Equal = [.. Witness.Arms.Select(a => new ArmWeight(a, 1))];

    private static readonly Assignment SixTimes200 = new Assignment.Complete([
        .. Witness.Arms.Select(a => new ArmSize(a, 200)),
    ]);

    [Fact]
    public void The_manifest_has_the_hash_of_the_witness() =>
        Witness.Frame.ManifestSha256.ToString().ShouldBe(Witness.Text("manifest_sha256"));

    [Fact]
    public void The_commitment_and_the_draw_key_of_one_holder_equal_the_witness()
    {
        var secret = Secret.Parse(Witness.Text("secret_hex")).OrThrow();
        secret.Commitment.ToString().ShouldBe(Witness.Text("commitment"));
        Convert.ToHexStringLower(Secret.Join([secret]).OrThrow()).ShouldBe(Witness.Text("secret_hex"));
        Witness.KeyFor(Witness.Text("draw_id"), Witness.Frame).ToHex().ShouldBe(Witness.Text("draw_key_hex"));
    }

    [Fact]
    public void Two_holders_give_the_secret_and_the_key_of_the_specification()
    {
        var first = Secret.Of(Enumerable.Range(0x00, 32).Select(i => (byte)i).ToArray()).OrThrow();
        var second = Secret.Of(Enumerable.Range(0x20, 32).Select(i => (byte)i).ToArray()).OrThrow();
        second.Commitment.ToString().ShouldBe("e55867b5a388c3122f80a7f79c6a229b42e346c8397d88c20e06197d14f320c6");
        var joined = Secret.Join([first, second]).OrThrow();
        Convert.ToHexStringLower(joined).ShouldBe("a1b220bc5f2dcbe6f72fd36e8f9fada37929f4f24aa8d8e6c51ad284e0c0dfbb");
        DrawKey
            .Of(joined, Witness.Text("draw_id"), Witness.Frame.ManifestSha256, Witness.Text("public_entropy"))
            .ToHex()
            .ShouldBe("eedc6f50181a4a4554675ec047f89a4a1a50630ed87ee58a4b6cdc440b81cbdf");
        Convert.ToHexStringLower(Secret.Join([second, first]).OrThrow()).ShouldNotBe(Convert.ToHexStringLower(joined));
    }

    [Fact]
    public void The_first_ten_tickets_equal_the_witness()
    {
        var lots = Witness.Draw(new Sample.All(), SixTimes200);
        var ten = Witness.Of("first_ten_tickets").EnumerateArray().ToList();
        ten.Count.ShouldBe(10);
        for (var i = 0; i < ten.Count; i++)
        {
            lots.Frame.Units[i].Pseudonym.ShouldBe(ten[i].GetProperty("pseudonym").GetString());
            lots.Frame.Units[i].Stratum.ShouldBe(ten[i].GetProperty("stratum").GetString());
            lots.TicketOf(i).ToString().ShouldBe(ten[i].GetProperty("ticket").GetString());
        }
    }

    [Fact]
    public void A_sample_of_100_is_the_100_lowest_tickets_in_order()
    {
        var lots = Witness.Draw(new Sample.Overall(100), new Assignment.Complete([new("a", 60), new("b", 40)]));
        var sampled = lots.InOrder.Take(100).ToList();
        sampled.Select(i => lots.Frame.Units[i].Pseudonym).ShouldBe(Witness.List(Witness.Of("simple_sample_100")));
        sampled.Take(60).ShouldAllBe(i => lots.ArmOf(i) == "a");
        sampled.Skip(60).ShouldAllBe(i => lots.ArmOf(i) == "b");
        lots.InOrder.Skip(100).ShouldAllBe(i => lots.ArmOf(i) == "-");
    }

    [Fact]
    public void Six_arms_of_200_equal_the_witness_with_their_Merkle_root()
    {
        var lots = Witness.Draw(new Sample.All(), SixTimes200);
        var expected = Witness.Of("complete_6x200");
        lots.AssignmentSha256().ToString().ShouldBe(expected.GetProperty("sha256").GetString());
        foreach (var arm in expected.GetProperty("counts").EnumerateObject())
        {
            lots.Sizes().Where(s => s.Arm == arm.Name).Sum(s => s.Size).ShouldBe(arm.Value.GetInt32());
        }

        lots.Tree.Root.ToString().ShouldBe(Witness.Text("merkle_root_complete"));
    }

    [Fact]
    public void Stratified_arms_equal_the_witness_per_stratum()
    {
        var lots = Witness.Draw(new Sample.All(), new Assignment.Weighted(Equal));
        var expected = Witness.Of("stratified_6_arms");
        lots.AssignmentSha256().ToString().ShouldBe(expected.GetProperty("sha256").GetString());
        foreach (var stratum in expected.GetProperty("counts").EnumerateObject())
        {
            foreach (var arm in stratum.Value.EnumerateObject())
            {
                lots.Sizes()
                    .Single(s => s.Stratum == stratum.Name && s.Arm == arm.Name)
                    .Size.ShouldBe(arm.Value.GetInt32());
            }
        }
    }

    [Fact]
    public void The_lottery_for_100_places_equals_the_witness_with_its_waiting_list()
    {
        var complete = Witness.Draw(new Sample.All(), SixTimes200);
        var frame = Frame
            .Of(
                Enumerable
                    .Range(0, 1200)
                    .Where(i => complete.ArmOf(i) == "verdienen")
                    .Take(137)
                    .Select(i => complete.Frame.Units[i])
            )
            .OrThrow();
        var id = Witness.Id("OSS-2017-01").ForPlacesIn("verdienen").OrThrow();
        var plan = DrawPlan
            .Of(id, UnitKind.Household, ["A", "B", "C"], new Sample.All(), new Assignment.Lottery(100))
            .OrThrow();
        var lots = Lottery.Conduct(plan, frame, Witness.KeyFor(id.ToString(), frame)).OrThrow();
        var expected = Witness.Of("oversubscription_137_to_100");
        var admitted = Witness.List(expected.GetProperty("admitted"));
        var waiting = Witness.List(expected.GetProperty("waiting"));
        (admitted.Length, waiting.Length).ShouldBe((100, 37));
        lots.InOrder.Select(i => frame.Units[i].Pseudonym).ShouldBe([.. admitted, .. waiting]);
        lots.InOrder.Take(100).ShouldAllBe(i => lots.ArmOf(i) == "toegelaten");
        lots.InOrder.Skip(100).ShouldAllBe(i => lots.ArmOf(i) == "wachtlijst");
    }

    [Fact]
    public void Sha256_is_the_one_of_the_standard() =>
        Hash256.Of("abc"u8).ToString().ShouldBe(Witness.Text("sha256_abc"));
}
