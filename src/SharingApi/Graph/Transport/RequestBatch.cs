using System.Text.Json;
using System.Text.Unicode;
using GraphQL;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Transport;

/// <summary>
/// What one body asks for: one request; or several, as an array of requests or as one document with an array of variables.
/// </summary>
/// <param name="Members">In the order sent. A member that is no request has its own refusal, which is nobody else's.</param>
/// <param name="IsList">True where the answer is an array too.</param>
internal sealed record RequestBatch(IReadOnlyList<BatchMember> Members, bool IsList)
{
    private const int OpeningBracket = '[';

    // Each member is read again with the limits; this pass only finds where it begins and ends, and never recurses.
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>Reads a body; null and a refusal where it holds nothing that could be answered.</summary>
    public static RequestBatch? Read(ReadOnlySpan<byte> utf8, LimitOptions limits, out RefusalError? refusal)
    {
        var text = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        var start = text.IndexOfAnyExcept(" \t\r\n"u8);
        if (start < 0 || text[start] != OpeningBracket)
        {
            return One(RequestJson.Request(text, limits, out refusal), limits.Batch, ref refusal);
        }

        try
        {
            refusal = Utf8.IsValid(text) ? null : RequestRefusals.NotJson;
            return refusal is null ? Array(text, limits, out refusal) : null;
        }
        catch (JsonException)
        {
            refusal = RequestRefusals.NotJson;
            return null;
        }
    }

    private static RequestBatch? One(GraphRequest? request, int most, ref RefusalError? refusal)
    {
        if (request is null)
        {
            return null;
        }

        if (request.VariableSets is not { } sets)
        {
            return new([new(request, null)], IsList: false);
        }

        refusal = RefusalOf(sets.Count, most);
        return refusal is null
            ? new([.. sets.Select((set, i) => new BatchMember(WithSet(request, set, i), null))], IsList: true)
            : null;
    }

    private static GraphRequest WithSet(GraphRequest request, Inputs set, int index) =>
        request with { Variables = set, VariableSets = null, RepeatsDocument = index > 0 };

    private static RequestBatch? Array(ReadOnlySpan<byte> text, LimitOptions limits, out RefusalError? refusal)
    {
        var json = new Utf8JsonReader(text, AnyDepth);
        json.Read();
        List<Range> places = [];
        var count = 0;
        for (; json.Read() && json.TokenType != JsonTokenType.EndArray; count++)
        {
            var start = (int)json.TokenStartIndex;
            json.Skip();
            if (count < limits.Batch)
            {
                places.Add(start..(int)json.BytesConsumed);
            }
        }

        refusal = json.Read() ? RequestRefusals.NotJson : RefusalOf(count, limits.Batch);
        if (refusal is not null)
        {
            return null;
        }

        var members = new List<BatchMember>(places.Count);
        foreach (var place in places)
        {
            var request = RequestJson.Request(text[place], limits, out var wrong);
            members.Add(request?.VariableSets is null ? new(request, wrong) : new(null, RequestRefusals.BatchInBatch));
        }

        return new(members, IsList: true);
    }

    private static RefusalError? RefusalOf(int count, int most) => count switch
    {
        0 => RequestRefusals.EmptyBatch,
        _ when count > most => LimitRefusals.Batch(most, count),
        _ => null,
    };
}

/// <summary>One request of a body, or why that part of it is none.</summary>
internal readonly record struct BatchMember(GraphRequest? Request, RefusalError? Refusal);
