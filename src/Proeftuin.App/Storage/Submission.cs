// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Storage;

/// <summary>The key of the form that is being handled, when there is one. <c>Work</c> writes it in the same transaction as what the form changes.</summary>
public sealed class Submission
{
    public Guid? Key { get; set; }
}
