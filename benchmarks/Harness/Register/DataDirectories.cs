using Harness.Subjects;

namespace Harness.Register;

/// <summary>Registers made once and kept; each scenario that changes one gets a copy of its own.</summary>
internal static class DataDirectories
{
    /// <summary>A fresh copy of the register of so many persons.</summary>
    public static string Copy(string serverAssembly, int persons, int seed, string name)
    {
        var kept = Keep(serverAssembly, persons, seed);
        var copy = Path.Combine(Folders.Benchmarks, "run", name);
        if (Directory.Exists(copy))
        {
            Directory.Delete(copy, recursive: true);
        }

        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(kept))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    private static string Keep(string serverAssembly, int persons, int seed)
    {
        var kept = Path.Combine(Folders.Benchmarks, FormattableString.Invariant($"register-{persons}-{seed}"));
        if (!Directory.Exists(kept))
        {
            // Under another name until it is whole.
            var draft = kept + ".new";
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }

            Directory.CreateDirectory(draft);
            Subject.Run(
                serverAssembly, draft, "register", "--persons", FormattableString.Invariant($"{persons}"), "--seed", FormattableString.Invariant($"{seed}"));
            Directory.Move(draft, kept);
        }

        return kept;
    }
}
