using Domain.Access;

namespace Persistence.Access;

/// <summary>The sharing matrix that this build was made with.</summary>
public static class FoundingMatrix
{
    private static readonly Lazy<SharingMatrix> Embedded = new(Load);

    /// <summary>The matrix; a faulty one is a fault of the build, and stops the start with a sentence for each.</summary>
    public static SharingMatrix Matrix => Embedded.Value;

    /// <summary>The text of the file.</summary>
    public static string Text()
    {
        using var stream = typeof(FoundingMatrix).Assembly.GetManifestResourceStream("sharing-matrix.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static SharingMatrix Load()
    {
        var reading = MatrixText.Read(Text());
        return reading.Matrix ?? throw new InvalidDataException(string.Join('\n', reading.Faults));
    }
}
