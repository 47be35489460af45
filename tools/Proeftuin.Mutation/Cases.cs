// SPDX-License-Identifier: EUPL-1.2
using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace Proeftuin.Mutation;

/// <summary>A test with one row of its data.</summary>
internal sealed record Case(MethodInfo Method, object?[] Arguments)
{
    public string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    /// <summary>Whether the test is content.</summary>
    public bool Passes()
    {
        object? scene = null;
        try
        {
            scene = Method.IsStatic ? null : Activator.CreateInstance(Method.DeclaringType!);
            (Method.Invoke(scene, Arguments) as Task)?.GetAwaiter().GetResult();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
        finally
        {
            (scene as IDisposable)?.Dispose();
        }
    }
}

/// <summary>The tests of the statistics, loaded with the changed library in the place of the real one.</summary>
internal sealed class Cases
{
    private readonly FieldInfo active;
    private readonly FieldInfo touched;
    private readonly FieldInfo steps;
    private readonly FieldInfo most;

    public Cases(string tests, string library)
    {
        var context = new AssemblyLoadContext("changed");
        var statistics = context.LoadFromAssemblyPath(library);
        context.Resolving += (_, name) =>
            Path.Combine(tests, name.Name + ".dll") is var path && File.Exists(path)
                ? context.LoadFromAssemblyPath(path)
                : null;
        var type = statistics.GetType("MutationSwitch")!;
        (active, touched) = (type.GetField("Active")!, type.GetField("Touched")!);
        (steps, most) = (type.GetField("Steps")!, type.GetField("MostSteps")!);
        All =
        [
            .. context
                .LoadFromAssemblyPath(Path.Combine(tests, "Proeftuin.Tests.dll"))
                .GetTypes()
                .Where(t => t.Namespace?.StartsWith("Proeftuin.Tests.Statistics", StringComparison.Ordinal) == true)
                .SelectMany(t => t.GetMethods())
                .Where(m => Has(m, "FactAttribute") || Has(m, "TheoryAttribute"))
                .SelectMany(m => Rows(m).Select(row => new Case(m, row))),
        ];
    }

    public IReadOnlyList<Case> All { get; }

    /// <summary>Runs a case on the library as it is: whether it passes, what it touches, its steps and its time.</summary>
    public (bool Passes, bool[] Touched, long Steps, TimeSpan Took) Healthy(Case test)
    {
        var seen = (bool[])touched.GetValue(null)!;
        Array.Clear(seen);
        steps.SetValue(null, 0L);
        var start = Stopwatch.GetTimestamp();
        return (test.Passes(), (bool[])seen.Clone(), (long)steps.GetValue(null)!, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Whether a case sees this change.</summary>
    public bool Sees(Case test, int mutant, long healthySteps)
    {
        active.SetValue(null, mutant);
        steps.SetValue(null, 0L);
        most.SetValue(null, 20 * healthySteps + 1_000_000);
        try
        {
            return !test.Passes();
        }
        finally
        {
            active.SetValue(null, -1);
            most.SetValue(null, long.MaxValue);
        }
    }

    private static bool Has(MethodInfo method, string attribute) =>
        method
            .GetCustomAttributesData()
            .Any(a => string.Equals(a.AttributeType.Name, attribute, StringComparison.Ordinal));

    private static IEnumerable<object?[]> Rows(MethodInfo method)
    {
        if (Has(method, "FactAttribute"))
        {
            return
            [
                [],
            ];
        }

        return method
            .GetCustomAttributes()
            .SelectMany(attribute =>
                attribute.GetType().GetProperty("MemberName")?.GetValue(attribute) is string member
                    ? Member(
                        (Type?)attribute.GetType().GetProperty("MemberType")?.GetValue(attribute)
                            ?? method.DeclaringType!,
                        member
                    )
                : attribute.GetType().GetProperty("Data")?.GetValue(attribute) is object?[] row ? [row]
                : Enumerable.Empty<object?[]>()
            );
    }

    private static IEnumerable<object?[]> Member(Type type, string name)
    {
        const BindingFlags Static =
            BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;
        var rows =
            type.GetProperty(name, Static)?.GetValue(null)
            ?? type.GetField(name, Static)?.GetValue(null)
            ?? type.GetMethod(name, Static)!.Invoke(null, []);
        foreach (var row in (IEnumerable)rows!)
        {
            yield return row as object?[]
                ?? (object?[])row!.GetType().GetInterface("ITheoryDataRow")!.GetMethod("GetData")!.Invoke(row, [])!;
        }
    }
}
