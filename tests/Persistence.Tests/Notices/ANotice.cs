using Domain.Notices;
using Domain.Persons;

namespace Persistence.Tests.Notices;

/// <summary>Notices as public security sends them.</summary>
internal static class ANotice
{
    private static int _count;

    public static Notice OfDeath(Person person, string on = "2026-06-20", string? id = null) => new()
    {
        MessageId = id ?? NextId(),
        Type = NoticeType.HukouCancelled,
        Reason = HukouReason.Death,
        OccurredOn = PartialDate.FromStore(on),
        Subject = Of(person),
    };

    public static Notice OfMove(Person person, string toDivision, string? toCommunity, string on = "2026-06-20") => new()
    {
        MessageId = NextId(),
        Type = NoticeType.HukouMoved,
        OccurredOn = PartialDate.FromStore(on),
        Subject = Of(person),
        ToDivision = toDivision,
        ToCommunity = toCommunity,
    };

    /// <summary>The same fact about somebody who holds no certificate: the number belongs to nobody in the register.</summary>
    public static Notice OfStranger(Notice notice) => notice with
    {
        MessageId = NextId(),
        Subject = notice.Subject with
        {
            Name = new string('甲', notice.Subject.Name!.Length),
            IdNumber = IdNumber.Compose("530199", new DateOnly(1949, 10, 1), 998),
        },
    };

    public static string NextId() => $"m-{Interlocked.Increment(ref _count):000000}";

    private static NoticeSubject Of(Person person) => new()
    {
        Name = person.Name,
        IdNumber = person.IdNumber,
        Sex = person.Sex,
        BirthDate = person.BirthDate,
    };
}
