// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Screening;

/// <summary>The scheme under which the household receives its benefit.</summary>
public enum BenefitKind
{
    Unknown,

    /// <summary>Algemene bijstand, Participatiewet.</summary>
    Participatiewet,

    /// <summary>Besluit bijstandverlening zelfstandigen.</summary>
    Bbz,

    /// <summary>Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte werkloze werknemers.</summary>
    Ioaw,

    /// <summary>Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte gewezen zelfstandigen.</summary>
    Ioaz,
}
