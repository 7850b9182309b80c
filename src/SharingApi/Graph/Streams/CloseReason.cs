using System.Net.WebSockets;

namespace SharingApi.Graph.Streams;

/// <summary>Why a socket is closed: the codes of graphql-transport-ws, and of WebSockets themselves where it has none.</summary>
/// <param name="Code">What clients decide by.</param>
/// <param name="Text">At most 123 bytes, and never anything that a client sent.</param>
internal sealed record CloseReason(int Code, string Text)
{
    public static readonly CloseReason Normal = new((int)WebSocketCloseStatus.NormalClosure, "");

    public static readonly CloseReason Stopping = new((int)WebSocketCloseStatus.EndpointUnavailable, "The server stops");

    public static readonly CloseReason Idle = new((int)WebSocketCloseStatus.NormalClosure, "No operation for too long");

    public static readonly CloseReason TooBig = new((int)WebSocketCloseStatus.MessageTooBig, "Message too big");

    public static readonly CloseReason Failed = new((int)WebSocketCloseStatus.InternalServerError, "Internal error");

    public static readonly CloseReason BadMessage = new(4400, "Invalid message received");

    public static readonly CloseReason Unauthorized = new(4401, "Unauthorized");

    public static readonly CloseReason SubProtocol = new(4406, "Subprotocol not acceptable");

    public static readonly CloseReason InitTimeout = new(4408, "Connection initialisation timeout");

    public static readonly CloseReason IdTaken = new(4409, "Subscriber for this id already exists");

    public static readonly CloseReason InitTwice = new(4429, "Too many initialisation requests");

    /// <summary>4403: the caller is known, and not let in for what it asks. The reason is the code of our refusal.</summary>
    public static CloseReason Forbidden(string refusal) => new(4403, refusal);
}
