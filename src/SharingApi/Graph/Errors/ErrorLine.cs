using GraphQLParser;

namespace SharingApi.Graph.Errors;

/// <summary>One entry of <c>errors</c> as the client reads it.</summary>
/// <param name="Code">Stable code, listed in <c>schema/refusals.md</c>.</param>
/// <param name="Message">A sentence without values, .NET types or SQL.</param>
/// <param name="Extensions">What stands beside the code.</param>
/// <param name="Locations">Places in the document, where there are any.</param>
/// <param name="Path">Response path of the field, where one failed.</param>
internal readonly record struct ErrorLine(
    string Code,
    string Message,
    IReadOnlyList<KeyValuePair<string, object?>> Extensions,
    IReadOnlyList<Location>? Locations,
    IEnumerable<object>? Path);
