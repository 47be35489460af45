// SPDX-License-Identifier: EUPL-1.2
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Proeftuin.Mutation;

/// <summary>One small change of the library: which node becomes what.</summary>
internal sealed record Mutant(SyntaxNode Node, string Changed)
{
    public string File => Node.SyntaxTree.FilePath;

    public int Line => Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    public string What => $"{Short(Node.ToString())} -> {Short(Changed)}";

    private static string Short(string code)
    {
        var line = string.Join(' ', code.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 70 ? line : line[..70] + "…";
    }
}

/// <summary>Finds the changes that can be made: arithmetic, comparison, boundary, negated condition, constant one higher, least for most, a returned value, a statement left out.</summary>
internal static class Mutants
{
    public static IEnumerable<Mutant> In(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().Where(CanChange).SelectMany(Of);

    private static IEnumerable<Mutant> Of(SyntaxNode node)
    {
        switch (node)
        {
            case BinaryExpressionSyntax binary when Other(binary.Kind()) is { } operators:
                foreach (var other in operators)
                {
                    yield return new(node, $"({binary.Left}) {other} ({binary.Right})");
                }

                break;
            // room for one more in an array changes nothing anybody could see
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } number
                when number.Parent is not ArrayRankSpecifierSyntax:
                yield return new(node, $"({number} + 1)");
                break;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus:
                yield return new(node, $"({minus.Operand})");
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } call
                when called.ToString() is "Math.Min" or "Math.Max":
                yield return new(node, (called.Name.ToString() is "Min" ? "Math.Max" : "Math.Min") + call.ArgumentList);
                break;
            case ExpressionStatementSyntax statement:
                yield return new(node, "");
                if (
                    statement.Expression is AssignmentExpressionSyntax { RawKind: var kind } sum
                    && Sum(kind) is { } turned
                )
                {
                    yield return new(node, $"{sum.Left} {turned} {sum.Right};");
                }

                break;
            case ExpressionSyntax condition when IsCondition(condition):
                yield return new(node, $"!({condition})");
                break;
            case ExpressionSyntax value when IsReturned(value):
                yield return new(node, $"({value}) + 1");
                yield return new(node, $"!({value})");
                break;
            default:
                break;
        }
    }

    private static string[]? Other(SyntaxKind kind) =>
        kind switch
        {
            SyntaxKind.AddExpression => ["-"],
            SyntaxKind.SubtractExpression => ["+"],
            SyntaxKind.MultiplyExpression => ["/"],
            SyntaxKind.DivideExpression => ["*"],
            SyntaxKind.ModuloExpression => ["*"],
            SyntaxKind.LessThanExpression => ["<=", ">="],
            SyntaxKind.LessThanOrEqualExpression => ["<", ">"],
            SyntaxKind.GreaterThanExpression => [">=", "<="],
            SyntaxKind.GreaterThanOrEqualExpression => [">", "<"],
            SyntaxKind.EqualsExpression => ["!="],
            SyntaxKind.NotEqualsExpression => ["=="],
            SyntaxKind.LogicalAndExpression => ["||"],
            SyntaxKind.LogicalOrExpression => ["&&"],
            _ => null,
        };

    private static string? Sum(int kind) =>
        (SyntaxKind)kind switch
        {
            SyntaxKind.AddAssignmentExpression => "-=",
            SyntaxKind.SubtractAssignmentExpression => "+=",
            SyntaxKind.MultiplyAssignmentExpression => "/=",
            SyntaxKind.DivideAssignmentExpression => "*=",
            _ => null,
        };

    private static bool IsCondition(ExpressionSyntax node) =>
        node.Parent switch
        {
            IfStatementSyntax branch => branch.Condition == node,
            ConditionalExpressionSyntax choice => choice.Condition == node,
            _ => false,
        };

    private static bool IsReturned(ExpressionSyntax node) =>
        node.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax
        && node is IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax;

    /// <summary>Not what the compiler needs before the program runs, and not what is worked out once and kept: a change there would never be seen.</summary>
    private static bool CanChange(SyntaxNode node) =>
        !node.Ancestors()
            .Any(a =>
                a
                    is AttributeSyntax
                        or PatternSyntax
                        or CaseSwitchLabelSyntax
                        or EnumMemberDeclarationSyntax
                        or ParameterSyntax
                || (a is LocalDeclarationStatementSyntax { IsConst: true })
                || (
                    a is FieldDeclarationSyntax field
                    && field.Modifiers.Any(m => m.IsKind(SyntaxKind.ConstKeyword) || m.IsKind(SyntaxKind.StaticKeyword))
                )
            );
}
