// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Provisions;

/// <summary>The rules of the provisions as the latest protocol has them: what a form offers to choose from.</summary>
public sealed class SeeProvisionDesign(Work work)
{
    public sealed record View(Protocol Protocol, ProvisionDesign Design);

    public Task<Outcome<View>> Handle(string experiment, Actor actor, CancellationToken ct) =>
        work.Look<View>(
            actor,
            Permission.SeeProvisions,
            async db => (await ProvisionScope.Of(db, experiment, ct)).Map(s => new View(s.Recorded.Protocol, s.Design)),
            ct
        );
}
