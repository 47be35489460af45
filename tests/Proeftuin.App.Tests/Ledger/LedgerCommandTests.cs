// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Data.Sqlite;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Cli;
using Proeftuin.App.Tests.Storage;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Ledger;

public sealed class LedgerCommandTests(Databases databases)
{
    [Fact]
    public async Task From_an_empty_file_to_a_verified_ledger_with_a_checkpoint_in_four_commands()
    {
        var options = databases.Empty(DatabaseKind.Sqlite);
        string[] place = ["--db", options.Connection, "--keys", options.KeyFile];
        var file = options.KeyFile + ".ijkpunt.json";

        var migrated = await Terminal.Run(["migrate", .. place, "--gemeente", "Nieuwstad", "--admin", "eerste"]);
        migrated.ExitCode.ShouldBe(0, migrated.Error);
        migrated.Output.ShouldContain("Eenmalig wachtwoord:");
        var verified = await Terminal.Run(["ledger", "verify", .. place]);
        verified.ExitCode.ShouldBe(0, verified.Error);
        verified.Output.ShouldContain("Nieuwstad: 2 regels kloppen");
        (await Terminal.Run(["ledger", "checkpoint", .. place, "--out", file])).ExitCode.ShouldBe(0);
        var compared = await Terminal.Run(["ledger", "verify", .. place, "--checkpoint", file]);
        compared.ExitCode.ShouldBe(0, compared.Error);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(options.KeyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Tamper(options);
        var found = await Terminal.Run(["ledger", "verify", .. place]);
        found.ExitCode.ShouldBe(1);
        found.Output.ShouldContain("Regel 1 van het logboek is gewijzigd");
        (await Terminal.Run(["ledger", "checkpoint", .. place, "--out", file + "2"])).ExitCode.ShouldBe(1);
        File.Exists(file + "2").ShouldBeFalse();
    }

    [Fact]
    public async Task A_checkpoint_with_a_changed_letter_is_refused()
    {
        var options = databases.Empty(DatabaseKind.Sqlite);
        string[] place = ["--db", options.Connection, "--keys", options.KeyFile];
        var file = options.KeyFile + ".ijkpunt.json";
        await Terminal.Run(["migrate", .. place, "--gemeente", "Nieuwstad", "--admin", "eerste"]);
        await Terminal.Run(["ledger", "checkpoint", .. place, "--out", file]);
        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(file)).Replace("\"Sequence\": 2", "\"Sequence\": 1", StringComparison.Ordinal)
        );

        var refused = await Terminal.Run(["ledger", "verify", .. place, "--checkpoint", file]);

        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("handtekening");
    }

    [Fact]
    public async Task A_key_file_that_others_can_read_is_refused()
    {
        var options = databases.Empty(DatabaseKind.Sqlite);
        string[] place = ["--db", options.Connection, "--keys", options.KeyFile];
        await Terminal.Run(["migrate", .. place]);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(options.KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var refused = await Terminal.Run(["ledger", "verify", .. place]);

        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("chmod 600");
    }

    [Fact]
    public async Task A_municipality_without_an_administrator_is_wrong_usage_and_the_same_one_twice_is_refused()
    {
        var options = databases.Empty(DatabaseKind.Sqlite);
        string[] place = ["--db", options.Connection, "--keys", options.KeyFile];

        (await Terminal.Run(["migrate", .. place, "--gemeente", "Nieuwstad"])).ExitCode.ShouldBe(2);
        (await Terminal.Run(["migrate", .. place, "--gemeente", "Nieuwstad", "--admin", "eerste"])).ExitCode.ShouldBe(
            0
        );
        var again = await Terminal.Run(["migrate", .. place, "--gemeente", "Nieuwstad", "--admin", "tweede"]);

        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("bestaat al");
    }

    private static void Tamper(ProeftuinOptions options)
    {
        using var connection = new SqliteConnection(options.Connection);
        connection.Open();
        foreach (
            var sql in new[]
            {
                "DROP TRIGGER ledger_no_update",
                "UPDATE LedgerEntry SET Reason = 'anders' WHERE Sequence = 1",
            }
        )
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
