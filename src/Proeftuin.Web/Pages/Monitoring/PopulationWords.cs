// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Monitoring;

namespace Proeftuin.Web.Pages.Monitoring;

/// <summary>How the populations are called on the screen and in an address.</summary>
public static class PopulationWords
{
    public static Population Of(string? code) =>
        code switch
        {
            "begonnen" => Population.Participants,
            "niet-gestopt" => Population.ParticipantsWhoDidNotStop,
            _ => Population.IntentionToTreat,
        };

    public static string Code(Population population) =>
        population switch
        {
            Population.IntentionToTreat => "geloot",
            Population.Participants => "begonnen",
            Population.ParticipantsWhoDidNotStop => "niet-gestopt",
        };

    public static string Name(Population population) =>
        population switch
        {
            Population.IntentionToTreat => "Iedereen die geloot is",
            Population.Participants => "Wie begon",
            Population.ParticipantsWhoDidNotStop => "Wie begon en niet stopte",
        };
}
