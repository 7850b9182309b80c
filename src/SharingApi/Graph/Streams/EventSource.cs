using Domain.Shared;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace SharingApi.Graph.Streams;

/// <summary>What happens, in order, from a place on; ends only with the token. Each event answers one response.</summary>
/// <param name="Follow">Begins at the same place whenever it is called.</param>
internal sealed record EventStream(Func<CancellationToken, IAsyncEnumerable<object>> Follow);

/// <summary>Where the events of a subscription field come from.</summary>
internal interface IEventSource
{
    /// <summary>The events that the operation asks for; or why there are none for it. Rights were asked before.</summary>
    /// <param name="operation">Who asks, and for what purpose.</param>
    /// <param name="argument">Value of an argument by its name; null where it was not given.</param>
    /// <param name="cancellationToken">Ends the opening; the stream has a token of its own.</param>
    ValueTask<Outcome<EventStream>> OpenAsync(
        OperationContext operation, Func<string, object?> argument, CancellationToken cancellationToken);
}

internal static class EventSources
{
    private const string Key = "sharing.events";

    /// <summary>The field is answered once for each event of the source, which its resolver finds in the operation.</summary>
    public static FieldBuilder<TSource, TReturn> FollowedIn<TSource, TReturn>(
        this FieldBuilder<TSource, TReturn> field, IEventSource source)
    {
        field.FieldType.Metadata[Key] = source;
        field.FieldType.StreamResolver = Unasked.Instance;
        return field;
    }

    public static IEventSource? Of(FieldType field) => field.GetMetadata<IEventSource?>(Key);

    /// <summary>The engine demands an observable of its own. Ours is pulled, event by event, so that a slow reader holds it back.</summary>
    private sealed class Unasked : ISourceStreamResolver
    {
        public static readonly Unasked Instance = new();

        public ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context) =>
            throw new InvalidOperationException("Events are pulled from the source of the field.");
    }
}
