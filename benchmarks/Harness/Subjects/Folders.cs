namespace Harness.Subjects;

/// <summary>Where things are: everything that a run makes lies under <c>artifacts/benchmarks</c>, but for its result.</summary>
internal static class Folders
{
    public static string Repository { get; } = FindRepository();

    public static string Benchmarks => Path.Combine(Repository, "artifacts", "benchmarks");

    public static string Results => Path.Combine(Repository, "benchmarks", "results");

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SharingApi.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The harness runs inside its repository.");
        }

        return folder.FullName;
    }
}
