// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Migrations;

/// <summary>Never runs by itself; `dotnet ef` starts from this assembly.</summary>
internal static class Program
{
    private static int Main() => 0;
}
