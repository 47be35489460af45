// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;
using Proeftuin.App.Monitoring;
using Proeftuin.Core.Monitoring;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Rehearsal;

/// <summary>What came out of a rehearsal on the count date, with everything that was delivered by then. The same plan and seed give the same text.</summary>
public sealed record RehearsalResult(
    string Protocol,
    string ProtocolSha256,
    long Seed,
    int Households,
    int Months,
    string Warning,
    IReadOnlyList<ArmFlow> Flow,
    IReadOnlyList<CohortLine> Cohorts,
    MonitorTables Tables
)
{
    public string ToJson() => Encoding.UTF8.GetString(MonitorJson.Write(this));

    public static RehearsalResult Read(string json) => MonitorJson.Read<RehearsalResult>(json);

    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
