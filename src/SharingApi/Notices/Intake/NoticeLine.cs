using Domain.Notices;
using Domain.Shared;

namespace SharingApi.Notices.Intake;

/// <summary>One line of a file of notices: a message, or why it holds none.</summary>
/// <param name="Line">The line on which it begins, counted from 1.</param>
/// <param name="Message">A notice or a withdrawal as it was sent; whether it is sound is not asked here.</param>
/// <param name="Fault">What is wrong with the line itself.</param>
internal readonly record struct NoticeLine(int Line, ISentMessage? Message, Finding? Fault)
{
    public static NoticeLine Of(int line, ISentMessage message) => new(line, message, null);

    public static NoticeLine Refused(int line, Finding fault) => new(line, null, fault);
}
