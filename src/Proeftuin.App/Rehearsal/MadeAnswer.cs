// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Rehearsal;

/// <summary>What a made person says to the letter.</summary>
public enum Reply
{
    Yes,
    No,
    Nothing,
}

/// <summary>The answer of one lot: after how many days, how, and whether a yes comes after all, so many months after the start.</summary>
public sealed record MadeAnswer(
    Reply Reply,
    int AfterDays,
    int? YesAfterMonths,
    ConsentChannel Channel,
    HelpGiven Help,
    bool CameToMeeting,
    int Choice
)
{
    /// <summary>Answers come within so many days of the letter.</summary>
    public const int MostDays = 20;

    /// <summary>The answer of the <paramref name="number"/>th lot of an arm in a cohort: the same for the same seed, whoever holds the lot.</summary>
    public static MadeAnswer Of(Assumptions assumed, string arm, string cohort, long seed, int number)
    {
        var random = Chances.For(seed, $"antwoord/{cohort}/{arm}", number);
        var of = assumed.Of(arm);
        var at = random.Below(1000);
        var reply =
            at < of.Joins ? Reply.Yes
            : at < of.Joins + assumed.Answers.Declines ? Reply.No
            : Reply.Nothing;
        var lateShare = assumed.Answers.Late;
        // Late is a share of everyone invited, drawn among those who did not say yes.
        int? late =
            reply != Reply.Yes && of.Joins < 1000 && random.Below(1000 - of.Joins) < lateShare
                ? random.Between(1, assumed.Answers.LateWithinMonths)
                : null;
        return new(
            reply,
            random.Between(2, MostDays),
            late,
            random.Weighted((800, ConsentChannel.Paper), (200, ConsentChannel.DigitalWithHelp)),
            random.Weighted(
                (860, HelpGiven.None),
                (60, HelpGiven.Interpreter),
                (60, HelpGiven.HelpWithForm),
                (20, HelpGiven.InterpreterAndForm)
            ),
            random.Chance(reply == Reply.Yes ? 350 : 60),
            random.Below(1 << 16)
        );
    }
}
