// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Data.Sqlite;
using Proeftuin.App.Demo;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Browser;
using Xunit;

[assembly: AssemblyFixture(typeof(DemoCopy))]
[assembly: AssemblyFixture(typeof(Chromium))]

namespace Proeftuin.App.Tests.Browser;

/// <summary>The demonstration, made once per run; every test that wants it gets a copy of its own.</summary>
public sealed class DemoCopy : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("proeftuin-demo-").FullName;
    private readonly Lazy<Task<ProeftuinOptions>> made;
    private int copies;

    public DemoCopy() => made = new(Make);

    public async Task<ProeftuinOptions> Take()
    {
        var original = await made.Value;
        var name = Path.Combine(folder, $"kopie{Interlocked.Increment(ref copies)}");
        File.Copy(Path.Combine(folder, "demo.db"), name + ".db");
        File.Copy(original.KeyFile, name + ".sleutels");
        return new ProeftuinOptions($"Data Source={name}.db", name + ".sleutels");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<ProeftuinOptions> Make()
    {
        var options = new ProeftuinOptions(
            $"Data Source={Path.Combine(folder, "demo.db")}",
            Path.Combine(folder, "demo.sleutels")
        );
        await using (var demo = DemoDatabase.Open(options))
        {
            await demo.Prepare(CancellationToken.None);
            await demo.Play((_, _) => { }, CancellationToken.None);
        }

        SqliteConnection.ClearAllPools();
        return options;
    }
}
