// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Draw;

/// <summary>Somebody proves with the own letter to have stood on the committed list.</summary>
public sealed class IdentityProofTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task With_the_letter_a_person_recomputes_the_committed_root_and_sees_nobody_else(DatabaseKind kind)
    {
        await using var scene = await DrawScene.New(databases, kind);
        await using var site = new Site(scene.Store);
        var (id, root) = await Committed(scene);
        var members = await scene.Store.Rows<FrameMemberRow>();
        var own = members[3];

        var citizen = await Ask(site, id, own.Pseudonym, Word(own.Nonce));

        citizen.Status.ShouldBe(HttpStatusCode.OK);
        citizen.Text.ShouldContain("U stond op de lijst");
        RootFrom(citizen, own).ShouldBe(root, "recomputed here from the page alone");
        foreach (var other in members.Where(m => m.PersonId != own.PersonId))
        {
            citizen.Html.ShouldNotContain(other.PersonId.ToString("N"));
            citizen.Html.ShouldNotContain(Word(other.Nonce));
            (
                other.Pseudonym != own.Pseudonym && citizen.Html.Contains(other.Pseudonym, StringComparison.Ordinal)
            ).ShouldBeFalse();
        }

        var recorded = (await scene.Store.Ledger())[^1];
        (recorded.Action, recorded.DataSubject).ShouldBe(("loting.identiteitsbewijs-getoond", own.PersonId));
        site.Log.ShouldNotContain(line => line.Contains(Word(own.Nonce), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_check_word_somebody_elses_and_an_unknown_code_get_the_same_calm_answer()
    {
        await using var scene = await DrawScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var (id, _) = await Committed(scene);
        var members = await scene.Store.Rows<FrameMemberRow>();
        var (own, other) = (members[0], members.First(m => m.Pseudonym != members[0].Pseudonym));
        byte[] changed = [(byte)(own.Nonce[0] ^ 1), .. own.Nonce[1..]];
        var before = (await scene.Store.Ledger()).Count;

        var answers = new HashSet<string>();
        foreach (
            var (draw, code, word) in new[]
            {
                (id, own.Pseudonym, Word(changed)),
                (id, own.Pseudonym, Word(other.Nonce)),
                (id, "0000-0000-0000-0000-0000", Word(own.Nonce)),
                ("GRONINGEN-2019-07", own.Pseudonym, Word(own.Nonce)),
                (id, own.Pseudonym, "geen controlewoord"),
            }
        )
        {
            var citizen = await Ask(site, draw, code, word);
            citizen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            answers.Add(citizen.Page.QuerySelector(".pt-errors")!.TextContent);
        }

        answers.ShouldHaveSingleItem().ShouldContain("horen niet bij elkaar");
        (await scene.Store.Ledger()).Count.ShouldBe(before);
    }

    [Fact]
    public async Task Before_the_commitment_there_is_nothing_to_prove()
    {
        await using var scene = await DrawScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var id = await Planned(scene);
        await scene.Frozen(id, 4);
        var own = (await scene.Store.Rows<FrameMemberRow>())[0];

        (await Ask(site, id, own.Pseudonym, Word(own.Nonce))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_person_who_was_exchanged_after_the_commitment_is_exposed()
    {
        await using var scene = await DrawScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var (id, _) = await Committed(scene);
        var own = (await scene.Store.Rows<FrameMemberRow>())[0];
        scene.Store.Sql("DROP TRIGGER \"once_FrameMember_UPDATE\"");
        scene
            .Store.Sql(
                $"UPDATE \"FrameMember\" SET \"PersonId\" = '{Guid.NewGuid().ToString().ToUpperInvariant()}' WHERE \"PersonId\" = '{own.PersonId.ToString().ToUpperInvariant()}'"
            )
            .ShouldBe(1);

        var citizen = await Ask(site, id, own.Pseudonym, Word(own.Nonce));

        citizen.Text.ShouldContain("niet de lijst die voor de loting is vastgelegd");
    }

    [Fact]
    public async Task The_project_lead_prints_a_proof_for_each_person_of_one_ticket_with_a_reason()
    {
        await using var scene = await DrawScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var (id, _) = await Committed(scene);
        var members = await scene.Store.Rows<FrameMemberRow>();
        var behind = members.Where(m => m.Pseudonym == members[0].Pseudonym).ToList();
        var lead = await site.SignIn(Role.ProjectLead);

        await lead.Open($"/experimenten/{DrawScene.Experiment}/lotingen/{id}/identiteit");
        await lead.Submit("Maak het bewijs", ("Code", members[0].Pseudonym), ("Why", "Brief kwijt"));

        lead.Page.QuerySelectorAll("section.pt-sheet").Length.ShouldBe(behind.Count);
        behind.ShouldAllBe(m => lead.Html.Contains(Word(m.Nonce), StringComparison.Ordinal));
        (await scene.Store.Ledger())
            .Where(e => e.Action == "loting.identiteitsbewijs-getoond")
            .Select(e => e.DataSubject)
            .ShouldBe(behind.Select(m => (Guid?)m.PersonId), ignoreOrder: true);
    }

    private static Task<string> Planned(DrawScene scene) =>
        scene.Planned(DrawScene.Plan(new Sample.All(), new Assignment.Weighted([new("a", 1), new("b", 1)])));

    private static async Task<(string Id, string Root)> Committed(DrawScene scene)
    {
        var id = await Planned(scene);
        await scene.Frozen(id, 7);
        var record = (await scene.Commit(id)).OrThrow();
        return (id, record.IdentityRoot.ToString());
    }

    private static async Task<Visitor> Ask(Site site, string draw, string code, string word)
    {
        var citizen = await site.Visit().Open("/lot/identiteit");
        return await citizen.Submit("Controleer", ("DrawId", draw), ("Code", code), ("CheckWord", word));
    }

    private static string Word(byte[] nonce) => Convert.ToHexStringLower(nonce);

    /// <summary>RFC 6962 as the page explains it: line, place and path from the page, the rest by hand.</summary>
    private static string RootFrom(Visitor page, FrameMemberRow own)
    {
        string Under(string term) =>
            page
                .Page.QuerySelectorAll("dt")
                .Single(t => t.TextContent.StartsWith(term, StringComparison.Ordinal))
                .NextElementSibling!.TextContent;
        var person = Under("Uw kenmerk");
        var line = Under("Uw regel");
        line.ShouldBe(
            $"{own.Pseudonym};{Convert.ToHexStringLower(SHA256.HashData([.. own.Nonce, .. Encoding.UTF8.GetBytes(person)]))}"
        );
        var place = Under("Regelnummer").Split(' ');
        var (at, width) = (int.Parse(place[0], Core.Dutch.Numbers), int.Parse(place[2], Core.Dutch.Numbers));
        var path = new Queue<byte[]>(
            page.Page.QuerySelectorAll("dd ol li code").Select(c => Convert.FromHexString(c.TextContent))
        );
        var hash = SHA256.HashData([0, .. Encoding.UTF8.GetBytes(line)]);
        for (; width > 1; (at, width) = (at / 2, (width + 1) / 2))
        {
            if ((at ^ 1) < width)
            {
                var other = path.Dequeue();
                hash = SHA256.HashData(at % 2 == 0 ? [1, .. hash, .. other] : [1, .. other, .. hash]);
            }
        }

        return Convert.ToHexStringLower(hash);
    }
}
