// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange;
using Proeftuin.App.Storage;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Pages.Register.Defects;

namespace Proeftuin.Web.Pages.Monitoring.FactDefects;

/// <summary>What was wrong with a delivery of facts that was refused.</summary>
[Requires(Permission.ImportFacts)]
public sealed class IndexModel(SeeDefects see) : DefectsPage(see, DeliveryKind.Facts)
{
    protected override string Folder => "/feiten";

    public override string BackText => "Terug naar de feiten";

    public override string Title => "Meldingen bij de levering van feiten";
}
