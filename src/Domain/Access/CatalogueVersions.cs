using System.Security.Cryptography;
using System.Text;

namespace Domain.Access;

/// <summary>One edition of the catalogue: who may ever be given what, as two offices answer for it.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="From">The day in Asia/Shanghai on which it was adopted.</param>
/// <param name="Digest">SHA-256 of the text of its sharing matrix, line ends as LF.</param>
/// <param name="Signatures">Who answers for it; two where it opens anything that the edition before kept shut.</param>
public sealed record CatalogueVersion(int Number, DateOnly From, string Digest, IReadOnlyList<CatalogueSignature> Signatures);

/// <summary>One human's name under one exact text of the catalogue.</summary>
public sealed record CatalogueSignature(string Signer, string Office, string Digest);

/// <summary>The editions of the catalogue, and the rule between them: widening needs a new one with two signatures (domain 7).</summary>
/// <remarks>
/// The text of an edition that was replaced is kept as <c>schema/catalogue/N.csv</c>, so that every build can compare it with the
/// next. A matrix whose digest does not stand here, or that is wider than the edition before without two names of two offices,
/// does not start.
/// </remarks>
public static class CatalogueVersions
{
    private const int SignaturesNeeded = 2;

    /// <summary>Every edition, the current one last. The first opened nothing that was shut: there was nothing before it.</summary>
    public static IReadOnlyList<CatalogueVersion> All { get; } =
    [
        new(1, new DateOnly(2026, 11, 24), "cad1efa6348d7738b2aae26c5a20bf43750752276ebffe03f1241a5dcadd9350", []),
    ];

    /// <summary>The edition in force.</summary>
    public static CatalogueVersion Current => All[^1];

    /// <summary>One sentence for each thing that is wrong between the editions and their texts; none where all is well.</summary>
    /// <param name="versions">The editions, oldest first.</param>
    /// <param name="texts">The text of each, in the same order.</param>
    public static IEnumerable<string> FaultsOf(IReadOnlyList<CatalogueVersion> versions, IReadOnlyList<string> texts)
    {
        if (versions.Count != texts.Count)
        {
            yield return $"There are {versions.Count} versions of the catalogue, but {texts.Count} texts.";
            yield break;
        }

        for (var i = 0; i < versions.Count; i++)
        {
            if (versions[i].Digest != DigestOf(texts[i]))
            {
                yield return $"The matrix is not the text of version {versions[i].Number}: a changed matrix is a new version.";
            }
            else if (i > 0 && MatrixWidening.Between(texts[i - 1], texts[i]) is { Count: > 0 } widened && !IsSigned(versions[i]))
            {
                yield return $"Version {versions[i].Number} opens {string.Join(", ", widened)} without the signatures of two offices.";
            }
        }
    }

    /// <summary>SHA-256 of a text as lower-case hexadecimal, whatever its line ends.</summary>
    public static string DigestOf(string text) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    private static bool IsSigned(CatalogueVersion version)
    {
        var valid = version.Signatures.Where(signature => signature.Digest == version.Digest).ToList();
        return valid.DistinctBy(signature => signature.Signer, StringComparer.Ordinal).Count() >= SignaturesNeeded &&
            valid.DistinctBy(signature => signature.Office, StringComparer.Ordinal).Count() >= SignaturesNeeded;
    }
}
