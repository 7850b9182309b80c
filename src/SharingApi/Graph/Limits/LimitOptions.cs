using System.ComponentModel.DataAnnotations;

namespace SharingApi.Graph.Limits;

/// <summary>What one request may ask for (<c>Limits:*</c>, api.md 3). Outside the ranges the program does not start.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Bytes of a request body.</summary>
    [Range(1_024, 64 * 1024 * 1024)]
    public int BodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Within this time the whole body must have arrived.</summary>
    [Range(1, 600)]
    public int BodySeconds { get; set; } = 10;

    /// <summary>Bytes of a response; a larger one is refused before its first byte leaves.</summary>
    [Range(64 * 1024, 256 * 1024 * 1024)]
    public int ResponseBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Requests, or sets of variables, in one body.</summary>
    [Range(1, 1_000)]
    public int Batch { get; set; } = 20;

    /// <summary>Lexical tokens of a document.</summary>
    [Range(100, 100_000)]
    public int Tokens { get; set; } = 5_000;

    /// <summary>
    /// Characters in one line of a document. The parser quotes the line that has a fault, in a time that grows with the square of
    /// its length: ten seconds for 120,000 characters.
    /// </summary>
    [Range(1_000, 50_000)]
    public int LineCharacters { get; set; } = 10_000;

    /// <summary>Characters of one text in the JSON of a request, the document apart; an escape counts as it is written.</summary>
    [Range(1_000, 1_000_000)]
    public int TextCharacters { get; set; } = 10_000;

    /// <summary>Values in the variables of one request, lists and objects among them.</summary>
    [Range(1_000, 1_000_000)]
    public int Values { get; set; } = 50_000;

    /// <summary>Lists and objects inside one another, in literals and in variables.</summary>
    [Range(1, 60)]
    public int ValueDepth { get; set; } = 32;

    /// <summary>Selection sets inside one another, fragments included.</summary>
    [Range(1, 60)]
    public int SelectionDepth { get; set; } = 12;

    /// <summary>The same under <c>__schema</c> and <c>__type</c>.</summary>
    [Range(1, 60)]
    public int IntrospectionDepth { get; set; } = 20;

    /// <summary>Fields in one selection set.</summary>
    [Range(1, 10_000)]
    public int FieldsInSet { get; set; } = 500;

    /// <summary>Fields of the document after fragments are expanded.</summary>
    [Range(1, 50_000)]
    public int ExpandedFields { get; set; } = 2_000;

    /// <summary>Selections of one and the same field in one selection set, under aliases or not, fragments expanded.</summary>
    [Range(1, 500)]
    public int Aliases { get; set; } = 30;

    /// <summary>Fields, each as often as the pages around it are long, of all operations of a request together.</summary>
    [Range(1_000, 100_000_000)]
    public int Cost { get; set; } = 100_000;

    /// <summary>
    /// Within this time a query, or one event of a subscription, must be ready to be answered; its statement is interrupted then. A
    /// mutation has no such limit: half done it would leave its sender in doubt.
    /// </summary>
    [Range(1, 600)]
    public int ExecutionSeconds { get; set; } = 10;

    /// <summary>Directives of a document.</summary>
    [Range(1, 5_000)]
    public int Directives { get; set; } = 100;

    /// <summary>Within this time a new socket must have sent its init.</summary>
    [Range(1, 600)]
    public int SocketInitSeconds { get; set; } = 10;

    /// <summary>So long a socket may be open without an operation.</summary>
    [Range(1, 3_600)]
    public int SocketIdleSeconds { get; set; } = 60;

    /// <summary>Within this time a client must have taken a message; a slower one is cut off.</summary>
    [Range(1, 600)]
    public int SocketSendSeconds { get; set; } = 20;

    /// <summary>Operations on one socket at a time.</summary>
    [Range(1, 10_000)]
    public int SocketOperations { get; set; } = 100;

    /// <summary>Texts that are kept by their hash for one client (automatic persisted operations).</summary>
    [Range(1, 100_000)]
    public int AutomaticOperations { get; set; } = 500;

    /// <summary>Characters of the texts of one client.</summary>
    [Range(1_000, 100_000_000)]
    public int AutomaticCharacters { get; set; } = 500_000;

    /// <summary>Characters of the texts of all clients.</summary>
    [Range(1_000, 500_000_000)]
    public int AutomaticCharactersInAll { get; set; } = 4_000_000;

    /// <summary>Documents that are kept parsed and validated.</summary>
    [Range(1, 100_000)]
    public int CachedDocuments { get; set; } = 1_000;

    /// <summary>Characters of all kept documents together; each token of a valid one counts as 32 more.</summary>
    [Range(10_000, 500_000_000)]
    public int CachedCharacters { get; set; } = 8_000_000;
}
