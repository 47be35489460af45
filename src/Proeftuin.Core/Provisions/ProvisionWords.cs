// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Provisions;

/// <summary>The choices around provisions as people read them.</summary>
public static class ProvisionWords
{
    public static string Dutch(this DelayReason reason) =>
        reason switch
        {
            DelayReason.MissingInformation => "gegevens van de aanvrager ontbraken",
            DelayReason.NotReachable => "de aanvrager was niet bereikbaar",
            DelayReason.OtherMunicipality => "een andere gemeente is verantwoordelijk",
            DelayReason.OwnOrganisation => "oorzaak bij de eigen organisatie",
            DelayReason.Other => "andere reden",
        };

    public static string Dutch(this GuaranteeState state) =>
        state switch
        {
            GuaranteeState.Running => "loopt",
            GuaranteeState.Pressed => "gebruikt, nog geen besluit",
            GuaranteeState.Restarted => "uitkering herstart",
            GuaranteeState.FullApplication => "gewone aanvraag nodig",
            GuaranteeState.Expired => "termijn voorbij, niet gebruikt",
        };

    public static string Dutch(this GuidanceEnd end) =>
        end switch
        {
            GuidanceEnd.HandedOver => "overgedragen aan een ander team",
            GuidanceEnd.ToWork => "naar werk",
            GuidanceEnd.Stopped => "gestopt",
            GuidanceEnd.Other => "andere reden",
        };
}
