// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange;
using Proeftuin.App.Storage;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Register.Defects;

/// <summary>What was wrong with a delivery of a register that was refused.</summary>
[Requires(Permission.ImportRegister)]
public sealed class IndexModel(SeeDefects see) : DefectsPage(see, DeliveryKind.Register)
{
    protected override string Folder => "/register";

    public override string BackText => "Terug naar de registers";

    public override string Title => "Meldingen bij de levering";
}
