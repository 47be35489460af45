// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Participation;

/// <summary>
/// One lottery with what came of its people. Coming in with a later lottery (<see cref="Number"/> above 1) is something else than saying yes
/// after all on a lot that was drawn before (<see cref="JoinedLater"/>): both are counted apart. Number 1 is the first lottery; in time is up to and including the closing date of the letter; began counts who stopped since too. In persons.
/// </summary>
public sealed record CohortLine(
    string DrawId,
    int Number,
    DateOnly DrawnOn,
    int Drawn,
    int JoinedInTime,
    int JoinedLater,
    int Began
)
{
    public bool IsInflow => Number > 1;
}
