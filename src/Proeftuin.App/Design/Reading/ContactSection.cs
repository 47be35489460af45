// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design.Reading;

/// <summary>A contact the protocol prescribes, with its script.</summary>
internal static class ContactSection
{
    public static ContactMoment Read(MapReader c, Codes codes, Knowable<ExperimentPeriod> run)
    {
        var every = c.IntegerOrNone("elke_maanden", 1, 60);
        IReadOnlyList<int> after = [];
        if (every is null)
        {
            after = [.. c.Sections("momenten", m => new Moment(m.Integer("na_maanden", 0, 120))).Select(m => m.After)];
            CheckWithinRun(c, after, run);
        }
        else
        {
            c.NotHere("er staat al een ritme bij 'elke_maanden'.", "óf 'momenten', óf 'elke_maanden'.", "momenten");
        }

        var asked = new List<Question>();
        c.SectionsOrNone("vragen", q => QuestionOf(q, asked));
        return new ContactMoment
        {
            Code = c.Text("code"),
            What = c.Text("wat"),
            Arms = codes.Known(c, "groepen"),
            AfterMonths = after,
            EveryMonths = every,
            Questions = asked,
            Source = c.TextOrNone("bron"),
        };
    }

    private sealed record Moment(int After);

    private static void CheckWithinRun(MapReader c, IReadOnlyList<int> after, Knowable<ExperimentPeriod> run)
    {
        if (run is not Knowable<ExperimentPeriod>.Known { Value: { } period })
        {
            return;
        }

        foreach (var months in after.Where(m => period.From.AddMonths(m) > period.Before))
        {
            c.Wrong("momenten", $"Na {months} maanden is het experiment al voorbij.", "een moment binnen de looptijd.");
        }
    }

    private static Question QuestionOf(MapReader q, List<Question> earlier)
    {
        var condition = q.SectionOrNone("alleen_als", c => new AskedIf(c.Text("vraag"), c.Text("antwoord")));
        if (condition is not null)
        {
            var asked = earlier.FirstOrDefault(e =>
                string.Equals(e.Code, condition.Question, StringComparison.Ordinal)
            );
            if (asked is null)
            {
                q.Wrong(
                    "alleen_als",
                    $"De vraag '{condition.Question}' is niet eerder gesteld.",
                    "de code van een vraag die hierboven staat."
                );
            }
            else if (!asked.Answers.Contains(condition.Answer, StringComparer.Ordinal))
            {
                q.Wrong(
                    "alleen_als",
                    $"'{condition.Answer}' is geen antwoord op vraag '{condition.Question}'.",
                    $"een van: {string.Join(", ", asked.Answers)}."
                );
            }
        }

        var question = new Question(q.Text("code"), q.Text("tekst"), q.TextsOrNone("antwoorden"), condition);
        if (earlier.Any(e => string.Equals(e.Code, question.Code, StringComparison.Ordinal)))
        {
            q.Wrong("code", $"De vraag '{question.Code}' staat er al in.", "een eigen code voor elke vraag.");
        }

        earlier.Add(question);
        return question;
    }
}
