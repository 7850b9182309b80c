using Domain.Access;
using Domain.Notices;
using Domain.Shared;
using Persistence.Notices;

namespace SharingApi.Notices.Intake;

/// <summary>Takes a file of messages through the same door as the API, a few hundred to a transaction, each line for itself.</summary>
/// <remarks>Leaves them to the server: there is one who applies (ADR 0015).</remarks>
internal sealed class IntakeNotices(ReportNotices report, InboxBacklog backlog)
{
    private const int BatchSize = 200;

    /// <summary>Takes all lines. What was told as taken is durable; whatever interrupts it, the same file may be sent again.</summary>
    /// <param name="client">The client in whose name they are sent.</param>
    /// <param name="sender">Its department.</param>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="tell">Hears what became of every line, in the order of the file.</param>
    /// <param name="cancellationToken">Ends it between two batches.</param>
    public async Task RunAsync(
        string client,
        Department sender,
        IEnumerable<NoticeLine> lines,
        Action<LineReceipt> tell,
        CancellationToken cancellationToken)
    {
        foreach (var batch in lines.Chunk(BatchSize))
        {
            await backlog.WaitAsync(cancellationToken);
            ISentMessage[] messages = [.. batch.Select(line => line.Message).OfType<ISentMessage>()];
            var receipts = new Queue<NoticeReceipt>(await report.RunAsync(client, sender, messages, cancellationToken, isBulk: true));
            foreach (var line in batch)
            {
                tell(line.Fault is { } fault ? LineReceipt.Refused(line.Line, fault) : LineReceipt.Of(line.Line, receipts.Dequeue()));
            }
        }
    }
}

/// <summary>What became of one line: never what stands in it.</summary>
internal readonly record struct LineReceipt(int Line, ReceiptState State, IReadOnlyList<Finding> Findings)
{
    public static LineReceipt Of(int line, NoticeReceipt receipt) => new(line, receipt.State, receipt.Findings);

    public static LineReceipt Refused(int line, Finding fault) => new(line, ReceiptState.Refused, [fault]);
}
