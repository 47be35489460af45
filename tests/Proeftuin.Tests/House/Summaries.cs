// SPDX-License-Identifier: EUPL-1.2
using System.Xml.Linq;

namespace Proeftuin.Tests.House;

/// <summary>Which public types lack a summary in the documentation the compiler wrote beside the assembly.</summary>
internal static class Summaries
{
    public static List<string> Missing(IEnumerable<Type> types, XDocument documentation)
    {
        var documented = documentation
            .Descendants("member")
            .Where(m => !string.IsNullOrWhiteSpace(m.Element("summary")?.Value) || m.Element("inheritdoc") is not null)
            .Select(m => m.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. types.Where(t => t.IsPublic).Select(t => t.FullName!).Where(name => !documented.Contains("T:" + name)),
        ];
    }

    public static XDocument Beside(Type type) => XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml"));
}
