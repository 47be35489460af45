// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;
using Proeftuin.Core;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Rehearsal;

/// <summary>Leaving benefit: the first day without, why, and the day of return when there is one.</summary>
public sealed record MadeExit(DateOnly On, string Reason, bool ToWork, DateOnly? BackOn);

/// <summary>Earnings of a month; <paramref name="FirstTold"/> is what was delivered before it was corrected.</summary>
public sealed record MadeEarnings(Month Month, Eur Amount, Eur? FirstTold);

/// <summary>Stopping with the experiment, and what may be done with the data.</summary>
public sealed record MadeStop(DateOnly On, bool ByMunicipality, DataChoice Data);

/// <summary>What happens to one made person from a day on: exits and returns, earnings, and stopping. The same for the same seed, group and number.</summary>
public sealed record MadeLife(
    IReadOnlyList<MadeExit> Exits,
    IReadOnlyList<MadeEarnings> Earnings,
    MadeStop? Stop,
    IReadOnlyList<int> Delays
)
{
    /// <summary>How many months later than usual the exit with this place is delivered.</summary>
    public int DelayOf(int exit) => Delays[exit];

    public bool IsAwayOn(DateOnly day) => Exits.Any(e => e.On <= day && (e.BackOn is not { } back || back > day));

    /// <summary>
    /// A life of <paramref name="months"/> months from <paramref name="from"/>. With <paramref name="ownStart"/> the person takes part from that
    /// day under the effects of <paramref name="arm"/>; without it there is no effect and nothing to stop.
    /// </summary>
    public static MadeLife Of(
        Assumptions assumed,
        AssumedArm? arm,
        DateOnly? ownStart,
        DateOnly from,
        int months,
        SeededRandom random
    ) => new Living(assumed, arm, ownStart, from, months, random).Live();

    private sealed class Living(
        Assumptions assumed,
        AssumedArm? arm,
        DateOnly? ownStart,
        DateOnly from,
        int months,
        SeededRandom random
    )
    {
        private readonly List<MadeExit> exits = [];
        private readonly List<MadeEarnings> earnings = [];
        private readonly List<int> delays = [];
        private readonly int leaning = random.Below(1000);
        private readonly int usual = random.Between(
            (int)(assumed.Earnings.Least.Cents / 100),
            (int)(assumed.Earnings.Most.Cents / 100)
        );
        private MadeStop? stop;

        public MadeLife Live()
        {
            DateOnly? back = null;
            var away = false;
            for (var m = 0; m < months; m++)
            {
                var month = Month.Of(from).Plus(m);
                if (away && back is { } day && Month.Of(day) <= month)
                {
                    (away, back) = (false, null);
                    continue;
                }

                if (away)
                {
                    continue;
                }

                var takesPart = ownStart is { } start && start <= month.FirstDay && stop is null;
                Earn(month, m, takesPart);
                if (takesPart)
                {
                    MaybeStop(month);
                }

                if (Leave(month, takesPart) is { } exit)
                {
                    exits.Add(exit);
                    delays.Add(random.Chance(assumed.Delivery.Late) ? random.Between(1, 3) : 0);
                    (away, back) = (true, exit.BackOn);
                }
            }

            return new(exits, earnings, stop, delays);
        }

        private MadeExit? Leave(Month month, bool takesPart)
        {
            foreach (var cause in assumed.Exits)
            {
                var effect = takesPart && cause.ToWork && arm is not null ? arm.Effect : AssumedArm.NoEffect;
                if (!random.ThisMonth(cause.PerYear, effect))
                {
                    continue;
                }

                var on = Later(DayIn(month), from.AddDays(1));
                DateOnly? back = random.Chance(assumed.Return.Chance)
                    ? on.AddMonths(random.Between(1, assumed.Return.WithinMonths)).AddDays(random.Below(20))
                    : null;
                // Nobody comes back from death or old age.
                return new(on, cause.Reason, cause.ToWork, cause.IsFinal ? null : back);
            }

            return null;
        }

        private void Earn(Month month, int m, bool takesPart)
        {
            var share =
                assumed.Earnings.ShareAtStart
                + (assumed.Earnings.ShareAtEnd - assumed.Earnings.ShareAtStart) * m / Math.Max(1, months - 1);
            var effect = takesPart && arm is not null ? arm.EarningsEffect : AssumedArm.NoEffect;
            if (leaning >= share * effect / 100 || random.Chance(80))
            {
                return;
            }

            var euros = Math.Max(1, usual * random.Between(80, 120) / 100);
            var amount = random.Chance(assumed.Earnings.Round)
                ? new Eur(100L * Math.Max(50, euros / 50 * 50))
                : new Eur(100L * euros + random.Below(100));
            earnings.Add(
                new(
                    month,
                    amount,
                    random.Chance(assumed.Delivery.Corrected)
                        ? new Eur(amount.Cents + 100 * random.Between(5, 60))
                        : null
                )
            );
        }

        private void MaybeStop(Month month)
        {
            var ended = random.ThisMonth(assumed.Stops.EndedPerYear);
            if (!ended && !random.ThisMonth(assumed.Stops.PerYear))
            {
                return;
            }

            var at = random.Below(1000);
            var data =
                ended || at < assumed.Stops.KeepFollowing ? DataChoice.KeepFollowing
                : at < assumed.Stops.KeepFollowing + assumed.Stops.UseUntilNow ? DataChoice.UseUntilNow
                : DataChoice.WithdrawData;
            stop = new(Later(DayIn(month), ownStart!.Value.AddDays(1)), ended, data);
        }

        private DateOnly DayIn(Month month) => month.FirstDay.AddDays(random.Below(28));

        private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
    }
}
