// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Settlement;

/// <summary>The municipality chooses what the law leaves to it, from a month on, with a reason. Earlier months that are settled already get a correction at the next run.</summary>
public sealed class ChooseRule(Work work, TimeProvider clock)
{
    public sealed record Command(string Key, string Word, Month From, Reason Why);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        ChoiceKey
            .Choose(MunicipalChoicesFile.Defaults, command.Key, command.Word)
            .Match(
                _ =>
                    work.Do<Guid>(
                        actor,
                        Permission.ChooseRules,
                        (db, entry) =>
                        {
                            var row = new MunicipalChoiceRow
                            {
                                Id = Guid.CreateVersion7(),
                                MunicipalityId = actor.MunicipalityId,
                                Key = command.Key,
                                Word = command.Word,
                                From = command.From.FirstDay,
                                Why = command.Why.Text,
                                ChosenAt = clock.GetUtcNow(),
                                ChosenBy = actor.AccountId,
                            };
                            db.Add(row);
                            entry.Record("verrekening.keuze", $"keuze/{command.Key}", command.Why);
                            return Task.FromResult<Outcome<Guid>>(row.Id);
                        },
                        ct
                    ),
                why => Task.FromResult<Outcome<Guid>>(new Outcome<Guid>.Refused(why))
            );
}

/// <summary>The municipal choices with what was chosen and by whom. No personal data.</summary>
public sealed class SeeChoices(Work work)
{
    /// <summary>One choice: as the program explains it, the choices made (newest first) with the name of who made them.</summary>
    public sealed record View(ExplainedChoice Explained, IReadOnlyList<Made> Made);

    public sealed record Made(ChoiceWord Word, Month From, string Why, DateTimeOffset At, string By);

    public Task<Outcome<IReadOnlyList<View>>> Handle(Actor actor, CancellationToken ct) =>
        work.Look<IReadOnlyList<View>>(
            actor,
            Permission.ChooseRules,
            async db =>
            {
                var rows = await db.Set<MunicipalChoiceRow>().ToListAsync(ct);
                var accounts = rows.Select(r => r.ChosenBy).Distinct().ToList();
                var names = await db.Set<AccountRow>()
                    .IgnoreQueryFilters()
                    .Where(a => accounts.Contains(a.Id))
                    .ToDictionaryAsync(a => a.Id, a => a.Name, ct);
                return MunicipalChoicesFile
                    .Shipped.Select(explained => new View(
                        explained,
                        [
                            .. rows.Where(r => string.Equals(r.Key, explained.Key.Key, StringComparison.Ordinal))
                                .OrderByDescending(r => r.ChosenAt)
                                .Select(r => new Made(
                                    explained.Key.Words.First(w =>
                                        string.Equals(w.Word, r.Word, StringComparison.Ordinal)
                                    ),
                                    Month.Of(r.From),
                                    r.Why,
                                    r.ChosenAt,
                                    names.GetValueOrDefault(r.ChosenBy, "onbekend")
                                )),
                        ]
                    ))
                    .ToList();
            },
            ct
        );
}
