// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Draw;

/// <summary>What a curious or dishonest insider could try, and where it ends.</summary>
public class InsiderAttemptsTests
{
    private static readonly Guid Officer = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Signer = new("00000000-0000-0000-0000-000000000002");

    private readonly Receipt draw = RandomDraws.Receipt(11);

    private CommittedRecord Record => draw.Committed;

    private Frame Frame => Frame.Of(draw.Rows.Select(r => new FrameUnit(r.Pseudonym, r.Stratum))).OrThrow();

    [Theory]
    [InlineData("dobbelstenen:worpen=1,2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,6,1,2 ")]
    [InlineData(" dobbelstenen:worpen=1,2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,6,1,2")]
    [InlineData("dobbelstenen:worpen=1, 2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,6,1,2")]
    [InlineData("dobbelstenen:worpen=01,2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,6,1,2")]
    [InlineData("dobbelstenen:worpen=7,2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,6,1,2")]
    [InlineData("dobbelstenen:worpen=1,2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,6,1")]
    [InlineData("Dobbelstenen:worpen=1,2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,6,1,2")]
    [InlineData("dobbelstenen:worpen=٣,2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,6,1,2")]
    public void A_respelled_public_value_is_refused(string respelled)
    {
        Record.EntropyTemplate.Fits("dobbelstenen:worpen=1,2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,6,1,2").ShouldBeTrue();
        DrawCeremony
            .EnterEntropy(DrawState.Committed, Record, new EntropyEntry(Officer, respelled), null, Record.EntropyMoment)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<EntropyDoesNotFitTemplate>();
    }

    [Fact]
    public void A_secret_made_after_the_public_value_is_known_is_refused()
    {
        var backdated = Secret.Of(new byte[32]).OrThrow().ToHex();
        DrawCeremony
            .OpenSecret(DrawState.Committed, Record, Record.Holders[0].Name, backdated, Record.EntropyMoment)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<SecretNotAsPromised>();
    }

    [Fact]
    public void A_secret_can_not_be_opened_before_the_moment() =>
        DrawCeremony
            .OpenSecret(
                DrawState.Committed,
                Record,
                Record.Holders[0].Name,
                draw.Secrets[0].ToHex(),
                Record.EntropyMoment.AddSeconds(-1)
            )
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<BeforeTheMoment>();

    [Fact]
    public void Persons_swapped_behind_their_pseudonyms_are_exposed()
    {
        var members = Frame
            .Units.Select((u, i) => new FrameMember(u.Pseudonym, $"persoon-{i}", RandomDraws.Bytes(new Random(i), 32)))
            .ToList();
        var frozen = Membership.Of(Frame, members).OrThrow();
        var swapped = members.ToList();
        swapped[0] = members[0] with { Person = members[1].Person };
        swapped[1] = members[1] with { Person = members[0].Person };
        var after = Membership.Of(Frame, swapped).OrThrow();
        after.MembersSha256.ShouldNotBe(frozen.MembersSha256);
        after.Identities.Root.ShouldNotBe(frozen.Identities.Root);

        // the participant checks the own letter: ticket code, own number and nonce
        var own = System.Text.Encoding.UTF8.GetBytes(Membership.Leaf(members[0]));
        var proof = frozen.Identities.ProofOf(frozen.IndexOf(members[0])!.Value);
        proof.Proves(own, frozen.Identities.Root).ShouldBeTrue();
        proof
            .Proves(System.Text.Encoding.UTF8.GetBytes(Membership.Leaf(swapped[0])), frozen.Identities.Root)
            .ShouldBeFalse();
        after.IndexOf(members[0]).ShouldBeNull();
    }

    [Fact]
    public void A_second_attempt_beside_an_open_one_is_refused_and_a_number_in_the_chain_cannot_be_used_twice()
    {
        var second = Record.Plan.ForNextAttempt().OrThrow();
        var history = new TrialHistory(Record.Number, Record.Sha256(), new HashSet<Hash256>(), [Record.Plan.Id]);
        var refusals = DrawCeremony
            .Commit(DrawState.Frozen, Request(second), history, Record.EntropyMoment.AddDays(-3))
            .Why;
        refusals.OfType<AnotherAttemptIsOpen>().Single().Open.ShouldBe(Record.Plan.Id);
        DrawCeremony.NextAttempt(DrawState.Committed, Record.Plan).IsDone.ShouldBeFalse();
        DrawCeremony.NextAttempt(DrawState.Drawn, Record.Plan).IsDone.ShouldBeFalse();

        var next = DrawCeremony
            .Commit(
                DrawState.Frozen,
                Request(second),
                history with
                {
                    OpenDraws = [],
                },
                Record.EntropyMoment.AddDays(-3)
            )
            .OrThrow();
        next.Number.ShouldBe(Record.Number + 1);
        next.PreviousSha256.ShouldBe(Record.Sha256());
        next.Plan.Id.ToString().ShouldEndWith($"-a{Record.Plan.Id.Attempt + 1}");
    }

    [Fact]
    public void A_withheld_secret_stops_the_draw_and_its_holder_is_named()
    {
        var missing = Record.Holders[^1].Name;
        var inputs = new DrawInputs(Frame, draw.Publications, [.. draw.Secrets.SkipLast(1)], draw.Entropy);
        DrawCeremony
            .Conduct(DrawState.Committed, Record, inputs, Record.EntropyMoment)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<SecretsMissing>()
            .Message.ShouldContain(missing);
    }

    [Fact]
    public void A_false_digest_is_recorded_as_a_difference_and_annuls_nothing()
    {
        var verification = DrawCeremony
            .Verify(DrawState.Drawn, Officer, Signer, Hash256.Of("iets anders"u8).ToString(), draw.AssignmentSha256)
            .OrThrow();
        verification.Agrees.ShouldBeFalse();
        DrawCeremony
            .Verify(DrawState.Drawn, Officer, Signer, draw.AssignmentSha256.ToString(), draw.AssignmentSha256)
            .OrThrow()
            .Agrees.ShouldBeTrue();
        DrawCeremony
            .Verify(DrawState.Drawn, Officer, Officer, draw.AssignmentSha256.ToString(), draw.AssignmentSha256)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<VerifierConductedTheDraw>();
    }

    [Fact]
    public void A_quiet_annulment_is_refused_and_what_it_would_have_given_is_computed_anyway()
    {
        DrawCeremony
            .ApproveAnnulment(DrawState.Committed, null, Officer)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NobodyAskedAnnulment>();
        DrawCeremony
            .ApproveAnnulment(DrawState.Committed, Officer, Officer)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<SamePersonMayNotApprove>();
        DrawCeremony.ApproveAnnulment(DrawState.Committed, Officer, Signer).OrThrow().To.ShouldBe(DrawState.Annulled);

        var inputs = new DrawInputs(Frame, [], draw.Secrets, draw.Entropy);
        DrawCeremony
            .Conduct(DrawState.Annulled, Record, inputs, Record.EntropyMoment)
            .OrThrow()
            .AssignmentSha256()
            .ShouldBe(draw.AssignmentSha256);
        DrawCeremony
            .Publish(DrawState.Verified, Record, earlierNotComputed: Record.Plan.Id)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<EarlierAttemptNotComputed>();
    }

    [Fact]
    public void A_frame_that_was_altered_after_freezing_is_not_drawn()
    {
        var altered = Frame
            .Of(Frame.Units.Skip(1).Append(new FrameUnit("INDRINGER", Frame.Units[0].Stratum)))
            .OrThrow();
        var inputs = new DrawInputs(altered, draw.Publications, draw.Secrets, draw.Entropy);
        DrawCeremony
            .Conduct(DrawState.Committed, Record, inputs, Record.EntropyMoment)
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<FrameChanged>();
    }

    [Fact]
    public void Publication_less_than_24_hours_before_the_moment_does_not_count()
    {
        DrawCeremony
            .RecordPublication(
                DrawState.Committed,
                Record,
                "Gemeenteblad",
                Record.EntropyMoment.AddHours(-24).AddSeconds(1)
            )
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<PublishedTooLate>();
        DrawCeremony
            .RecordPublication(DrawState.Committed, Record, "Gemeenteblad", Record.EntropyMoment.AddHours(-24))
            .IsDone.ShouldBeTrue();
        var late = new Publication(Record.EntropyMoment.AddHours(-23), "Gemeenteblad");
        DrawCeremony
            .Conduct(
                DrawState.Committed,
                Record,
                new DrawInputs(Frame, [late], draw.Secrets, draw.Entropy),
                Record.EntropyMoment
            )
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NotPublishedInTime>();
    }

    [Fact]
    public void The_public_value_needs_two_persons_who_typed_the_same()
    {
        var first = new EntropyEntry(Officer, draw.Entropy);
        Enter(first, null).OrThrow().ShouldBeOfType<EntropyEntered.First>();
        Enter(first, first).Why.ShouldHaveSingleItem().ShouldBeOfType<SamePersonTypedTwice>();
        Enter(new EntropyEntry(Signer, draw.Entropy), first)
            .OrThrow()
            .ShouldBe(new EntropyEntered.Agreed(draw.Entropy));
        var other = draw.Entropy[..^1] + (draw.Entropy[^1] == '1' ? '2' : '1');
        Enter(new EntropyEntry(Signer, other), first).OrThrow().ShouldBeOfType<EntropyEntered.Differs>();

        Outcome<EntropyEntered> Enter(EntropyEntry entry, EntropyEntry? earlier) =>
            DrawCeremony.EnterEntropy(DrawState.Committed, Record, entry, earlier, Record.EntropyMoment);
    }

    [Fact]
    public void A_secret_of_an_earlier_draw_and_equal_secrets_are_refused()
    {
        var before = Record.Holders[0].Commitment;
        var history = new TrialHistory(0, Hash256.Zero, new HashSet<Hash256> { before }, []);
        DrawCeremony
            .Commit(DrawState.Frozen, Request(Record.Plan), history, Record.EntropyMoment.AddDays(-3))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<SecretUsedBefore>();
        var secret = draw.Secrets[0];
        Secret.Join([secret, secret]).Why.ShouldHaveSingleItem().ShouldBeOfType<SecretUsedBefore>();
        foreach (var wrong in new[] { "", "00", new string('A', 64), new string('0', 65), new string('0', 62) })
        {
            Secret.Parse(wrong).Why.ShouldHaveSingleItem().ShouldBeOfType<SecretHasWrongForm>();
        }
    }

    [Fact]
    public void A_drand_round_that_exists_before_the_moment_is_refused()
    {
        var chain = DrandChain.Known[0];
        var moment = chain.MomentOf(chain.RoundAt(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));
        var early = EntropyTemplate
            .Parse($"drand:{chain.Hash}:round={chain.RoundAt(moment) - 1};randomness=<64 hex>")
            .OrThrow();
        var request = Request(Record.Plan) with { EntropyTemplate = early, EntropyMoment = moment };
        var history = new TrialHistory(0, Hash256.Zero, new HashSet<Hash256>(), []);
        DrawCeremony
            .Commit(DrawState.Frozen, request, history, moment.AddDays(-3))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<RoundNotAtMoment>();
        var right = request with { EntropyTemplate = EntropyTemplate.Drand(chain, moment).OrThrow() };
        DrawCeremony.Commit(DrawState.Frozen, right, history, moment.AddDays(-3)).IsDone.ShouldBeTrue();
        DrawCeremony
            .Commit(DrawState.Frozen, right, history, moment.AddHours(-23))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<MomentTooNear>();
    }

    private CommitRequest Request(DrawPlan plan) =>
        new()
        {
            Plan = plan,
            Frame = Frame,
            Members = Membership
                .Of(
                    Frame,
                    Frame.Units.Select(
                        (u, i) => new FrameMember(u.Pseudonym, $"p{i}", RandomDraws.Bytes(new Random(i), 32))
                    )
                )
                .OrThrow(),
            Holders = Record.Holders,
            EntropySource = Record.EntropySource,
            EntropyTemplate = Record.EntropyTemplate,
            EntropyMoment = Record.EntropyMoment,
            AnalysisPlanSha256 = Record.AnalysisPlanSha256,
        };
}
