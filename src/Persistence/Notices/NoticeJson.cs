using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Domain.Notices;
using Domain.Persons;
using Domain.Shared;

namespace Persistence.Notices;

/// <summary>The one written form of a notice: what is digested, encrypted and kept as evidence.</summary>
/// <remarks>Fields stand in a fixed order and absent ones are left out, so that equal notices have equal bytes.</remarks>
internal static class NoticeJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new TextJson<IdNumber>(number => number.Value, IdNumber.FromStore),
            new TextJson<PartialDate>(date => date.Text, PartialDate.FromStore),
            new TextJson<Sex>(code => ApiName.Of(code), ApiName<Sex>.Parse),
            new TextJson<NoticeType>(code => ApiName.Of(code), ApiName<NoticeType>.Parse),
            new TextJson<HukouReason>(code => ApiName.Of(code), ApiName<HukouReason>.Parse),
            new TextJson<SocialReportKind>(code => ApiName.Of(code), ApiName<SocialReportKind>.Parse),
        },
    };

    public static byte[] Write(Notice notice) => JsonSerializer.SerializeToUtf8Bytes(notice, Options);

    public static Notice Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Notice>(json, Options) ?? throw new JsonException("A notice was stored as null.");

    private sealed class TextJson<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(write(value));
    }
}
