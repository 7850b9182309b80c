using System.Globalization;
using System.Text;
using Domain.Access;
using Domain.Shared;
using Microsoft.Extensions.Primitives;

namespace SharingApi.Access;

/// <summary>Reads the two headers that a request on personal data carries.</summary>
internal static class RequestHeaders
{
    public const string Purpose = "Sharing-Purpose";
    public const string Case = "Sharing-Case";

    /// <summary>Longest file reference, in UTF-16 units; the read log's column is as wide.</summary>
    public const int LongestCase = 100;

    /// <summary>Why the header <c>Sharing-Purpose</c> cannot be used.</summary>
    public static readonly Refusal OnePurpose = new(
        "AUTH_PURPOSE_UNKNOWN",
        $"The header Sharing-Purpose names exactly one of {string.Join(", ", ApiName<Purpose>.All.Keys)}.");

    private static readonly Refusal BadCase = new(
        "REQUEST_INVALID",
        $"The header Sharing-Case holds one file reference of at most {LongestCase} printable characters.");

    /// <summary>The purpose, null where none is named. Two are refused: purposes are never unioned in one request.</summary>
    public static Refusal? ReadPurpose(StringValues header, out Purpose? purpose)
    {
        purpose = null;
        if (header.Count == 0)
        {
            return null;
        }

        if (header.Count > 1 || !ApiName<Purpose>.All.TryGetValue(header[0]!, out var named))
        {
            return OnePurpose;
        }

        purpose = named;
        return null;
    }

    /// <summary>The caller's own file reference, null where there is none.</summary>
    public static Refusal? ReadCase(StringValues header, out string? reference)
    {
        reference = header.Count == 0 || string.IsNullOrWhiteSpace(header[0]) ? null : header[0];
        return header.Count > 1 || (reference is not null && !IsReference(reference)) ? BadCase : null;
    }

    private static bool IsReference(string text)
    {
        if (text.Length > LongestCase)
        {
            return false;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            var isPrintable = rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
                (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or
                UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            if (!isPrintable)
            {
                return false;
            }
        }

        return true;
    }
}
