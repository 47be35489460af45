// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Proeftuin.Mutation;

// mutation SOURCE TESTS [CHANGES] [SEED]: makes a sample of small changes over all folders of the library's source and says how many a test saw.
var (source, tests) = (Path.GetFullPath(args[0]), Path.GetFullPath(args[1]));
var many = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 300;
var seed = args.Length > 3 ? args[3] : "1";
var slowest = TimeSpan.FromSeconds(60);

var trees = Library.Read(source);
var all = trees.SelectMany(Mutants.In).ToList();

// every folder in proportion, and at least a few; some will not compile
var sample = all.GroupBy(Folder, StringComparer.Ordinal)
    .SelectMany(own =>
        own.OrderBy(Place, StringComparer.Ordinal)
            .Take(Math.Max(5, (int)Math.Ceiling(1.15 * many * own.Count() / all.Count)))
    )
    .ToList();
var library = Path.Combine(AppContext.BaseDirectory, "changed", "Proeftuin.Statistics.dll");
Directory.CreateDirectory(Path.GetDirectoryName(library)!);
var compiled = Library.Write(trees, sample, library);
Console.WriteLine($"{all.Count} changes are possible; {sample.Count} chosen, {compiled.Count} compile");

// tests that talk are not listened to
var terminal = Console.Out;
Console.SetOut(TextWriter.Null);
var cases = new Cases(tests, library);
var healthy = cases.All.Select(test => (Test: test, Run: cases.Healthy(test))).ToList();
var useful = healthy.Where(h => h.Run.Passes && h.Run.Took < slowest).OrderBy(h => h.Run.Took).ToList();
terminal.WriteLine(
    $"{healthy.Count} tests; {healthy.Count(h => !h.Run.Passes)} do not pass on their own, {healthy.Count(h => h.Run.Took >= slowest)} are too slow to play along"
);

var (seen, left) = (new List<Mutant>(), new List<Mutant>());
foreach (var i in compiled.Order())
{
    var by = useful.Where(h => h.Run.Touched[i]).FirstOrDefault(h => cases.Sees(h.Test, i, h.Run.Steps)).Test;
    (by is null ? left : seen).Add(sample[i]);
    var verdict =
        by is not null ? $"seen by {by.Name}"
        : useful.Exists(h => h.Run.Touched[i]) ? "NOT SEEN"
        : "NOT SEEN, no test comes there";
    terminal.WriteLine($"{Path.GetRelativePath(source, sample[i].File)}:{sample[i].Line}\t{sample[i].What}\t{verdict}");
}

foreach (var folder in seen.Concat(left).GroupBy(Folder, StringComparer.Ordinal))
{
    terminal.WriteLine($"{folder.Key}: {folder.Count(seen.Contains)} of {folder.Count()} seen");
}

terminal.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{seen.Count} of {seen.Count + left.Count} seen: {100.0 * seen.Count / (seen.Count + left.Count):0.0}%"
    )
);

string Folder(Mutant mutant) => Path.GetRelativePath(source, Path.GetDirectoryName(mutant.File)!);

// the same sample on every machine
string Place(Mutant mutant) =>
    Convert.ToHexString(
        SHA256.HashData(
            Encoding.UTF8.GetBytes(
                $"{seed}|{Path.GetRelativePath(source, mutant.File)}|{mutant.Node.SpanStart}|{mutant.Changed}"
            )
        )
    );
