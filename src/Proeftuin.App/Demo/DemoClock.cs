// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Demo;

/// <summary>The clock of a rehearsal: stands where the story is, and only moves forward.</summary>
public sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateTimeOffset moment)
    {
        if (moment < now)
        {
            throw new InvalidOperationException($"The rehearsal cannot go back from {now:O} to {moment:O}.");
        }

        now = moment;
    }

    public void Pass(TimeSpan time) => MoveTo(now + time);

    /// <summary>Goes on to this moment, or stays where it is when that has passed.</summary>
    public void NotBefore(DateTimeOffset moment) => MoveTo(moment > now ? moment : now);
}
