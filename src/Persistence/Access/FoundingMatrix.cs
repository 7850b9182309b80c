using Domain.Access;

namespace Persistence.Access;

/// <summary>The sharing matrix that this build was made with.</summary>
public static class FoundingMatrix
{
    private static readonly Lazy<SharingMatrix> Embedded = new(Load);

    /// <summary>The matrix; a faulty one is a fault of the build, and stops the start with a sentence for each.</summary>
    public static SharingMatrix Matrix => Embedded.Value;

    /// <summary>The text of the file.</summary>
    public static string Text() => TextOf("sharing-matrix.csv")!;

    /// <summary>The text of every version of the catalogue, oldest first; the current one is the file itself.</summary>
    public static IReadOnlyList<string> Texts() =>
    [
        .. CatalogueVersions.All.SkipLast(1).Select(version => TextOf($"catalogue-{version.Number}.csv") ?? ""),
        Text(),
    ];

    private static SharingMatrix Load()
    {
        var reading = MatrixText.Read(Text());
        string[] faults = [.. reading.Faults, .. CatalogueVersions.FaultsOf(CatalogueVersions.All, Texts())];
        return faults is [] ? reading.Matrix! : throw new InvalidDataException(string.Join('\n', faults));
    }

    private static string? TextOf(string resource)
    {
        using var stream = typeof(FoundingMatrix).Assembly.GetManifestResourceStream(resource);
        using var reader = stream is null ? null : new StreamReader(stream);
        return reader?.ReadToEnd();
    }
}
