// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Screening;

/// <summary>What a register says about a yes-or-no fact. Unknown is an answer of its own: it is never read as no.</summary>
public enum Answer
{
    Unknown,
    No,
    Yes,
}
