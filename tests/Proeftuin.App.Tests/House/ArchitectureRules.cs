// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;

namespace Proeftuin.App.Tests.House;

/// <summary>The rules of the house as functions over types, so that probes can show that each of them can fail.</summary>
public static class ArchitectureRules
{
    private static readonly string[] ImpureNamespaces =
    [
        "System.IO",
        "System.Net",
        "System.Threading",
        "System.Diagnostics",
        "Microsoft",
    ];

    private static readonly Type[] ImpureTypes =
    [
        typeof(Environment),
        typeof(Random),
        typeof(RandomNumberGenerator),
        typeof(TimeProvider),
        typeof(Console),
        typeof(AppContext),
    ];

    /// <summary>Harmless members of impure namespaces: what compilers and streams in memory need.</summary>
    private static readonly string[] Allowed =
    [
        "System.IO.MemoryStream",
        "System.IO.Stream",
        "System.IO.StringWriter",
        "System.IO.TextWriter",
        "System.IO.StringReader",
        "System.IO.TextReader",
        "System.Diagnostics.CodeAnalysis",
        "System.Diagnostics.Debugger",
        "System.Diagnostics.UnreachableException",
        "System.Threading.Interlocked",
    ];

    private static readonly (Type Type, string Member)[] ImpureMembers =
    [
        (typeof(DateTime), "get_Now"),
        (typeof(DateTime), "get_UtcNow"),
        (typeof(DateTime), "get_Today"),
        (typeof(DateTimeOffset), "get_Now"),
        (typeof(DateTimeOffset), "get_UtcNow"),
        (typeof(Guid), "NewGuid"),
        (typeof(Guid), "CreateVersion7"),
        (typeof(CultureInfo), "get_CurrentCulture"),
        (typeof(CultureInfo), "get_CurrentUICulture"),
        (typeof(TimeZoneInfo), "get_Local"),
    ];

    /// <summary>The folder of a type: the first word after the given namespace; empty for the root.</summary>
    public static string Folder(Type type, string rootNamespace)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        var space = type.Namespace ?? "";
        return space.Length > rootNamespace.Length && space.StartsWith(rootNamespace + ".", StringComparison.Ordinal)
            ? space[(rootNamespace.Length + 1)..].Split('.')[0]
            : "";
    }

    /// <summary>The arrows between folders that the code really has.</summary>
    public static HashSet<(string From, string To)> Arrows(IEnumerable<Type> types, string rootNamespace)
    {
        var own = types.ToList();
        var assembly = own[0].Assembly;
        return own.SelectMany(from =>
                Used.Types(from)
                    .Where(to => to.Assembly == assembly)
                    .Select(to => (From: Folder(from, rootNamespace), To: Folder(to, rootNamespace)))
            )
            .Where(a => a.From.Length > 0 && a.To.Length > 0 && !string.Equals(a.From, a.To, StringComparison.Ordinal))
            .ToHashSet();
    }

    /// <summary>Whoever walks the arrows never comes back: the folders of every circle.</summary>
    public static List<string> Circles(HashSet<(string From, string To)> arrows)
    {
        HashSet<string> Reach(string start)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var todo = new Stack<string>([start]);
            while (todo.TryPop(out var at))
            {
                foreach (
                    var next in arrows.Where(a => string.Equals(a.From, at, StringComparison.Ordinal)).Select(a => a.To)
                )
                {
                    if (seen.Add(next))
                    {
                        todo.Push(next);
                    }
                }
            }

            return seen;
        }

        return [.. arrows.Select(a => a.From).Distinct(StringComparer.Ordinal).Where(f => Reach(f).Contains(f))];
    }

    /// <summary>Uses of clock, chance, environment, files, network, tasks or the machine's culture.</summary>
    public static List<string> Impure(IEnumerable<Type> types) =>
        [
            .. types
                .Where(IsWrittenByUs)
                .SelectMany(type =>
                    Used.Types(type)
                        .Where(used => IsImpure(used) && !IsIteratorsOwn(type, used))
                        .Select(used => $"{type.FullName} uses {used.FullName}")
                        .Concat(
                            Used.Members(type)
                                .Where(m =>
                                    ImpureMembers.Any(i =>
                                        i.Type == m.DeclaringType
                                        && string.Equals(i.Member, m.Name, StringComparison.Ordinal)
                                    )
                                )
                                .Select(m => $"{type.FullName} calls {m.DeclaringType!.Name}.{m.Name}")
                        )
                ),
        ];

    /// <summary>Uses of floating point.</summary>
    public static List<string> FloatingPoint(IEnumerable<Type> types) =>
        [
            .. types
                .Where(t => Used.Types(t).Overlaps([typeof(double), typeof(float)]))
                .Select(t => $"{t.FullName} uses floating point"),
        ];

    /// <summary>Calls that change rows past the change tracker, so past the ledger.</summary>
    public static List<string> PastTheLedger(IEnumerable<Type> types) =>
        [
            .. types.SelectMany(type =>
                Used.Members(type)
                    .OfType<MethodBase>()
                    .Where(m =>
                        m.Name.StartsWith("ExecuteUpdate", StringComparison.Ordinal)
                        || m.Name.StartsWith("ExecuteDelete", StringComparison.Ordinal)
                        || m.Name.StartsWith("ExecuteSql", StringComparison.Ordinal)
                        || m.Name.StartsWith("ExecuteNonQuery", StringComparison.Ordinal)
                    )
                    .Select(m => $"{type.FullName} calls {m.Name}")
            ),
        ];

    /// <summary>What the compiler's regex generator writes into an assembly is not ours; it reads a time-out from the application's context.</summary>
    private static bool IsWrittenByUs(Type type) => type.Namespace is not "System.Text.RegularExpressions.Generated";

    /// <summary>The compiler gives an iterator the number of its thread; that is no clock and no environment of ours.</summary>
    private static bool IsIteratorsOwn(Type type, Type used) =>
        used == typeof(Environment)
        && Used.Members(type)
            .Where(m => m.DeclaringType == typeof(Environment))
            .All(m => m.Name is "get_CurrentManagedThreadId");

    private static bool IsImpure(Type used)
    {
        var name = used.FullName ?? "";
        return !Allowed.Any(a => name.StartsWith(a, StringComparison.Ordinal))
            && (
                ImpureTypes.Contains(used)
                || ImpureNamespaces.Any(n => (used.Namespace ?? "").StartsWith(n, StringComparison.Ordinal))
            );
    }
}
