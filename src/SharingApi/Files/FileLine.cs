namespace SharingApi.Files;

/// <summary>One physical line of a file, still as bytes.</summary>
/// <param name="Number">Counted from 1, as editors do.</param>
/// <param name="Bytes">Without the line break; null for a line that is too long to be held.</param>
internal readonly record struct FileLine(int Number, byte[]? Bytes);
