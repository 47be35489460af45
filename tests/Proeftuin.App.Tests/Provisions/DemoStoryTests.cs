// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;
using Proeftuin.App.Provisions;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Provisions;

/// <summary>Vlaardingen's story of the demonstration, played on its own: every provision has a few made-up people.</summary>
public sealed class DemoStoryTests
{
    [Fact]
    public async Task Vlaardingen_has_a_few_people_in_every_provision()
    {
        var folder = Directory.CreateTempSubdirectory("proeftuin-voorzieningen-");
        await using (
            var demo = DemoDatabase.Open(
                new ProeftuinOptions($"Data Source={folder.FullName}/demo.db", folder.FullName + "/demo.sleutels")
            )
        )
        {
            (await demo.Prepare(CancellationToken.None)).ShouldBeTrue();
            var town = DemoTown.All.Single(t => t.Protocol == ProvisionScene.Experiment) with { Households = 60 };

            await new DemoRecipe(demo.Stage).PlayTowns([town], (_, _) => { }, CancellationToken.None);

            var municipality = await demo.Stage.See(
                Guid.Empty,
                db => Task.FromResult(db.Set<MunicipalityRow>().Single(m => m.Name == town.Name).Id),
                CancellationToken.None
            );
            var seen = await demo.Stage.Use(
                (SeeProvisions use) =>
                    use.Handle(
                        ProvisionScene.Experiment,
                        null,
                        Store.ActorIn(municipality, Role.Researcher),
                        CancellationToken.None
                    )
            );
            seen.Premium.ShouldBe(new(3, 1, 1, 1, 0, 1, Eur.OfEuros(1500), Eur.OfEuros(1500)));
            (seen.Guarantee!.Registered, seen.Guarantee.Used, seen.Guarantee.Expired).ShouldBe((3, 0, 3));
            (seen.OneDay!.Reported, seen.OneDay.WithinADay, seen.OneDay.Open).ShouldBe((3, 1, 1));
            (seen.Guidance!.Started, seen.Guidance.WithFollowUp, seen.Guidance.Running).ShouldBe((3, 2, 1));
            seen.SpecialAssistance!.Halves.Count(h => h.IsComplete).ShouldBe(6);
            seen.SpecialAssistance.Sentences.ShouldContain(s => s.StartsWith("Ook in alle 2 eerdere jaren"));
        }

        folder.Delete(recursive: true);
    }
}
