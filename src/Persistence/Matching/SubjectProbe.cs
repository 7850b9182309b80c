using Domain.Notices;
using Domain.Persons;
using Persistence.Encryption;

namespace Persistence.Matching;

/// <summary>The blind indexes under which a notice's subject would be found.</summary>
/// <param name="IdNumber">Index of the ID number, or one that nobody has.</param>
/// <param name="Weak">Index of the weak key, or one that nobody has.</param>
internal sealed record SubjectProbe(byte[] IdNumber, byte[] Weak)
{
    // A digest of another use is nobody's: the probe that has nothing to ask is asked all the same.
    private static readonly byte[] Nothing = [];

    /// <remarks>An ID number that is no holder's names somebody else: the weak key counts only where none was sent.</remarks>
    public static SubjectProbe Of(NoticeSubject subject, BlindIndex index) => subject switch
    {
        { IdNumber: { } number } => new(index.OfIdNumber(number), NobodyIn(index)),
        { Name: { } name, BirthDate: { } birthDate, HukouCommunity: { } community } =>
            new(NobodyIn(index), index.OfWeakKey(PersonName.Fold(name), birthDate, community)),
        _ => new(NobodyIn(index), NobodyIn(index)),
    };

    private static byte[] NobodyIn(BlindIndex index) => index.OfContent(Nothing);
}
