// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.Core;

namespace Proeftuin.App.Ledger;

/// <summary>The ledger entry of the write that is under way. The use case records what it did and why; what changed is added by the change guard.</summary>
public sealed class LedgerDraft
{
    private readonly List<Act> acts = [];
    private readonly List<RowChange> changes = [];
    private readonly SortedSet<Guid> otherChains = [];

    internal bool IsWriting { get; set; }

    /// <summary>Set by the one use case that may erase content beside a line.</summary>
    internal bool Erases { get; set; }

    /// <summary>Who acts, where that only becomes known inside the transaction (signing in).</summary>
    internal Guid? By { get; set; }

    internal IReadOnlyList<Act> Acts => acts;

    internal bool HasChanges => changes.Count > 0;

    /// <summary>Says what is done. The first call carries the changes of this transaction; a later call is an act of its own, such as a second file that was read.</summary>
    public void Record(
        string action,
        string subject,
        Reason reason,
        string? receipt = null,
        long? count = null,
        Guid? dataSubject = null
    ) => acts.Add(new Act(action, subject, reason, receipt, count, dataSubject));

    /// <summary>An act between two municipalities stands in the ledger of both. Personal content stays with the one that acts.</summary>
    public void AlsoIn(Guid municipality) => otherChains.Add(municipality);

    /// <summary>The chains to write, always in the same order, so that two municipalities never wait for each other.</summary>
    internal IEnumerable<Guid> Chains(Guid own) => otherChains.Append(own).Distinct().Order();

    internal void Add(RowChange change) => changes.Add(change);

    /// <summary>The changes as canonical JSON: sorted by table and key; personal values only when <paramref name="personal"/>. Null when there are none.</summary>
    internal byte[]? ChangesAsJson(bool personal)
    {
        var shown = changes
            .Where(c => !personal || c.Fields.Any(f => f.IsPersonal && !f.IsSecret))
            .OrderBy(c => c.Table, StringComparer.Ordinal)
            .ThenBy(c => c.Key, StringComparer.Ordinal)
            .ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var change in shown)
            {
                change.Write(json, personal);
            }

            json.WriteEndArray();
        }

        return buffer.ToArray();
    }
}

internal sealed record Act(
    string Action,
    string Subject,
    Reason Reason,
    string? Receipt,
    long? Count,
    Guid? DataSubject
);
