using System.Collections.Frozen;
using System.Diagnostics;
using Domain.Access;
using Domain.Shared;
using SharingApi.Graph;

namespace SharingApi.Access;

/// <summary>Says whether an operation may ask for a root field at all, before anything is read.</summary>
internal sealed class RootFieldRights(Disclosures disclosures)
{
    private static readonly FrozenDictionary<string, RootFieldRight> Rights =
        RootFieldTable.Rows.ToFrozenDictionary(row => row.Field, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Introspection = new[] { "__schema", "__type", "__typename" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The root fields among these that nobody classified: any at all stops the start.</summary>
    public static IReadOnlyList<string> Uncovered(IEnumerable<string> rootFields) =>
        [.. rootFields.Where(field => !Rights.ContainsKey(field) && !Introspection.Contains(field))];

    /// <summary>
    /// Null where the field is open to the operation; otherwise <c>AUTH_NOT_AUTHENTICATED</c>, <c>AUTH_CLIENT_UNKNOWN</c>,
    /// <c>AUTH_PURPOSE_UNKNOWN</c>, <c>AUTH_PURPOSE_REQUIRED</c>, <c>AUTH_PURPOSE_NOT_GRANTED</c> or <c>AUTH_NOT_AUTHORIZED</c>.
    /// </summary>
    /// <remarks>It also notes the field for the read log, so that a refused operation is recorded as surely as an answered one.</remarks>
    public Refusal? Refuse(OperationContext operation, string rootField)
    {
        if (Introspection.Contains(rootField))
        {
            return RefusalOfAll(operation.Disclosure);
        }

        if (operation.Caller is not { } caller)
        {
            return new Refusal("AUTH_NOT_AUTHENTICATED", $"The field {rootField} needs a token.");
        }

        if (!Rights.TryGetValue(rootField, out var right))
        {
            return RefusalOfAll(operation.Disclosure) ?? NotAuthorized(rootField, operation.Disclosure);
        }

        Note(operation, right);
        return RefusalOfAll(operation.Disclosure) ?? Refuse(caller, operation.Disclosure, right);
    }

    // A request that is wrong in itself opens nothing, not even what needs no purpose.
    private static Refusal? RefusalOfAll(Disclosure disclosure) => disclosure.Basis switch
    {
        DisclosureBasis.UnknownClient => Disclosures.UnknownClient,
        DisclosureBasis.UnknownPurpose => RequestHeaders.OnePurpose,
        _ => null,
    };

    private static void Note(OperationContext operation, RootFieldRight right)
    {
        operation.Record.ConcernsPersons |= right.ConcernsPersons;
        if (!operation.Record.RootFields.Contains(right.Field, StringComparer.Ordinal))
        {
            operation.Record.RootFields.Add(right.Field);
        }
    }

    private Refusal? Refuse(Caller caller, Disclosure disclosure, RootFieldRight right) => disclosure.Basis switch
    {
        DisclosureBasis.NotGranted => NotGranted(disclosure),
        DisclosureBasis.Ended => RefuseAfterTheEnd(caller, disclosure, right),
        DisclosureBasis.NoPurpose when right.Openings.Count > 0 && !IsMet(right.WithoutPurpose, caller, disclosure) => PurposeRequired(right),
        DisclosureBasis.SendsOnly when right.OpenToReconciliation => NotGranted(disclosure),
        _ => IsMet(OpeningOf(disclosure, right), caller, disclosure) ? null : NotAuthorized(right.Field, disclosure),
    };

    // The feed goes on, for the reversals that are owed; nothing else does.
    private Refusal? RefuseAfterTheEnd(Caller caller, Disclosure disclosure, RootFieldRight right)
    {
        if (!right.OpenAfterTheEnd)
        {
            return NotGranted(disclosure);
        }

        return IsMet(OpeningOf(disclosure, right), caller, disclosure) ? null : NotAuthorized(right.Field, disclosure);
    }

    private static Who? OpeningOf(Disclosure disclosure, RootFieldRight right)
    {
        // What purposes open, and some may ask without one, is asked for with its purpose or with none.
        if (right.WithoutPurpose is { } without && (disclosure.Purpose is null || right.Openings.Count == 0))
        {
            return without;
        }

        var reconciles = right.OpenToReconciliation && disclosure is { Purpose: Purpose.LifeSync, Basis: DisclosureBasis.Granted };
        return reconciles ? Who.Application : right.OpeningFor(disclosure.Purpose!.Value);
    }

    private bool IsMet(Who? who, Caller caller, Disclosure disclosure) => who switch
    {
        null => false,
        Who.Anybody => true,
        Who.Application => IsApplication(caller),
        Who.ApplicationThatSees => IsApplication(caller) && disclosure.SeesAnything,
        Who.FederationSystem => IsFederationSystem(caller),
        Who.FederationSystemOrReviewer => IsFederationSystem(caller) || IsHumanWith(caller, Roles.CaseReview),
        Who.Reviewer => IsHumanWith(caller, Roles.CaseReview),
        Who.AccessAdmin => IsHumanWith(caller, Roles.AccessAdmin),
        Who.ApplicationOrAccessAdmin => IsApplication(caller) || IsHumanWith(caller, Roles.AccessAdmin),
        Who.Auditor => IsHumanWith(caller, Roles.AuditRead),
        Who.Analyst => IsHumanWith(caller, Roles.StatisticsRead),
        _ => throw new UnreachableException(),
    };

    private static bool IsApplication(Caller caller) => caller.Kind == ClientKind.Application;

    private bool IsFederationSystem(Caller caller) =>
        IsApplication(caller) && disclosures.ClientOf(caller.Client)?.Department == Department.Federation;

    // These roles are for people who answer for what they do: a system that was given one by mistake gains nothing.
    private static bool IsHumanWith(Caller caller, string role) => caller.Kind == ClientKind.User && caller.Has(role);

    private static Refusal PurposeRequired(RootFieldRight right) => new(
        "AUTH_PURPOSE_REQUIRED",
        $"The field {right.Field} needs a purpose: name one in the header Sharing-Purpose.");

    private static Refusal NotGranted(Disclosure disclosure) => new(
        "AUTH_PURPOSE_NOT_GRANTED",
        $"This client has no grant in force to read for the purpose {ApiName.Of(disclosure.Purpose!.Value)}.");

    private static Refusal NotAuthorized(string field, Disclosure disclosure) => new(
        "AUTH_NOT_AUTHORIZED",
        disclosure.Purpose is { } purpose
            ? $"The purpose {ApiName.Of(purpose)} does not open the field {field} to this client."
            : $"The field {field} is not open to this client.");
}
