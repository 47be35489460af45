// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange;
using Proeftuin.App.Exchange.Counts;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core.Evaluation;

namespace Proeftuin.App.Evaluation;

/// <summary>A published table that travels with the program, where it comes from, and the claims of its report.</summary>
public sealed record Publication(
    string Name,
    PublicationCard Card,
    PublishedCounts Counts,
    IReadOnlyList<PublishedClaim> Claims
);

/// <summary>What a publication is: its title, its source, the date on which was counted, and the files that hold the table and the claims.</summary>
public sealed record PublicationCard(string Title, string Source, DateOnly CountDate, string Table, string Claims);

/// <summary>The published tables that travel with the program. A file of ours that cannot be read is a broken program.</summary>
public static class Publications
{
    private const string Folder = "publications";

    public static IReadOnlyList<Publication> All { get; } =
    [.. ShippedFiles.Names(Folder, ".yaml").Select(n => Read(Path.GetFileNameWithoutExtension(n)))];

    /// <summary>The publication of this name; null when there is none.</summary>
    public static Publication? Named(string name) =>
        All.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.Ordinal));

    private static Publication Read(string name)
    {
        var card = new YamlReading()
            .Read(
                ShippedFiles.Text(Folder, name + ".yaml"),
                file => new PublicationCard(
                    file.Text("titel"),
                    file.Text("bron"),
                    file.Date("teldatum"),
                    file.Text("tabel"),
                    file.Text("beweringen")
                )
            )
            .OrThrow();
        return new(
            name,
            card,
            CountsFile.Read(card.Table, ShippedFiles.Text(Folder, card.Table), GroupRoles.None, []).OrThrow(),
            ClaimsFile.Read(card.Claims, ShippedFiles.Text(Folder, card.Claims)).OrThrow()
        );
    }
}
