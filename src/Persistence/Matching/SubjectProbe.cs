using Domain.Notices;
using Domain.Persons;
using Persistence.Encryption;

namespace Persistence.Matching;

/// <summary>The blind indexes under which a notice's subject would be found: one for each key and suite there is.</summary>
/// <param name="IdNumbers">Indexes of the ID number, or ones that nobody has.</param>
/// <param name="WeakKeys">Indexes of the weak key, or ones that nobody has; always as many as the others.</param>
/// <param name="Messages">For a withdrawal: digests of the message that it withdraws, which may be evidence; else empty.</param>
internal sealed record SubjectProbe(IReadOnlyList<byte[]> IdNumbers, IReadOnlyList<byte[]> WeakKeys, IReadOnlyList<byte[]> Messages)
{
    /// <remarks>An ID number that is no holder's names somebody else: the weak key counts only where none was sent.</remarks>
    public static SubjectProbe Of(NoticeSubject subject, BlindIndex index) => subject switch
    {
        { IdNumber: { } number } => new(index.AllOfIdNumber(number), NobodyIn(index), []),
        { Name: { } name, BirthDate: { } birthDate, HukouCommunity: { } community } =>
            new(NobodyIn(index), index.AllOfWeakKey(PersonName.Fold(name), birthDate, community), []),
        _ => new(NobodyIn(index), NobodyIn(index), []),
    };

    /// <summary>A withdrawal names no person, but a message.</summary>
    public static SubjectProbe OfMessage(IReadOnlyList<byte[]> digests, BlindIndex index) =>
        new(NobodyIn(index), NobodyIn(index), digests);

    // A digest of another use is nobody's: the probe that has nothing to ask is asked all the same.
    private static byte[][] NobodyIn(BlindIndex index) => index.AllOfMessageId("", "");
}
