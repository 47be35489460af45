// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;

namespace Proeftuin.Web.Pages.Joint;

/// <summary>How the state of an agreement reads on a screen.</summary>
public static class JointWords
{
    public static string Of(JointState state) =>
        state switch
        {
            JointState.Proposed => "wacht op antwoord",
            JointState.Accepted => "aangenomen",
            JointState.Declined => "afgewezen",
        };
}
