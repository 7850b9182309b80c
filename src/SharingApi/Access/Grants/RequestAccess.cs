using Domain.Access;
using Domain.Shared;
using Persistence.Writing;

namespace SharingApi.Access.Grants;

/// <summary>What a department sent; anything may be missing, and is then told at once with everything else that is.</summary>
internal sealed record SentAccessRequest
{
    public Purpose? Purpose { get; init; }

    public RowScope? Scope { get; init; }

    public IReadOnlyList<ProposedItem>? Items { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Basis { get; init; }

    public string? Scenario { get; init; }

    public SharingMethod? Method { get; init; }
}

/// <summary>Takes a department's request for shared data and starts the clock on it.</summary>
internal sealed class RequestAccess(WriteChannel channel, TimeProvider clock)
{
    private const int LongestText = 500;

    public async Task<AccessResult<AccessRequest>> RunAsync(string client, SentAccessRequest sent, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<Finding> faults = [.. MissingIn(sent)];
        faults.AddRange(GrantRules.OfItems(new GrantProposal { Items = sent.Items ?? [] }));
        if (sent is { From: { } from, To: { } to } && to <= from)
        {
            faults.Add(new("GRANT_ENDS_BEFORE_START", Severity.Error, "to", "The day on which it no longer holds must lie after the first one."));
        }

        if (faults.Count > 0)
        {
            return AccessResult<AccessRequest>.Refused(faults);
        }

        return await channel.RunAsync(
            (db, _) =>
            {
                var request = new AccessRequest
                {
                    Id = Guid.CreateVersion7(now),
                    Client = client,
                    Purpose = sent.Purpose!.Value,
                    ScopeKind = sent.Scope!.Kind,
                    ScopeCode = sent.Scope.Code,
                    Items = string.Join(',', sent.Items!.Select(item => $"{item.Item}:{LevelLetter.Of(item.Level)}")),
                    Basis = sent.Basis!,
                    Scenario = sent.Scenario!,
                    Method = sent.Method!.Value,
                    From = sent.From!.Value,
                    To = sent.To!.Value,
                    ReceivedAt = now,
                };
                request.SetClocks();
                db.AccessRequests.Add(request);
                return Task.FromResult(AccessResult<AccessRequest>.Made(request));
            },
            cancellationToken);
    }

    // Decree 809, article 21: all that is missing is told once.
    private static IEnumerable<Finding> MissingIn(SentAccessRequest sent)
    {
        (string Field, bool IsThere)[] parts =
        [
            ("purpose", sent.Purpose is not null),
            ("scope", sent.Scope is not null),
            ("items", sent.Items is { Count: > 0 }),
            ("from", sent.From is not null),
            ("to", sent.To is not null),
            ("basis", IsSaid(sent.Basis)),
            ("scenario", IsSaid(sent.Scenario)),
            ("method", sent.Method is not null),
        ];
        return parts.Where(part => !part.IsThere).Select(part => new Finding(
            "ACCESS_REQUEST_INCOMPLETE",
            Severity.Error,
            part.Field,
            $"A request states its {part.Field}; texts have 1 to {LongestText} characters."));
    }

    private static bool IsSaid(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText;
}
