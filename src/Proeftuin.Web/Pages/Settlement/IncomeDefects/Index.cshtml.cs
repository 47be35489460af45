// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange;
using Proeftuin.App.Storage;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Pages.Register.Defects;

namespace Proeftuin.Web.Pages.Settlement.IncomeDefects;

/// <summary>What was wrong with a delivery of income that was refused.</summary>
[Requires(Permission.SettleMonths)]
public sealed class IndexModel(SeeDefects see) : DefectsPage(see, DeliveryKind.Income)
{
    protected override string Folder => "/verrekenen/inkomsten";

    public override string Back => "/verrekenen";

    public override string BackText => "Terug naar verrekenen";

    public override string Title => "Meldingen bij de levering van inkomsten";
}
