using System.Buffers;
using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.ServiceNeeds;
using Domain.Shared;
using Domain.StatusChanges;

namespace SharingApi.Graph.Schema;

/// <summary>Node ids: the kind, an underscore, and the key as 32 lower-case hexadecimal digits.</summary>
internal static class NodeId
{
    public const string PersonPrefix = "person_";
    public const string NeedPrefix = "need_";
    public const string CasePrefix = "case_";
    public const string ChangePrefix = "change_";
    public const string EvidencePrefix = "evidence_";
    public const string HistoryPrefix = "history_";

    private static readonly SearchValues<char> LowerCaseDigits = SearchValues.Create("0123456789abcdef");

    public static string Of(PersonId id) => Text(PersonPrefix, id.Value);

    public static string Of(ServiceNeedId id) => Text(NeedPrefix, id.Value);

    public static string Of(CaseId id) => Text(CasePrefix, id.Value);

    public static string Of(StatusChangeId id) => Text(ChangePrefix, id.Value);

    public static string Of(EvidenceId id) => Text(EvidencePrefix, id.Value);

    public static string Of(HistoryEntryId id) => Text(HistoryPrefix, id.Value);

    public static bool TryRead(string text, out PersonId id) => TryKey(text, PersonPrefix, out id);

    public static bool TryRead(string text, out ServiceNeedId id) => TryKey(text, NeedPrefix, out id);

    public static bool TryRead(string text, out CaseId id) => TryKey(text, CasePrefix, out id);

    public static bool TryRead(string text, out StatusChangeId id) => TryKey(text, ChangePrefix, out id);

    private static string Text(string prefix, Guid key) => string.Concat(prefix, key.ToString("N"));

    /// <summary>Reads only what <c>Of</c> writes: an id has one spelling, so that it can be compared as text.</summary>
    private static bool TryKey<TKey>(string text, string prefix, out TKey id)
        where TKey : struct, IKey<TKey>
    {
        id = default;
        if (!text.StartsWith(prefix, StringComparison.Ordinal) ||
            text.AsSpan(prefix.Length).ContainsAnyExcept(LowerCaseDigits) ||
            !Guid.TryParseExact(text.AsSpan(prefix.Length), "N", out var key))
        {
            return false;
        }

        id = TKey.Of(key);
        return true;
    }
}
