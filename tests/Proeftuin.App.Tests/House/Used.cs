// SPDX-License-Identifier: EUPL-1.2
using System.Reflection;
using System.Reflection.Emit;

namespace Proeftuin.App.Tests.House;

/// <summary>What a type uses, read from its signatures and from the instructions of its methods. Nested and compiler-made types count with the type that contains them.</summary>
public static class Used
{
    private const BindingFlags All =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => o.Value);

    /// <summary>All types mentioned by <paramref name="type"/>, taken apart to their elements and arguments.</summary>
    public static HashSet<Type> Types(Type type)
    {
        var found = new HashSet<Type>();
        Add(found, type.BaseType);
        foreach (var i in type.GetInterfaces())
        {
            Add(found, i);
        }

        foreach (var member in Members(type))
        {
            Add(found, member.DeclaringType);
            switch (member)
            {
                case Type t:
                    Add(found, t);
                    break;
                case FieldInfo f:
                    Add(found, f.FieldType);
                    break;
                case MethodBase m:
                    foreach (var p in m.GetParameters())
                    {
                        Add(found, p.ParameterType);
                    }

                    Add(found, (m as MethodInfo)?.ReturnType);
                    foreach (var a in m.IsGenericMethod ? m.GetGenericArguments() : [])
                    {
                        Add(found, a);
                    }

                    break;
            }
        }

        foreach (var field in type.GetFields(All))
        {
            Add(found, field.FieldType);
        }

        foreach (var local in Methods(type).SelectMany(m => m.GetMethodBody()?.LocalVariables ?? []))
        {
            Add(found, local.LocalType);
        }

        return found;
    }

    /// <summary>All members that the methods of <paramref name="type"/> declare or call.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) =>
        Methods(type).SelectMany(method => Called(method).Append(method)).ToHashSet();

    private static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All));

    private static IEnumerable<MemberInfo> Called(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray();
        if (code is null)
        {
            yield break;
        }

        var typeArguments = method.DeclaringType is { IsGenericType: true } d ? d.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length; )
        {
            short value = code[at++];
            if (value == 0xFE)
            {
                value = (short)(0xFE00 | code[at++]);
            }

            var op = OpCodesByValue[value];
            if (
                op.OperandType
                is OperandType.InlineMethod
                    or OperandType.InlineField
                    or OperandType.InlineType
                    or OperandType.InlineTok
            )
            {
                if (
                    method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments) is
                    { } member
                )
                {
                    yield return member;
                }
            }

            at += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(found, type.GetElementType());
            return;
        }

        if (!found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type))
        {
            return;
        }

        foreach (var argument in type.GetGenericArguments())
        {
            Add(found, argument);
        }
    }
}
