using Domain.Access;
using Domain.Notices;
using Domain.Shared;
using Persistence.Notices;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Notices;

/// <summary>Takes a batch of messages from a department: each is judged for itself, none holds back another.</summary>
/// <remarks>The one way in: over HTTP and from files alike.</remarks>
internal sealed class ReportNotices(AcceptNotices accept, NumberRules numbers, NoticeSignal signal, TimeProvider clock)
{
    /// <summary>Most notices in one batch.</summary>
    public const int MostNotices = 1_000;

    /// <summary>More in one request are bulk: what comes in fewer is applied before them (ADR 0015).</summary>
    public const int MostLive = 100;

    /// <param name="client">The client that sends.</param>
    /// <param name="sender">Its department, which decides what it may send.</param>
    /// <param name="messages">Notices, and withdrawals of earlier messages.</param>
    /// <param name="cancellationToken">Ends the waiting, not what was accepted.</param>
    /// <param name="isBulk">They come in a file, however many together.</param>
    /// <returns>One receipt for each message, in the order sent. When it returns, what was accepted is durable.</returns>
    public async Task<IReadOnlyList<NoticeReceipt>> RunAsync(
        string client,
        Department sender,
        IReadOnlyList<ISentMessage> messages,
        CancellationToken cancellationToken,
        bool isBulk = false)
    {
        var now = clock.GetUtcNow();
        var rules = new NoticeRules(numbers.Now.Today, numbers.Now.AllowSyntheticArea);
        Reading[] readings = [.. messages.Select(message => Read(message, sender, rules))];
        ISoundMessage[] sound = [.. readings.Select(reading => reading.Sound).OfType<ISoundMessage>()];

        var acceptances = await accept.RunAsync(client, sound, cancellationToken, isBulk || messages.Count > MostLive);
        signal.Ring();

        var accepted = new Queue<Acceptance>(acceptances);
        return
        [
            .. readings.Zip(messages, (reading, sent) => reading.Sound is null
                ? NoticeReceipt.Refused(sent.MessageId, now, reading.Findings)
                : NoticeReceipt.Of(sent.MessageId, accepted.Dequeue(), now)),
        ];
    }

    private static Reading Read(ISentMessage message, Department sender, NoticeRules rules)
    {
        switch (message)
        {
            case SentNotice notice:
                var reading = NoticeReading.Read(notice, sender, rules);
                return new(reading.Notice, reading.Findings);
            case Withdrawal withdrawal:
                var findings = withdrawal.Findings;
                return new(findings.Count == 0 ? withdrawal : null, findings);
            default:
                throw new ArgumentException("A message is a notice or a withdrawal.", nameof(message));
        }
    }

    /// <summary>What came of reading one message: it, or everything that is wrong with it.</summary>
    private readonly record struct Reading(ISoundMessage? Sound, IReadOnlyList<Finding> Findings);
}
