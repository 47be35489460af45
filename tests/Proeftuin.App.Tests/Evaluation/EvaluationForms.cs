// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Tests.Evaluation;

/// <summary>The part of the journey of every form that is about the evaluation: freezing a data set and having it made again, and playing a grid.</summary>
internal sealed class EvaluationForms(Site site)
{
    public async Task Play()
    {
        var researcher = await site.SignIn(Role.Researcher);
        await researcher.Open("/experimenten/groningen-2017/evaluatie/bevriezen");
        await researcher.Submit(
            "Bevries de dataset",
            ("CountDate", "2018-04-01"),
            ("KnownOn", ""),
            ("Why", "Eindrapportage")
        );
        var set = (await site.Store.Rows<StudyDataRow>()).OrderBy(d => d.FrozenAt).Last().Id;
        await researcher.Open($"/experimenten/groningen-2017/evaluatie/{set}/nagemaakt");
        await researcher.Submit("Maak opnieuw en vergelijk");
        await researcher.Open("/groepsgrootte/raster?experiment=groningen-2017&keer=10000");
        await researcher.Submit("Speel het raster");
        await researcher.Follow();
        await researcher.Submit("Stop het naspelen");
    }
}
