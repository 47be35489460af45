// SPDX-License-Identifier: EUPL-1.2
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Exchange;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>What holds for every household of a municipality: the registers, the rules of the groups and the choices, with when they became known.</summary>
internal sealed record TownFacts(
    IReadOnlyDictionary<Guid, RegisterSnapshotRow> Snapshots,
    IReadOnlyDictionary<Guid, RecordedProtocol> Protocols,
    IReadOnlyList<MunicipalChoiceRow> Chosen
)
{
    private static readonly Lazy<string> Parameters = new(HashParameters);

    /// <summary>The version of this program, as it stands with every statement.</summary>
    public static string ProgramVersion { get; } =
        typeof(TownFacts)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "0";

    /// <summary>Of the files with the amounts of the law, by name and content.</summary>
    public static string ParametersSha256 => Parameters.Value;

    public static async Task<TownFacts> Of(ProeftuinDb db, CancellationToken ct)
    {
        var snapshots = await db.Set<RegisterSnapshotRow>().AsNoTracking().ToDictionaryAsync(s => s.Id, ct);
        var protocols = new Dictionary<Guid, RecordedProtocol>();
        foreach (var experiment in await db.Set<ExperimentRow>().AsNoTracking().ToListAsync(ct))
        {
            (await RecordedProtocol.Latest(db, experiment.Slug, ct)).Match(
                protocol => protocols[experiment.Id] = protocol,
                _ => null!
            );
        }

        var chosen = await db.Set<MunicipalChoiceRow>().AsNoTracking().ToListAsync(ct);
        return new(snapshots, protocols, [.. chosen.OrderBy(c => c.From).ThenBy(c => c.ChosenAt).ThenBy(c => c.Id)]);
    }

    /// <summary>The defaults, with what the municipality chose for this month.</summary>
    public MunicipalChoices ChoicesIn(Month month) =>
        Chosen
            .Where(c => c.From <= month.FirstDay)
            .Aggregate(
                MunicipalChoicesFile.Defaults,
                (choices, c) => ChoiceKey.Choose(choices, c.Key, c.Word).Match(made => made, _ => choices)
            );

    /// <summary>The first month that a choice or protocol recorded since then may have changed; null when there is none.</summary>
    public Month? ChangedSince(DateTimeOffset since) =>
        Chosen.Where(c => c.ChosenAt >= since).Select(c => (Month?)Month.Of(c.From)).Min();

    private static string HashParameters()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (folder, name) in Files())
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n" + ShippedFiles.Text(folder, name) + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<(string Folder, string Name)> Files()
    {
        var folder = Path.Combine("parameters", "participatiewet");
        return ShippedFiles
            .Names(folder, ".yaml")
            .Select(name => (folder, name))
            .Append(("parameters", "vakantieaanspraak.yaml"))
            .Append(("parameters", "aow-leeftijd.yaml"));
    }
}
