namespace SharingApi.Graph.Errors;

/// <summary>
/// How a scalar says no: the engine takes an exception here and nothing else. <see cref="ErrorTranslation"/> turns it into
/// <c>INPUT_INVALID</c>. The message never contains the value.
/// </summary>
internal sealed class InputRefusedException(string expected, string sentence, string? finding = null) : Exception(sentence)
{
    /// <summary>GraphQL type that the value should have been.</summary>
    public string Expected => expected;

    /// <summary>Code of the finding, such as <c>ID_CHECK</c>, where the rule that was broken has one.</summary>
    public string? Finding => finding;
}
