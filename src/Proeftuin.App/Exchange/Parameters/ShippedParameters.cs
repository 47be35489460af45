// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Exchange.Parameters;

/// <summary>The parameters that travel with the program, read once. A broken file is a broken program, so it throws.</summary>
public static class ShippedParameters
{
    private static readonly string Folder = Path.Combine("parameters", "participatiewet");

    private static readonly Lazy<ParameterBook> Once = new(Read);

    public static ParameterBook Book => Once.Value;

    private static ParameterBook Read() =>
        ParameterBook
            .Of(
                [.. ShippedFiles.Names(Folder, ".yaml").Select(n => One(n).OrThrow())],
                HolidayClaimFile.Read(ShippedFiles.Text("parameters", "vakantieaanspraak.yaml")).OrThrow()
            )
            .OrThrow();

    private static Outcome<Parameter> One(string file) =>
        ParameterFile
            .Read(ShippedFiles.Text(Folder, file))
            .Then(read =>
                string.Equals(read.Name + ".yaml", file, StringComparison.Ordinal)
                    ? (Outcome<Parameter>)read
                    : new ParameterMissing(file)
            );
}
