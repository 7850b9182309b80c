using System.Text.Json.Nodes;
using Domain.Persons;
using Domain.Shared;
using Harness.Load;
using Harness.Register;

namespace Harness.Scenarios;

/// <summary>Deaths to report: each person once, each notice with an id of its own.</summary>
internal sealed class NoticeBodies(IReadOnlyList<Holder> persons)
{
    private readonly Document _document = Document.Read("c-report-notices");
    private readonly string _yesterday = PartialDate.Of(Shanghai.DayOf(TimeProvider.System.GetUtcNow()).AddDays(-1)).Text;
    private readonly string _run = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N");
    private int _used;

    /// <summary>How many persons were taken.</summary>
    public int Used => Math.Min(Volatile.Read(ref _used), persons.Count);

    /// <summary>The GraphQL request for the next persons; null when there are not so many more.</summary>
    public byte[]? Next(int count)
    {
        var end = Interlocked.Add(ref _used, count);
        if (end > persons.Count)
        {
            return null;
        }

        var notices = new JsonArray();
        for (var i = end - count; i < end; i++)
        {
            notices.Add(NoticeOf(i));
        }

        return HttpRequest.Body(_document, new JsonObject { ["input"] = new JsonObject { ["notices"] = notices } });
    }

    private JsonObject NoticeOf(int i) => new()
    {
        ["messageId"] = FormattableString.Invariant($"{_run}-{i}"),
        ["type"] = "HUKOU_CANCELLED",
        ["occurredOn"] = _yesterday,
        ["reason"] = "DEATH",
        ["subject"] = new JsonObject
        {
            ["name"] = persons[i].Name,
            ["idNumber"] = persons[i].IdNumber,
            ["sex"] = persons[i].Sex,
            ["birthDate"] = persons[i].BirthDate,
        },
    };
}
