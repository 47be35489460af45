// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;
using Proeftuin.App.Evaluation;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Monitoring;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Evaluation.Data;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Evaluation;

/// <summary>The frozen data of an evaluation: the same bytes whenever they are made, no name or number, and of withdrawn data only the lot.</summary>
public sealed class StudyDataTests(Databases databases)
{
    private static readonly DateOnly CountDate = new(2018, 4, 1);
    private static readonly DateOnly InApril = new(2018, 4, 10);
    private static readonly DateOnly InMay = new(2018, 5, 10);

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Fact]
    public void What_is_read_is_written_back_to_the_same_bytes()
    {
        StudyDataText.Write(SyntheticStudy.Data).ShouldBe(SyntheticStudy.Text);
        var turned = SyntheticStudy.Data with { People = [.. SyntheticStudy.Data.People.Reverse()] };
        StudyDataText.Write(turned).ShouldBe(SyntheticStudy.Text);
    }

    [Fact]
    public void A_data_set_that_was_touched_is_refused()
    {
        StudyDataReading.Read(SyntheticStudy.Text[..^1]).Why.ShouldHaveSingleItem().ShouldBeOfType<NotAStudyData>();
        StudyDataReading
            .Read(SyntheticStudy.Text.Replace(",ja,", ",waar,", StringComparison.Ordinal))
            .Why.ShouldHaveSingleItem()
            .Message.ShouldContain("'waar' is geen ja of nee");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Making_it_again_gives_the_same_bytes_whatever_came_later(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        (await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk"), InApril)).OrThrow();
        var researcher = scene.Store.Actor(Role.Researcher);
        var id = (await Freeze(scene, researcher)).OrThrow();
        (await scene.Deliver(scene.Turns("4 uitstroom 2018-02-01 werk"), InMay)).OrThrow();

        var again = (
            await scene.Store.Use(
                (SeeStudyData use) => use.MakeAgain(FactScene.Experiment, id, researcher, CancellationToken.None)
            )
        ).OrThrow();

        again.IsSame.ShouldBeTrue();
        var row = (await scene.Store.Rows<StudyDataRow>()).ShouldHaveSingleItem();
        row.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(row.Document)));
        (await scene.Store.Ledger()).Single(e => e.Action == "dataset.bevroren").Receipt.ShouldBe(row.Sha256);
        var data = StudyDataReading.Read(Encoding.UTF8.GetString(row.Document)).OrThrow();
        data.People.Count(p => p.Arm is not null).ShouldBe(8);
        data.People.Count(p => p.WorkExit == new DateOnly(2018, 1, 1)).ShouldBe(1);
        scene.Bsns.ShouldAllBe(bsn => !Encoding.UTF8.GetString(row.Document).Contains(bsn));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Another_data_set_has_other_pseudonyms(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        (await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk"), InApril)).OrThrow();
        var lead = scene.Lead;
        (await Freeze(scene, lead)).OrThrow();
        scene.Clock.Now = FactScene.At(InMay);
        (await Freeze(scene, lead)).OrThrow();
        var sets = (await scene.Store.Rows<StudyDataRow>())
            .Select(r => StudyDataReading.Read(Encoding.UTF8.GetString(r.Document)).OrThrow())
            .ToList();
        sets.Count.ShouldBe(2);
        sets[0].People.Select(p => p.Pseudonym).Intersect(sets[1].People.Select(p => p.Pseudonym)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_may_not_freeze_data_gets_none(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        foreach (var role in new[] { Role.CaseManager, Role.DrawOfficer, Role.Administrator, Role.Auditor })
        {
            (await Freeze(scene, scene.Store.Actor(role))).Why.ShouldHaveSingleItem().ShouldBeOfType<NotAllowed>();
        }

        (await scene.Store.Rows<StudyDataRow>()).ShouldBeEmpty();
    }

    private static Task<Outcome<Guid>> Freeze(FactScene scene, Actor actor) =>
        scene.Store.Use(
            (FreezeStudyData use) =>
                use.Handle(
                    new(FactScene.Experiment, CountDate, null, Reason.Of("Voor de evaluatie").OrThrow()),
                    actor,
                    CancellationToken.None
                )
        );
}
