using System.Text.Json;
using System.Text.Json.Serialization;
using Domain.Notices;
using Domain.Shared;
using SharingApi.Files;

namespace SharingApi.Notices.Intake;

/// <summary>Lines of JSON: each a <c>NoticeInput</c>, or a <c>WithdrawNoticeInput</c>, as the API takes them (api.md 3).</summary>
internal static class JsonNotices
{
    private const string Withdraws = "withdraws";

    // A notice, its subject, a value.
    private const int Deepest = 3;

    private static readonly string[] Coded = ["type", "reason", "reports"];

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new ByName<NoticeType>(), new ByName<HukouReason>(), new ByName<SocialReportKind>() },
    };

    public static IEnumerable<NoticeLine> Read(Stream file)
    {
        var encoding = FileEncoding.Of(file);
        var lines = new LineReader(file);
        while (lines.Next() is { } line)
        {
            if (line.Bytes is null)
            {
                yield return NoticeLine.Refused(line.Number, FileFindings.LineTooLong);
            }
            else if (encoding.TextOrNull(line.Bytes) is not { } text)
            {
                yield return NoticeLine.Refused(line.Number, FileFindings.Encoding);
            }
            else if (!string.IsNullOrWhiteSpace(text))
            {
                yield return Read(line.Number, text);
            }
        }
    }

    private static NoticeLine Read(int line, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Reading);
            var isWithdrawal = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(Withdraws, out _);
            ISentMessage? message = isWithdrawal
                ? json.RootElement.Deserialize<Withdrawal>(Options)
                : json.RootElement.Deserialize<SentNotice>(Options);
            return message is null ? NoticeLine.Refused(line, FileFindings.Json) : NoticeLine.Of(line, message);
        }
        catch (JsonException fault)
        {
            var field = Array.Find(Coded, name => fault.Path == "$." + name);
            return NoticeLine.Refused(line, field is null ? FileFindings.Json : FileFindings.Value.On(field));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: text that no encoding has.
            return NoticeLine.Refused(line, FileFindings.Json);
        }
    }

    private sealed class ByName<TCode> : JsonConverter<TCode>
        where TCode : struct, Enum
    {
        public override TCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ApiName<TCode>.All.TryGetValue(reader.GetString()!, out var code)
                ? code
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TCode value, JsonSerializerOptions options) =>
            writer.WriteStringValue(ApiName.Of(value));
    }
}
