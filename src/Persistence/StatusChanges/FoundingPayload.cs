using System.Text.Json;
using System.Text.Json.Serialization;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Persistence.Encryption;

namespace Persistence.StatusChanges;

/// <summary>The payload of founding evidence: the state in which a person entered the register, as encrypted JSON.</summary>
/// <remarks>
/// Codes stand by their API names and dates as text, so that the payload can be read for as long as the evidence stands,
/// whatever becomes of our types: a member that is missing has its default, one that is no more is passed over.
/// </remarks>
public static partial class FoundingPayload
{
    /// <summary>The client that founding evidence names as its source.</summary>
    public const string Client = "register";

    public static byte[] Seal(PersonState state, FieldCipher cipher) => cipher.Encrypt(Write(state));

    public static PersonState Open(ReadOnlySpan<byte> payload, FieldCipher cipher) => Read(cipher.Decrypt(payload));

    /// <summary>The founding facts in clear, for whoever encrypts them.</summary>
    /// <remarks>Identity and residence stand in the person's row until evidence changes them (<see cref="RecordedPayload"/>).</remarks>
    public static byte[] Write(PersonState state) => JsonSerializer.SerializeToUtf8Bytes(
        state with { Identity = null, Residence = null }, FoundingJson.Default.PersonState);

    public static PersonState Read(ReadOnlySpan<byte> clear) =>
        JsonSerializer.Deserialize(clear, FoundingJson.Default.PersonState)
        ?? throw new JsonException("Founding evidence without facts.");

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters =
        [
            typeof(ByName<LifeStatus>), typeof(ByName<HukouStatus>), typeof(ByName<CertificateStatus>),
            typeof(ByName<CertificateStatusReason>), typeof(ByText),
        ])]
    [JsonSerializable(typeof(PersonState))]
    private sealed partial class FoundingJson : JsonSerializerContext;

    private sealed class ByName<TCode> : JsonConverter<TCode>
        where TCode : struct, Enum
    {
        public override TCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ApiName<TCode>.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, TCode value, JsonSerializerOptions options) =>
            writer.WriteStringValue(ApiName.Of(value));
    }

    private sealed class ByText : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            PartialDate.FromStore(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text);
    }
}
