// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Tests.Evaluation;

/// <summary>The part of the journey of every form that is about the evaluation: freezing a data set.</summary>
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
    }
}
