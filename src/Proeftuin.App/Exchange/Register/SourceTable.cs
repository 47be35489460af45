// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Exchange.Register;

/// <summary>One row of the file as text, with the line number a person sees in an editor or spreadsheet.</summary>
internal readonly record struct SourceRow(int Line, string[] Cells);

/// <summary>A file as rows of text: the header first, the other rows as they are read. Numbers and dates of a spreadsheet are already written out.</summary>
internal sealed record SourceTable(string[] Header, IEnumerable<SourceRow> Rows, bool IsSpreadsheet, string Format);
