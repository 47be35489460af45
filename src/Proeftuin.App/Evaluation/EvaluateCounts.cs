// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Counts;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;

namespace Proeftuin.App.Evaluation;

/// <summary>Works out a published table from a file. Changes nothing, so it needs no account and no ledger entry.</summary>
public static class EvaluateCounts
{
    /// <summary>The table (CSV, one row per group), what its report prints (CSV; without it the claims of a known publication of the same groups), which group is what, and the confidence level between 0 and 1.</summary>
    public sealed record Question(string CountsPath, string? ClaimsPath, GroupRoles Roles, double Level);

    public static Outcome<CountsReport> Handle(Question question) =>
        Text(question.CountsPath)
            .Then(text =>
                CountsFile.Read(
                    Path.GetFileName(question.CountsPath),
                    text,
                    question.Roles,
                    [.. Publications.All.Select(p => p.Counts)]
                )
            )
            .Then(counts => Claims(question, counts).Then(claims => CountsReport.Of(counts, claims, question.Level)));

    private static Outcome<IReadOnlyList<PublishedClaim>> Claims(Question question, PublishedCounts counts) =>
        question.ClaimsPath is { } path
            ? Text(path).Then(text => ClaimsFile.Read(Path.GetFileName(path), text))
            : new Outcome<IReadOnlyList<PublishedClaim>>.Done(
                Publications.All.FirstOrDefault(p => CountsFile.Same(counts.Groups, [p.Counts]) is not null)?.Claims
                    ?? []
            );

    private static Outcome<string> Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new FileNotReadable(path);
        }
    }
}
