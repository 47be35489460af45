// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Proeftuin.Mutation;

/// <summary>The library with all chosen changes in it, each behind a switch, so that it is compiled once.</summary>
internal static class Library
{
    /// <summary>What is added to the library: the switch, what was touched, and an end to loops that a change made endless.</summary>
    private const string Switch = """
        global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;
        [assembly: System.Reflection.AssemblyVersion("99.0.0.0")]
        public static class MutationSwitch
        {
            public static int Active = -1;
            public static bool[] Touched = new bool[100_000];
            public static long Steps;
            public static long MostSteps = long.MaxValue;
            public static bool On(int mutant) { Touched[mutant] = true; return mutant == Active; }
            public static void Step() { if (++Steps > MostSteps) throw new TimeoutException("too many steps"); }
        }
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    public static IReadOnlyList<SyntaxTree> Read(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Where(f =>
                    !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
                .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), Parsing, f)),
        ];

    /// <summary>Writes the library and gives the changes that compile; the others are no program and are left out.</summary>
    public static HashSet<int> Write(IReadOnlyList<SyntaxTree> trees, IReadOnlyList<Mutant> mutants, string path)
    {
        var kept = Enumerable.Range(0, mutants.Count).ToHashSet();
        while (true)
        {
            var chosen = kept.ToLookup(i => mutants[i].Node);
            var changed = trees
                .Select(tree =>
                    CSharpSyntaxTree.Create(
                        (CSharpSyntaxNode)new Switches(chosen, mutants).Visit(tree.GetRoot())!,
                        Parsing,
                        tree.FilePath
                    )
                )
                // parsed once more, so that what was written as text is syntax like the rest
                .Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), Parsing, tree.FilePath))
                .Append(CSharpSyntaxTree.ParseText(Switch, Parsing))
                .ToList();
            var compilation = CSharpCompilation.Create("Proeftuin.Statistics", changed, References(), Options());
            using var file = File.Create(path);
            var errors = compilation.Emit(file).Diagnostics.Where(d => d.Severity is DiagnosticSeverity.Error).ToList();
            if (errors.Count == 0)
            {
                return kept;
            }

            if (errors.Sum(e => kept.RemoveWhere(i => Guilty(e).Contains(i))) == 0)
            {
                throw new InvalidOperationException($"The library does not compile: {errors[0]}");
            }
        }
    }

    private static HashSet<int> Guilty(Diagnostic error)
    {
        var node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan);
        foreach (
            var around in node.AncestorsAndSelf()
                .Where(a => a is ExpressionSyntax or StatementSyntax or MemberDeclarationSyntax)
        )
        {
            var switches = around
                .DescendantNodesAndSelf()
                .OfType<InvocationExpressionSyntax>()
                .Where(call => call.Expression.ToString() is "MutationSwitch.On")
                .Select(call => int.Parse(call.ArgumentList.Arguments[0].ToString(), CultureInfo.InvariantCulture))
                .ToHashSet();
            if (switches.Count > 0)
            {
                return switches;
            }
        }

        return [];
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p));

    private static CSharpCompilationOptions Options() =>
        new(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable,
            allowUnsafe: true
        );

    private sealed class Switches(ILookup<SyntaxNode, int> chosen, IReadOnlyList<Mutant> mutants) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? Visit(SyntaxNode? node)
        {
            var visited = base.Visit(node);
            if (node is null || visited is null)
            {
                return visited;
            }

            foreach (var i in chosen[node])
            {
                visited =
                    visited is StatementSyntax
                        ? SyntaxFactory.ParseStatement(
                            $"if (MutationSwitch.On({i})) {{ {mutants[i].Changed} }} else {{ {visited.ToFullString()} }}\n"
                        )
                        : SyntaxFactory.ParseExpression(
                            $" (MutationSwitch.On({i}) ? {mutants[i].Changed} : {visited.ToFullString()}) "
                        );
            }

            return
                node.Parent is WhileStatementSyntax or ForStatementSyntax or DoStatementSyntax or ForEachStatementSyntax
                && visited is BlockSyntax body
                ? body.WithStatements(
                    body.Statements.Insert(0, SyntaxFactory.ParseStatement("MutationSwitch.Step();\n"))
                )
                : visited;
        }
    }
}
