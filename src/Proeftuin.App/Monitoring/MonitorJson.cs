// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Proeftuin.Core;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Monitoring;

/// <summary>The monitor as JSON: fields in a fixed order, months as "2018-03", so that the same tables are the same bytes.</summary>
public static class MonitorJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        Converters = { new MonthText(), new JsonStringEnumConverter() },
    };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static string Text(MonitorTables tables) => JsonSerializer.Serialize(tables, Options);

    public static MonitorTables Read(string text) =>
        JsonSerializer.Deserialize<MonitorTables>(text, Options)
        ?? throw new InvalidOperationException("A counted monitor is empty.");

    /// <summary>Something that holds tables, written by <see cref="Write"/>.</summary>
    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options)
        ?? throw new InvalidOperationException($"There is no {typeof(T).Name} here.");

    public static FrozenMonitor ReadFrozen(byte[] document) =>
        JsonSerializer.Deserialize<FrozenMonitor>(document, Options)
        ?? throw new InvalidOperationException("A frozen monitor is empty.");

    private sealed class MonthText : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Month.Of(DateOnly.ParseExact(reader.GetString()!, "yyyy-MM", CultureInfo.InvariantCulture));

        public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

/// <summary>What a frozen monitor says of itself: which experiment by which protocol, and the tables.</summary>
public sealed record FrozenMonitor(string Format, string Experiment, string ProtocolSha256, MonitorTables Tables)
{
    public const string Version1 = "proeftuin.monitor.1";
}
