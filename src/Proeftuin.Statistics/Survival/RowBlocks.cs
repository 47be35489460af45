// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>Work over rows in blocks of a fixed size. Each block writes its own result; the caller adds them up in order, so the number of threads changes nothing.</summary>
internal static class RowBlocks
{
    public const int Size = 4096;
    private const int WorthThreads = 4;

    public static int Count(int rows) => (rows + Size - 1) / Size;

    public static void Each(int rows, Action<int, int, int> block)
    {
        var count = Count(rows);
        void Run(int b) => block(b, b * Size, Math.Min(rows, (b + 1) * Size));
        if (count < WorthThreads)
        {
            for (var b = 0; b < count; b++)
            {
                Run(b);
            }
        }
        else
        {
            Parallel.For(0, count, Run);
        }
    }
}
