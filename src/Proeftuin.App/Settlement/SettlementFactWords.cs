// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;

namespace Proeftuin.App.Settlement;

/// <summary>How the facts for a settlement are called, and what each of them needs.</summary>
public static class SettlementFactWords
{
    public static string Name(SettlementFactKind kind) =>
        kind switch
        {
            SettlementFactKind.HelpsTowardsWork => "Besluit: de vrijlating helpt naar werk, vanaf",
            SettlementFactKind.MoreHoursNotPossible => "Besluit: meer uren werken kan niet, vanaf",
            SettlementFactKind.NewJob => "Nieuwe baan sinds",
            SettlementFactKind.JobEnded => "Baan geëindigd, laatste dag",
            SettlementFactKind.UsedN => "Gebruikte maanden van onderdeel n, vóór de maand van",
            SettlementFactKind.UsedR => "Gebruikte maanden van onderdeel r, vóór de maand van",
            SettlementFactKind.UsedZ => "Gebruikte maanden van onderdeel z, vóór de maand van",
            SettlementFactKind.ChildBorn => "Kind ten laste, geboren op",
            SettlementFactKind.HousemateBorn => "Huisgenoot die kosten deelt, geboren op",
            SettlementFactKind.NoSupportFromParents => "Geen beroep op de ouders, vanaf",
            SettlementFactKind.PartnerCame => "Partner erbij, eerste dag samen",
            SettlementFactKind.PartnerLeft => "Partner weg, eerste dag alleen",
        };

    public static bool IsAboutPerson(SettlementFactKind kind) =>
        kind switch
        {
            SettlementFactKind.HelpsTowardsWork
            or SettlementFactKind.MoreHoursNotPossible
            or SettlementFactKind.NewJob
            or SettlementFactKind.JobEnded
            or SettlementFactKind.UsedN
            or SettlementFactKind.UsedR
            or SettlementFactKind.UsedZ => true,
            SettlementFactKind.ChildBorn
            or SettlementFactKind.HousemateBorn
            or SettlementFactKind.NoSupportFromParents
            or SettlementFactKind.PartnerCame
            or SettlementFactKind.PartnerLeft => false,
        };

    public static bool NeedsNumber(SettlementFactKind kind) =>
        kind is SettlementFactKind.UsedN or SettlementFactKind.UsedR or SettlementFactKind.UsedZ;
}
