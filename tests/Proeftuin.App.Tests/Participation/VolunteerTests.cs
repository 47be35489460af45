// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Participation;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Draw;
using Proeftuin.App.Tests.Screening;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Participation;

/// <summary>Enrolment before the lot, as in Oss: here Groningen's protocol with that one word changed.</summary>
public sealed class VolunteerTests(Databases databases)
{
    private static readonly DateOnly Enrolled = new(2017, 8, 20);

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Only_who_enrolled_is_drawn_and_takes_part_on_the_yes_that_was_given_before(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind, EnrolFirst);
        var register = RegisterMaker.MakeComplete(Scene.Groningen, 200, 7);
        var screening = await Screened(scene, register);
        var enrolled = OnePerHousehold(register).Take(120).ToList();
        (await Enrol(scene, enrolled)).OrThrow().ShouldBe(120);

        await RecruitScene.Drawn(scene, screening, number: 1);

        var volunteers = (await scene.Store.Rows<VolunteerRow>()).Select(v => v.PersonId).ToHashSet();
        var people = await scene.Store.Rows<ParticipantRow>();
        people
            .GroupBy(p => p.UnitId)
            .ShouldAllBe(unit => unit.Any(p => volunteers.Contains(p.PersonId)), "nobody enrolled in this household");
        foreach (var person in people)
        {
            var saidYes = volunteers.Contains(person.PersonId) && person.DrawnArm is not ("referentie" or "keuze");
            person.State.ShouldBe(saidYes ? ParticipationState.Consented : ParticipationState.Drawn);
            person.ConsentedOn.ShouldBe(saidYes ? Enrolled : null);
            person.StartsOn.ShouldBe(
                saidYes ? RecruitScene.Published.AddDays(1) : null,
                "the experiment began before the lot"
            );
        }

        people.Count(p => p.State == ParticipationState.Consented).ShouldBe(24);
        await using (var site = new Site(scene.Store))
        {
            var lead = await site.SignIn(Role.ProjectLead);
            await lead.Open("/experimenten/groningen-2017/deelname/stroom");
            lead.Text.ShouldContain("vooraf aangemeld: 6");
            lead.Text.ShouldNotContain("uitgenodigd");
        }

        var frozen = (await scene.Store.Rows<DrawRow>()).Single();
        (frozen.UnitsExcluded + frozen.UnitsInFrame).ShouldBe(200, "who did not enrol counts with the excluded");
        frozen.UnitsInFrame!.Value.ShouldBeInRange(36, 120);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_list_with_one_wrong_line_enrols_nobody_and_repeats_no_number(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind, EnrolFirst);
        var register = RegisterMaker.MakeComplete(Scene.Groningen, 20, 7);
        await Screened(scene, register);
        var known = OnePerHousehold(register);
        var stranger = OnePerHousehold(RegisterMaker.MakeComplete(Scene.Groningen, 400, 8)).Except(known).Last();

        var why = (await Enrol(scene, [known[0], "12345", "", known[0], stranger])).Why;

        why.ShouldBe([
            new VolunteerNotTaken(2, "dit is geen burgerservicenummer"),
            new VolunteerNotTaken(4, "deze persoon is al aangemeld"),
            new VolunteerNotTaken(5, "deze persoon staat niet in het register"),
        ]);
        why.ShouldAllBe(w => !w.Message.Contains(stranger, StringComparison.Ordinal));
        (await scene.Store.Rows<VolunteerRow>()).ShouldBeEmpty();
        (await Enrol(scene, [])).Why.ShouldBe([new NobodyTyped()]);
        (await Enrol(scene, [known[0]], scene.Clock.Now.AddDays(1)))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<InTheFuture>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_withdraws_is_off_the_list_and_may_come_back_until_the_list_is_frozen(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind, EnrolFirst);
        var register = RegisterMaker.MakeComplete(Scene.Groningen, 200, 7);
        var screening = await Screened(scene, register);
        var list = OnePerHousehold(register);
        await Enrol(scene, [.. list.Take(120)]);
        var volunteer = (await scene.Store.Rows<VolunteerRow>())[0];

        (await Withdraw(scene, volunteer.Id)).IsDone.ShouldBeTrue();
        (await Withdraw(scene, volunteer.Id)).Why.ShouldBe([new NotOnTheList()]);
        (await scene.Store.Rows<VolunteerRow>()).Count(v => v.WithdrawnOn == null).ShouldBe(119);
        var again = await Enrol(scene, [.. list.Take(120)]);
        again.Why.Count.ShouldBe(20, "the first twenty of 119 who are enrolled already");
        await RecruitScene.Drawn(scene, screening, number: 1);
        var drawn = (await scene.Store.Rows<ParticipantRow>()).First(p => p.ConsentedOn != null);
        var row = (await scene.Store.Rows<VolunteerRow>()).Single(v => v.PersonId == drawn.PersonId);
        (await Withdraw(scene, row.Id)).Why.ShouldBe([new OnAFrozenList()]);
    }

    [Fact]
    public async Task Where_people_say_yes_after_the_lot_nobody_enrols_before_it()
    {
        await using var scene = await DrawScene.New(databases, DatabaseKind.Sqlite);
        var register = RegisterMaker.MakeComplete(Scene.Groningen, 20, 7);
        await Screened(scene, register);

        (await Enrol(scene, OnePerHousehold(register)))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NoEnrolmentBeforeTheLot>();
    }

    private static async Task EnrolFirst(Store store)
    {
        var text = ShippedProtocols.Text("groningen-2017");
        var yaml = text.Yaml.Replace("aanmelden: na_loting", "aanmelden: voor_loting", StringComparison.Ordinal);
        (
            await store.Use(
                (StartExperiment use) =>
                    use.Handle(
                        new(new ProtocolText(yaml, text.AnalysisPlan), "Voor de test"),
                        store.Actor(Role.ProjectLead),
                        CancellationToken.None
                    )
            )
        ).OrThrow();
    }

    private static async Task<Guid> Screened(DrawScene scene, MadeRegister register)
    {
        var delivery = Scene.Delivery(households: 1) with { File = RegisterFile.Csv(register) };
        var snapshot = (await scene.Store.Import(delivery)).OrThrow().SnapshotId;
        return (await scene.Store.Screen(snapshot)).OrThrow();
    }

    private static List<string> OnePerHousehold(MadeRegister register)
    {
        var header = MadeRegister.Header.ToList();
        var (bsn, household) = (header.IndexOf("bsn"), header.IndexOf("huishouden"));
        return [.. register.Rows.GroupBy(r => r[household]).Select(g => g.First()[bsn])];
    }

    private static Task<Outcome<int>> Enrol(
        DrawScene scene,
        IReadOnlyList<string> numbers,
        DateTimeOffset? on = null
    ) =>
        scene.Store.Use(
            (EnrolVolunteers use) =>
                use.Handle(
                    new(
                        DrawScene.Experiment,
                        string.Join('\n', numbers),
                        on is { } day ? DateOnly.FromDateTime(day.DateTime) : Enrolled,
                        ConsentChannel.Paper
                    ),
                    scene.Lead,
                    CancellationToken.None
                )
        );

    private static Task<Outcome<DateOnly>> Withdraw(DrawScene scene, Guid volunteer) =>
        scene.Store.Use(
            (WithdrawVolunteer use) => use.Handle(DrawScene.Experiment, volunteer, scene.Lead, CancellationToken.None)
        );
}
