// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Monitoring;

/// <summary>Adds up one line of the table of participants.</summary>
internal sealed class ParticipantsTally(MonitoredGroup group)
{
    private long drawn;
    private long started;
    private long stopped;
    private long left;
    private long onBenefit;
    private long withdrawn;

    public void Add(PersonOutcome outcome, DateOnly countDate)
    {
        drawn++;
        if (!outcome.Person.TookPartBy(countDate))
        {
            return;
        }

        started++;
        withdrawn += outcome.Person.DataWithdrawn ? 1 : 0;
        if (outcome.Person.HadStoppedBy(countDate))
        {
            stopped++;
        }
        else if (!outcome.IsMissing)
        {
            left += outcome.IsOnBenefit ? 0 : 1;
            onBenefit += outcome.IsOnBenefit ? 1 : 0;
        }
    }

    public ParticipantsRow Row() =>
        new()
        {
            Group = group,
            Drawn = drawn,
            Started = started,
            Stopped = stopped,
            Left = left,
            OnBenefit = onBenefit,
            Withdrawn = withdrawn,
        };
}
