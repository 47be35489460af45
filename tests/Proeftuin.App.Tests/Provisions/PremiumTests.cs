// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Provisions;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Provisions;

/// <summary>The outflow premium from application to payment, on both databases.</summary>
public sealed class PremiumTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task One_person_applies_another_decides_a_third_pays_and_everything_is_in_the_ledger(DatabaseKind kind)
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var id = (await scene.Apply(scene.Application(0))).OrThrow();
        (await scene.Pay(id, "B-1")).Why.ShouldHaveSingleItem().ShouldBeOfType<NotToBePaid>();
        (await scene.Decide(id)).OrThrow();
        (await scene.Pay(id, "B-1", scene.Officer)).Why.ShouldHaveSingleItem().ShouldBeOfType<SamePersonPays>();
        (await scene.Pay(id, "B-1")).OrThrow();

        var row = (await scene.Store.Rows<ExitPremiumRow>()).ShouldHaveSingleItem();
        (row.State, row.AmountCents, row.PaymentReference).ShouldBe((PremiumState.Paid, 150_000, "B-1"));
        row.ObjectBy.ShouldBe(new DateOnly(2025, 3, 24), "six weeks after 10 February 2025");
        (await scene.Decide(id)).Why.ShouldHaveSingleItem().ShouldBeOfType<DecidedBefore>();

        var lines = (await scene.Store.Ledger())
            .Where(e => e.Action.StartsWith("premie.", StringComparison.Ordinal))
            .ToList();
        lines.Select(e => e.Action).ShouldBe(["premie.aangevraagd", "premie.besloten", "premie.betaald"]);
        lines.ShouldAllBe(e => e.DataSubject == row.PersonId);
        lines.ShouldAllBe(e => !e.Changes!.Contains("loonstroken"), "personal content stays beside the chain");
        scene.Store.Raw().ShouldNotContain(scene.Bsns[0]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_wrote_the_application_down_cannot_decide_on_it(DatabaseKind kind)
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var both = scene.Store.Actor(Role.CaseManager, Role.IncomeOfficer);
        var id = (await scene.Apply(scene.Application(0), both)).OrThrow();

        (await scene.Decide(id, both)).Why.ShouldHaveSingleItem().ShouldBeOfType<SamePersonDecides>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_job_is_applied_for_once_and_a_withdrawn_application_does_not_stand_in_the_way(
        DatabaseKind kind
    )
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var id = (await scene.Apply(scene.Application(0))).OrThrow();
        (await scene.Apply(scene.Application(0))).Why.ShouldHaveSingleItem().ShouldBeOfType<CaseThereAlready>();
        (
            await scene.Store.Use(
                (WithdrawCase use) =>
                    use.Handle(
                        new(ProvisionScene.Experiment, ProvisionKind.Premium, id, Store.Because()),
                        scene.Manager,
                        CancellationToken.None
                    )
            )
        ).OrThrow();

        (await scene.Apply(scene.Application(0))).OrThrow();

        (await scene.Decide(id)).Why.ShouldHaveSingleItem().ShouldBeOfType<DecidedBefore>();
        (await scene.Count()).OrThrow().Premium.ShouldBe(new(2, 1, 0, 0, 1, 0, Eur.Zero, Eur.Zero));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Sent_twice_or_at_once_an_application_a_decision_and_a_payment_are_made_once(DatabaseKind kind)
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var key = Guid.NewGuid();
        var id = (await scene.Apply(scene.Application(0), onceKey: key)).OrThrow();
        (await scene.Apply(scene.Application(1), onceKey: key))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<AlreadySubmitted>();

        var decided = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.Decide(id))));
        decided.Count(d => d.IsDone).ShouldBe(1);
        var paid = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => scene.Pay(id, $"B-{i}"))));
        paid.Count(d => d.IsDone).ShouldBe(1);

        (await scene.Count()).OrThrow().Premium!.PaidTogether.ShouldBe(Eur.OfEuros(1500));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_second_premium_in_the_year_is_seen_and_a_payment_number_belongs_to_one_premium(
        DatabaseKind kind
    )
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var first = (await scene.Apply(scene.Application(0))).OrThrow();
        var second = (await scene.Apply(scene.Application(0) with { WorkFrom = new(2024, 7, 16) })).OrThrow();
        var other = (await scene.Apply(scene.Application(1))).OrThrow();
        foreach (var id in new[] { first, second, other })
        {
            (await scene.Decide(id)).OrThrow();
        }

        var rows = (await scene.Store.Rows<ExitPremiumRow>()).ToDictionary(r => r.Id);
        (rows[first].State, rows[second].State, rows[other].State).ShouldBe(
            (PremiumState.Granted, PremiumState.Rejected, PremiumState.Granted)
        );
        rows[second].Conditions!.ShouldContain("al 1 premie");
        (await scene.Pay(first, "B-7")).OrThrow();
        (await scene.Pay(other, "B-7")).Why.ShouldHaveSingleItem().ShouldBeOfType<PaymentUsed>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Bad_input_is_refused_by_name_and_nothing_is_stored(DatabaseKind kind)
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var good = scene.Application(0);
        (ApplyForPremium.Command Command, string Message)[] wrong =
        [
            (good with { Bsn = "123" }, "negen cijfers"),
            (good with { Bsn = null }, "negen cijfers"),
            (good with { Bsn = "111222333" }, "niet bekend in uw gemeente"),
            (good with { Evidence = " " }, "Vul 'Bewijs' in"),
            (good with { Evidence = new string('x', 1001) }, "Vul 'Bewijs' in"),
            (good with { Evidence = $"loonstrook van {scene.Bsns[0]}" }, "staat een burgerservicenummer"),
            (good with { AppliedOn = new(2025, 2, 11) }, "moet nog komen"),
            (good with { WorkProvenUpTo = new(2025, 2, 11) }, "moet nog komen"),
            (good with { WorkProvenUpTo = new(2024, 7, 14) }, "ligt voor"),
            (good with { Born = new(2024, 8, 1) }, "ligt voor"),
            (good with { Experiment = "bestaat-niet" }, "geen experiment"),
        ];
        foreach (var (command, message) in wrong)
        {
            var refused = await scene.Apply(command);
            refused.Why.ShouldHaveSingleItem(message).Message.ShouldContain(message);
        }

        (await scene.Store.Rows<ExitPremiumRow>()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_colleague_does_not_see_the_file_an_income_officer_does_and_another_municipality_never(
        DatabaseKind kind
    )
    {
        await using var scene = await ProvisionScene.New(databases, kind);
        var id = (await scene.Apply(scene.Application(0))).OrThrow();
        var elsewhere = Store.ActorIn(scene.Store.OtherMunicipality, Role.IncomeOfficer, Role.CaseManager);

        Task<Outcome<SeePremium.View>> See(Actor actor) =>
            scene.Store.Use(
                (SeePremium use) => use.Handle(ProvisionScene.Experiment, id, actor, CancellationToken.None)
            );

        (await See(scene.Manager)).IsDone.ShouldBeTrue();
        (await See(scene.Officer)).OrThrow().Born.ShouldNotBeNull("the register tells the day of birth");
        (await See(scene.Store.Actor(Role.CaseManager))).Why.ShouldHaveSingleItem().ShouldBeOfType<NoSuchCase>();
        (await See(scene.Lead)).Why.ShouldHaveSingleItem().ShouldBeOfType<NotAllowed>();
        (await See(elsewhere)).IsDone.ShouldBeFalse();
    }
}
