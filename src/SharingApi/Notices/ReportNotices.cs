using Domain.Access;
using Domain.Notices;
using Persistence.Notices;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Notices;

/// <summary>Takes a batch of notices from a department: each is judged for itself, none holds back another.</summary>
internal sealed class ReportNotices(AcceptNotices accept, NumberRules numbers, NoticeSignal signal, TimeProvider clock)
{
    /// <summary>Most notices in one batch.</summary>
    public const int MostNotices = 1_000;

    /// <returns>One receipt for each notice, in the order sent. When it returns, what was accepted is durable.</returns>
    public async Task<IReadOnlyList<NoticeReceipt>> RunAsync(
        string client,
        Department sender,
        IReadOnlyList<SentNotice> notices,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rules = new NoticeRules(numbers.Now.Today, numbers.Now.AllowSyntheticArea);
        NoticeReading[] readings = [.. notices.Select(notice => NoticeReading.Read(notice, sender, rules))];
        Notice[] sound = [.. readings.Select(reading => reading.Notice).OfType<Notice>()];

        var acceptances = await accept.RunAsync(client, sound, cancellationToken);
        signal.Ring();

        var accepted = new Queue<Acceptance>(acceptances);
        return
        [
            .. readings.Zip(notices, (reading, sent) => reading.Notice is null
                ? NoticeReceipt.Refused(sent.MessageId, now, reading.Findings)
                : NoticeReceipt.Of(sent.MessageId, accepted.Dequeue(), now)),
        ];
    }
}
