// SPDX-License-Identifier: EUPL-1.2
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Proeftuin.App.Tests.Storage;

/// <summary>A throw-away PostgreSQL on loopback for one run of the tests or the benchmarks: started at first use, removed at the end. Runs as user postgres when we are root.</summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly string Binaries = FindBinaries();

    private readonly string folder = Path.Combine(
        Path.GetTempPath(),
        "proeftuin-pg-" + Guid.NewGuid().ToString("N")[..12]
    );
    private readonly int port = FreePort();

    private PostgresServer(bool durable)
    {
        Directory.CreateDirectory(folder);
        if (IsRoot)
        {
            Run("chown", "postgres", folder);
        }

        // A server for tests holds nothing that must survive; without fsync they run ten times faster. What is measured is measured as it would run.
        var careless = durable ? "" : "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";
        AsPostgres(
            "initdb",
            "-D",
            Data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync"
        );
        AsPostgres(
            "pg_ctl",
            "-D",
            Data,
            "-l",
            Path.Combine(folder, "log"),
            "-w",
            "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} {careless} -c max_connections=200",
            "start"
        );
    }

    public static PostgresServer Start(bool durable = false) => new(durable);

    public int Port => port;

    public string Connection(string database, string user = "postgres") =>
        $"Host=127.0.0.1;Port={port};Username={user};Database={database};Include Error Detail=true";

    /// <summary>An empty database of an owner who is no superuser, so that row-level security counts; gives the connection.</summary>
    public string NewDatabase(string name)
    {
        Execute("postgres", $"CREATE ROLE {name} LOGIN");
        Execute("postgres", $"CREATE DATABASE {name} OWNER {name}");
        return Connection(name, name);
    }

    public void Execute(string database, string sql)
    {
        using var connection = new NpgsqlConnection(Connection(database) + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>The whole database as text, as a backup would hold it.</summary>
    public string Dump(string database) =>
        Run(Path.Combine(Binaries, "pg_dump"), "-h", "127.0.0.1", "-p", $"{port}", "-U", "postgres", database);

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        AsPostgres("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private static bool IsRoot => Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows();

    private string Data => Path.Combine(folder, "data");

    private static string FindBinaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .OrderBy(d => int.Parse(Path.GetFileName(d), System.Globalization.CultureInfo.InvariantCulture))
                .Select(d => Path.Combine(d, "bin"))
                .Last()
            : throw new InvalidOperationException("The tests need PostgreSQL: apt-get install postgresql");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void AsPostgres(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries, program);
        Run(IsRoot ? "runuser" : path, IsRoot ? ["-u", "postgres", "--", path, .. arguments] : arguments);
    }

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start)!;

        // A started server keeps our pipes open: wait for the program, not for the end of the pipes.
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {error.Result}");
        }

        return arguments.Contains("start", StringComparer.Ordinal) ? "" : output.Result;
    }
}
