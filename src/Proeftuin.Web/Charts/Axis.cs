// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Web.Charts;

/// <summary>A horizontal axis of percentages from a round number below to a round number above the data, with its ticks.</summary>
public sealed class Axis
{
    private readonly double left;
    private readonly double right;

    /// <summary>Values are parts of one; left and right are places in the picture.</summary>
    public Axis(double lowest, double highest, double step, double left, double right)
    {
        (this.left, this.right) = (left, right);
        From = Math.Floor(Math.Min(0, lowest) / step) * step;
        To = Math.Ceiling(highest / step) * step;
        Ticks = [.. Enumerable.Range(0, (int)Math.Round((To - From) / step) + 1).Select(i => From + i * step)];
    }

    public double From { get; }

    public double To { get; }

    public IReadOnlyList<double> Ticks { get; }

    public double At(double value) => left + (value - From) / (To - From) * (right - left);
}
