// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Core;
using Proeftuin.Core.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Draw;

/// <summary>Plans, names, frames, canonical text and proofs.</summary>
public class PlanAndNamesTests
{
    [Theory]
    [InlineData("GRONINGEN-2017-01", "GRONINGEN", 2017, 1, null, 1)]
    [InlineData("TEN-BOER-2018-12-a2", "TEN-BOER", 2018, 12, null, 2)]
    [InlineData("OSS-2017-01-overschrijding-verdienen", "OSS", 2017, 1, "verdienen", 1)]
    [InlineData("OSS-2017-01-overschrijding-verdienen-a3", "OSS", 2017, 1, "verdienen", 3)]
    public void A_draw_id_says_trial_year_cohort_places_and_attempt(
        string text,
        string trial,
        int year,
        int number,
        string? arm,
        int attempt
    )
    {
        var id = DrawId.Parse(text).OrThrow();
        (id.Trial, id.Year, id.Number, id.PlacesIn, id.Attempt).ShouldBe((trial, year, number, arm, attempt));
        id.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("groningen-2017-01")]
    [InlineData("GRONINGEN-17-01")]
    [InlineData("GRONINGEN-2017-1")]
    [InlineData("GRONINGEN-2017-01-a1")]
    [InlineData("GRONINGEN-2017-01-a02")]
    [InlineData("GRONINGEN-2017-01\n")]
    [InlineData("GRONINGEN-2017-01-a2000")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF-2017-01")]
    public void Any_other_spelling_of_a_draw_id_is_refused(string text) =>
        DrawId.Parse(text).Why.Single().ShouldBeOfType<NotADrawId>();

    [Fact]
    public void An_arm_that_would_read_as_an_attempt_cannot_have_a_lottery_of_its_own() =>
        Witness.Id("OSS-2017-01").ForPlacesIn("groep-a2").IsDone.ShouldBeFalse();

    [Fact]
    public void A_plan_that_contradicts_itself_is_refused()
    {
        Problem(new Sample.Overall(10), new Assignment.Complete([new("a", 4), new("b", 5)])).ShouldContain("samen 9");
        Problem(new Sample.All(), new Assignment.Complete([new("a", 4), new("A", 5)])).ShouldContain("twee keer");
        Problem(new Sample.All(), new Assignment.Weighted([new("a", 0)])).ShouldContain("gewicht");
        Problem(new Sample.All(), new Assignment.Weighted([])).ShouldContain("geen enkele groep");
        Problem(new Sample.All(), new Assignment.Weighted([new("groep één", 1)])).ShouldContain("groep één");
        Problem(new Sample.All(), new Assignment.Weighted([new("-", 1)])).ShouldContain("'-'");
        Problem(new Sample.Overall(0), new Assignment.Weighted([new("a", 1)])).ShouldContain("minstens 1");
        Problem(new Sample.Overall(5), new Assignment.Lottery(3)).ShouldContain("steekproef");
        Problem(new Sample.PerStratum([new("x", 1)]), new Assignment.Weighted([new("a", 1)]))
            .ShouldContain("ieder stratum");

        static string Problem(Sample sample, Assignment assignment) =>
            DrawPlan.Of(Witness.Id("PROEF-2017-01"), UnitKind.Person, [], sample, assignment).Why[0].Message;
    }

    [Fact]
    public void A_plan_that_does_not_fit_the_frame_is_not_drawn()
    {
        var frame = Frame.Of([new("a", "x"), new("b", "x"), new("c", "y")]).OrThrow();
        Refused<PlanDoesNotFitFrame>(["x", "y"], new Sample.Overall(4), new Assignment.Weighted([new("a", 1)]));
        Refused<PlanDoesNotFitFrame>(
            ["x", "y"],
            new Sample.PerStratum([new("x", 1), new("y", 2)]),
            new Assignment.Weighted([new("a", 1)])
        );
        Refused<PlanDoesNotFitFrame>(["x", "y"], new Sample.All(), new Assignment.Complete([new("a", 2)]));
        Refused<PlanDoesNotFitFrame>(["x", "y"], new Sample.All(), new Assignment.Lottery(3));
        Refused<StratumNotInPlan>(["x"], new Sample.All(), new Assignment.Weighted([new("a", 1)]));

        void Refused<T>(string[] strata, Sample sample, Assignment assignment)
        {
            var plan = DrawPlan.Of(Witness.Id("PROEF-2017-01"), UnitKind.Person, strata, sample, assignment).OrThrow();
            Lottery.Conduct(plan, frame, Witness.KeyFor("PROEF-2017-01", frame)).Why[0].ShouldBeOfType(typeof(T));
        }
    }

    [Fact]
    public void The_order_in_which_a_frame_is_delivered_changes_nothing() =>
        Prop.ForAll(
                Gen.Shuffle(Enumerable.Range(0, 1200).ToArray()).ToArbitrary(),
                order =>
                    Frame.Of(order.Select(i => Witness.Frame.Units[i])).OrThrow().ManifestSha256
                    == Witness.Frame.ManifestSha256
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_frame_refuses_an_empty_list_and_pseudonyms_that_differ_only_in_case()
    {
        Frame.Of([]).Why.Single().ShouldBeOfType<FrameIsEmpty>();
        Frame.Of([new("abc", "-"), new("ABC", "-")]).Why.Single().ShouldBeOfType<PseudonymTwice>();
        Frame.Of([new("a;b", "-")]).Why.Single().ShouldBeOfType<NotAToken>();
        Frame.Of([new("a", "é")]).Why.Single().ShouldBeOfType<NotAToken>();
        Frame.Of([new("", "-")]).Why.Single().ShouldBeOfType<NotAToken>();
        Frame.Of([new(new string('a', 65), "-")]).Why.Single().ShouldBeOfType<NotAToken>();
    }

    [Fact]
    public void A_person_in_two_units_a_unit_without_persons_and_a_used_nonce_are_refused()
    {
        var frame = Frame.Of([new("a", "-"), new("b", "-")]).OrThrow();
        var (one, two) = (RandomDraws.Bytes(new Random(1), 32), RandomDraws.Bytes(new Random(2), 32));
        Refusal([new("a", "p", one), new("b", "p", two)]).ShouldBeOfType<PersonInTwoUnits>();
        Refusal([new("a", "p", one)]).ShouldBeOfType<UnitWithoutPersons>();
        Refusal([new("a", "p", one), new("b", "q", one)]).ShouldBeOfType<NonceUnfit>();
        Refusal([new("a", "p", one), new("b", "q", [1])]).ShouldBeOfType<NonceUnfit>();
        Refusal([new("a", "p", one), new("c", "q", two)]).ShouldBeOfType<MemberOutsideFrame>();
        Membership.Of(frame, [new("a", "p", one), new("b", "q", two)]).IsDone.ShouldBeTrue();

        Refusal Refusal(FrameMember[] members) => Membership.Of(frame, members).Why.Single();
    }

    [Fact]
    public void Canonical_text_is_the_one_of_RFC_8785()
    {
        var json = new CanonicalWriter();
        json.Object()
            .Text("a", "€$\u000f\nA'B\"\\\\\"/\u007f")
            .Integer("b", -7)
            .Array("c")
            .Item("x")
            .Object()
            .EndObject()
            .EndArray()
            .EndObject();
        System
            .Text.Encoding.UTF8.GetString(json.ToBytes())
            .ShouldBe("{\"a\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\",\"b\":-7,\"c\":[\"x\",{}]}");
        Should.Throw<InvalidOperationException>(() => new CanonicalWriter().Object().Text("b", "").Text("a", ""));
        Should.Throw<ArgumentOutOfRangeException>(() => new CanonicalWriter().Object().Integer("a", long.MaxValue));
    }

    [Fact]
    public void Every_leaf_of_every_tree_is_proved_and_no_other_leaf_is()
    {
        for (var n = 1; n <= 40; n++)
        {
            var leaves = Enumerable.Range(0, n).Select(i => new[] { (byte)i }).ToList();
            var tree = MerkleTree.Of(leaves);
            for (var i = 0; i < n; i++)
            {
                var proof = tree.ProofOf(i);
                proof.Proves(leaves[i], tree.Root).ShouldBeTrue();
                proof.Proves(leaves[(i + 1) % n], tree.Root).ShouldBe(n == 1);
                (proof with { Index = i + 1 }).Proves(leaves[i], tree.Root).ShouldBeFalse();
                (proof with { Path = [.. proof.Path, Hash256.Zero] }).Proves(leaves[i], tree.Root).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void A_ticket_code_is_read_however_it_is_typed()
    {
        var code = TicketCode.Of([.. Enumerable.Range(1, 13).Select(i => (byte)(i * 19))]);
        code.Length.ShouldBe(20);
        TicketCode.Read(TicketCode.Grouped(code)).ShouldBe(code);
        TicketCode
            .Read(" " + TicketCode.Grouped(code).ToLowerInvariant().Replace('0', 'o').Replace('1', 'l') + " ")
            .ShouldBe(code);
        TicketCode.Read(code[..19]).ShouldBeNull();
        TicketCode.Read(code[..19] + "U").ShouldBeNull();
        TicketCode.Read(null).ShouldBeNull();
    }

    [Theory]
    [InlineData(
        "loterij:lotto:2017-10-07;getallen=<6 x 01-45 oplopend>",
        "loterij:lotto:2017-10-07;getallen=01,09,13,22,40,45",
        true
    )]
    [InlineData(
        "loterij:lotto:2017-10-07;getallen=<6 x 01-45 oplopend>",
        "loterij:lotto:2017-10-07;getallen=09,01,13,22,40,45",
        false
    )]
    [InlineData(
        "loterij:lotto:2017-10-07;getallen=<6 x 01-45 oplopend>",
        "loterij:lotto:2017-10-07;getallen=01,01,13,22,40,45",
        false
    )]
    [InlineData(
        "loterij:lotto:2017-10-07;getallen=<6 x 01-45 oplopend>",
        "loterij:lotto:2017-10-07;getallen=1,9,13,22,40,45",
        false
    )]
    [InlineData(
        "loterij:lotto:2017-10-07;getallen=<6 x 01-45 oplopend>",
        "loterij:lotto:2017-10-07;getallen=01,09,13,22,40,46",
        false
    )]
    public void Lottery_numbers_have_a_fixed_order_and_width(string template, string value, bool fits) =>
        EntropyTemplate.Parse(template).OrThrow().Fits(value).ShouldBe(fits);

    [Theory]
    [InlineData("")]
    [InlineData("de beurskoers van <4 x 1-6>")]
    [InlineData("dobbelstenen:worpen=1,2,3")]
    [InlineData("dobbelstenen:worpen=<1 x 1-6>")]
    [InlineData("dobbelstenen:worpen=<20 x 1-06>")]
    [InlineData("dobbelstenen:worpen=<20 x 1-6><20 x 1-6>")]
    [InlineData("drand:quicknet:round=7;randomness=<64 hex>")]
    [InlineData("drand:52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971:round=07;randomness=<64 hex>")]
    public void A_template_in_another_form_is_refused(string template) =>
        EntropyTemplate.Parse(template).Why.Single().ShouldBeOfType<TemplateUnfit>();

    [Fact]
    public void Drand_rounds_count_from_the_first_one()
    {
        // quicknet: round 1 at its genesis, a new one every three seconds
        var chain = DrandChain.Known[0];
        chain.RoundAt(DateTimeOffset.FromUnixTimeSeconds(1692803367)).ShouldBe(1);
        chain.RoundAt(DateTimeOffset.FromUnixTimeSeconds(1692803368)).ShouldBe(2);
        chain.RoundAt(DateTimeOffset.FromUnixTimeSeconds(1692803370)).ShouldBe(2);
        chain.MomentOf(2).ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1692803370));
    }
}
