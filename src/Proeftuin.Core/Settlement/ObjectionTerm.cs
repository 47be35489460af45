// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>Until when somebody can object to a decision that was sent on a day: so many weeks from the day after it (art. 6:7 and 6:8 Awb).</summary>
public sealed record ObjectionTerm(DateOnly SentOn, DateOnly LastDay, ParameterUsed Weeks)
{
    /// <summary>Refuses a day for which the term is not known.</summary>
    public static Outcome<ObjectionTerm> Of(DateOnly sentOn, ParameterBook parameters) =>
        parameters
            .Find(ParameterNames.ObjectionWeeks, sentOn)
            .Map(weeks => new ObjectionTerm(sentOn, sentOn.AddDays((int)weeks.Value * 7), weeks));
}
