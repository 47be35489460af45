// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Data.Sqlite;
using Proeftuin.App.Demo;
using Proeftuin.App.Storage;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Demo;

/// <summary>What stands on the disk is recognised: a demonstration may be set aside, anything else is never touched.</summary>
public sealed class DemoOnDiskTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("proeftuin-demotest-").FullName;

    private ProeftuinOptions Options => new($"Data Source={folder}/demo.db", folder + "/demo.db.keys");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Nothing_is_nothing_and_a_server_is_no_file()
    {
        Disk().Look().ShouldBe(DemoFound.Nothing);
        DemoOnDisk.At(new ProeftuinOptions("Host=localhost", "keys")).ShouldBeNull();
    }

    [Fact]
    public void A_demonstration_without_the_mark_of_this_recipe_is_old_or_unfinished_and_is_kept_under_another_name()
    {
        Make("Fictief Groningen", fictional: true);
        File.WriteAllText(Options.KeyFile, "sleutels");
        Disk().Look().ShouldBe(DemoFound.OldOrUnfinished);
        File.WriteAllText($"{folder}/demo.db.recept", "1\n");
        Disk().Look().ShouldBe(DemoFound.OldOrUnfinished);

        var aside = Disk().SetAside(new DateTimeOffset(2026, 11, 22, 5, 6, 7, TimeSpan.Zero));

        aside.ShouldBe($"{folder}/demo.db.oud-20261122-050607");
        File.Exists(aside).ShouldBeTrue();
        File.ReadAllText(aside + ".keys").ShouldBe("sleutels");
        Disk().Look().ShouldBe(DemoFound.Nothing);
    }

    [Fact]
    public void A_finished_demonstration_is_recognised_and_can_be_removed()
    {
        Make("Fictief Wageningen", fictional: true);
        Disk().MarkFinished();
        Disk().Look().ShouldBe(DemoFound.Current);
        Disk().Remove();
        Directory.GetFiles(folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Groningen", false)]
    [InlineData("Fictief Groningen", false)]
    [InlineData("Voorbeeldstad", true)]
    public void A_municipality_that_is_not_one_of_the_demonstration_makes_it_something_else(string name, bool fictional)
    {
        Make(name, fictional);
        Disk().MarkFinished();
        Disk().Look().ShouldBe(DemoFound.SomethingElse);
    }

    [Fact]
    public void A_file_that_is_no_database_is_something_else()
    {
        File.WriteAllText($"{folder}/demo.db", new string('x', 5000));
        Disk().Look().ShouldBe(DemoFound.SomethingElse);
    }

    private DemoOnDisk Disk() => DemoOnDisk.At(Options)!;

    private void Make(string name, bool fictional)
    {
        using var connection = new SqliteConnection(Options.Connection + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "CREATE TABLE \"Municipality\" (\"Name\" TEXT, \"IsFictional\" INTEGER); INSERT INTO \"Municipality\" VALUES ($name, $fictional)";
        command.Parameters.AddWithValue("$name", name);
        command.Parameters.AddWithValue("$fictional", fictional ? 1 : 0);
        command.ExecuteNonQuery();
    }
}
