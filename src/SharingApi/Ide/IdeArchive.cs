using System.IO.Compression;

namespace SharingApi.Ide;

/// <summary>The npm package of Banana Cake Pop, whole and unmodified, as the build embedded it (Ide.targets).</summary>
/// <param name="open">Opens the archive; null when this build was made without npm.</param>
internal sealed class IdeArchive(Func<Stream?> open)
{
    private const string ResourceName = "Ide.bananacakepop.zip";

    /// <summary>What the build of this assembly found.</summary>
    public static IdeArchive Embedded { get; } =
        new(static () => typeof(IdeArchive).Assembly.GetManifestResourceStream(ResourceName));

    /// <summary>Opens the package anew: a <see cref="ZipArchive"/> serves one reader, and its directory of some sixty names is
    /// read in microseconds. Null when the build has none.</summary>
    public ZipArchive? Open()
    {
        var stream = open();
        return stream is null ? null : new ZipArchive(stream, ZipArchiveMode.Read);
    }
}
