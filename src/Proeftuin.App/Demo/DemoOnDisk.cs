// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.Data.Sqlite;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Demo;

/// <summary>What stands where a demonstration is asked for.</summary>
public enum DemoFound
{
    Nothing,

    /// <summary>A finished demonstration of this recipe.</summary>
    Current,

    /// <summary>A demonstration of an older recipe, or one that was broken off.</summary>
    OldOrUnfinished,

    /// <summary>Something else: never touched.</summary>
    SomethingElse,
}

/// <summary>
/// The file of a demonstration with its mark beside it: a small file that says with which recipe it was finished. A database in which
/// there is any municipality that is not one of the demonstration is never moved or removed.
/// </summary>
public sealed class DemoOnDisk
{
    private readonly string path;
    private readonly ProeftuinOptions options;

    private DemoOnDisk(ProeftuinOptions options, string path) => (this.options, this.path) = (options, path);

    private string MarkPath => path + ".recept";

    private static string Mark => DemoRecipe.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null when the connection is no embedded file.</summary>
    public static DemoOnDisk? At(ProeftuinOptions options)
    {
        if (!options.Connection.TrimStart().StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(options.Connection).DataSource);
        return new(options, file);
    }

    public DemoFound Look() =>
        !File.Exists(path) ? DemoFound.Nothing
        : !HoldsOnlyDemoTowns() ? DemoFound.SomethingElse
        : File.Exists(MarkPath) && File.ReadAllText(MarkPath).Trim() == Mark ? DemoFound.Current
        : DemoFound.OldOrUnfinished;

    /// <summary>Writes beside the file that its story is complete.</summary>
    public void MarkFinished() => File.WriteAllText(MarkPath, Mark + "\n");

    /// <summary>Gives the file, its keys and its mark another name and says which.</summary>
    public string SetAside(DateTimeOffset now)
    {
        SqliteConnection.ClearAllPools();
        var aside = $"{path}.oud-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        foreach (var (from, to) in Files(aside).Where(f => File.Exists(f.From)))
        {
            File.Move(from, to);
        }

        return aside;
    }

    public void Remove()
    {
        SqliteConnection.ClearAllPools();
        foreach (var (file, _) in Files(path))
        {
            File.Delete(file);
        }
    }

    private (string From, string To)[] Files(string other) =>
        [
            (path, other),
            (options.KeyFile, other + ".keys"),
            (MarkPath, other + ".recept"),
            (path + "-journal", other + "-journal"),
        ];

    /// <summary>Read as it is, without our model: an older demonstration has an older schema. An empty file is nobody's.</summary>
    private bool HoldsOnlyDemoTowns()
    {
        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = path,
                    Mode = SqliteOpenMode.ReadOnly,
                    Pooling = false,
                }.ToString()
            );
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT \"Name\", \"IsFictional\" FROM \"Municipality\"";
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                if (!row.GetBoolean(1) || DemoTown.All.All(t => t.Name != row.GetString(0)))
                {
                    return false;
                }
            }

            return true;
        }
        catch (SqliteException)
        {
            return new FileInfo(path).Length == 0;
        }
    }
}
