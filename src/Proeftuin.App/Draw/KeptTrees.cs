// SPDX-License-Identifier: EUPL-1.2
using System.Collections.Concurrent;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>The trees of lists that can no longer change, kept in memory after the first time: a look-up by a citizen then costs the same for ten as for 400,000 lots. Only hashes are kept.</summary>
public sealed class KeptTrees
{
    // A tree of 400,000 leaves takes about 25 MB.
    private const int Most = 8;

    private readonly ConcurrentDictionary<(Guid Draw, string List), Lazy<Task<MerkleTree>>> kept = new();

    public async Task<MerkleTree> Of(Guid draw, string list, Func<Task<MerkleTree>> build)
    {
        if (kept.Count >= Most)
        {
            kept.Clear();
        }

        var entry = kept.GetOrAdd((draw, list), _ => new Lazy<Task<MerkleTree>>(build));
        try
        {
            return await entry.Value;
        }
        catch
        {
            kept.TryRemove((draw, list), out _);
            throw;
        }
    }
}
