namespace Testing;

/// <summary>Where the sources lie that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("The tests do not run from within the repository."),
        _ when File.Exists(Path.Combine(folder.FullName, "SharingApi.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
