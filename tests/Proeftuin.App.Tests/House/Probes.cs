// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;

namespace Proeftuin.App.Tests.House.Probes
{
    namespace Clock
    {
        public static class ReadsTheClock
        {
            public static int Year() => DateTime.UtcNow.Year;
        }

        public static class ReadsAFile
        {
            public static bool Exists() => File.Exists("x");
        }

        public static class TakesAChance
        {
            public static int Throw() => Random.Shared.Next(6);
        }

        public static class Divides
        {
            public static int Half(int n) => (int)(n * 0.5 + Three());

            private static double Three() => 3;
        }

        public static class DeletesQuietly
        {
            public static Task<int> All(IQueryable<string> rows) => rows.ExecuteDeleteAsync();
        }
    }

    namespace Left
    {
        public static class One
        {
            public static object Make() => new Right.Two();
        }
    }

    namespace Right
    {
        public class Two
        {
            public static object Back() => Left.One.Make();
        }
    }
}
