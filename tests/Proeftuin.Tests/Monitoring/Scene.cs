// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.Tests.Monitoring;

/// <summary>What the tests of the monitor share.</summary>
internal static class Scene
{
    public static readonly ExitReasons Reasons = ExitReasons
        .Of([
            new("werk", "Werk in loondienst", true, null),
            new("zelfstandig", "Werk als zelfstandige", true, null),
            new("verhuizing", "Verhuizing", false, null),
            new("aow", "AOW-leeftijd", false, null),
            new("onbekend", "Onbekend", false, null),
        ])
        .OrThrow();
}
