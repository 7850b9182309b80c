using Domain.Access;
using Domain.Persons;
using Persistence.Access;
using SharingApi.Access;
using SharingApi.Audit;
using SharingApi.Graph;
using SharingApi.Identity;

namespace SharingApi.Tests.Access;

/// <summary>The development clients with the grants that they start with, and their callers as tokens name them.</summary>
internal sealed class Founded
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly PersonId FirstPerson = new(Guid.Parse("0193a000-0000-7000-8000-000000000001"));

    public Founded()
    {
        Disclosures = new Disclosures(null!);
        Load();
    }

    public List<Grant> Grants { get; } = [.. FoundingGrants.Make(FirstPerson, Today).SelectMany(made => made.Grants)];

    public Disclosures Disclosures { get; }

    public void Load() => Disclosures.Load(FoundingGrants.Make(FirstPerson, Today).Select(made => made.Client), Grants);

    public Grant GrantOf(string client, Purpose purpose) =>
        Grants.Single(grant => grant.Client == client && grant.Purpose == purpose);

    public static Caller Caller(string client)
    {
        var founding = FoundingClients.All.Single(known => known.Id == client);
        var roles = DevelopmentRoles.Of(founding).ToHashSet(StringComparer.Ordinal);
        return new Caller(client, founding.Kind == ClientKind.User ? "object-id" : null, roles, founding.Kind);
    }

    public OperationContext Operation(string client, Purpose? purpose)
    {
        var caller = Caller(client);
        return Disclosures.AtAll(caller, purpose, Now).Succeeded(out var disclosure, out _)
            ? new OperationContext(caller, disclosure, new ReadRecord("request-1", null))
            : throw new InvalidOperationException("Every founding client is registered.");
    }
}
