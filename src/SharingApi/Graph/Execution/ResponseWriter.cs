using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Json;
using Domain.Shared;
using GraphQL;
using GraphQL.Execution;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Plans;

namespace SharingApi.Graph.Execution;

/// <summary>Writes results as UTF-8 JSON: errors, then data, then extensions. Chinese is written as it is.</summary>
internal static class ResponseWriter
{
    [ThreadStatic]
    private static Utf8JsonWriter? _reusable;

    /// <summary>Writes the whole response object.</summary>
    public static void Write(IBufferWriter<byte> target, ExecutionResult result, OperationContext operation)
    {
        var json = Begin(target);
        json.WriteStartObject();
        WriteErrors(json, result, operation);
        if (!result.IsRefused())
        {
            json.WritePropertyName("data"u8);
            WriteNode(json, result.Data as ExecutionNode);
            WriteExtensions(json, operation);
        }

        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>Writes a response that is one error and nothing else.</summary>
    public static void Write(IBufferWriter<byte> target, ExecutionError error, string requestId)
    {
        var json = Begin(target);
        json.WriteStartObject();
        json.WriteStartArray("errors"u8);
        WriteError(json, error.Line(requestId));
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    private static Utf8JsonWriter Begin(IBufferWriter<byte> target)
    {
        if (_reusable is null)
        {
            _reusable = new Utf8JsonWriter(target, PlainJson.Writing);
        }
        else
        {
            _reusable.Reset(target);
        }

        return _reusable;
    }

    private static void WriteErrors(Utf8JsonWriter json, ExecutionResult result, OperationContext operation)
    {
        if (result.Errors is not { Count: > 0 } && operation.Denied.Count == 0)
        {
            return;
        }

        json.WriteStartArray("errors"u8);
        foreach (var error in result.Errors ?? [])
        {
            WriteError(json, error.Line(operation.Record.RequestId));
        }

        foreach (var denied in operation.Denied)
        {
            WriteError(json, new ErrorLine(
                "AUTH_NOT_AUTHORIZED",
                "The caller may not see this for the stated purpose.",
                [new("count", denied.Count)],
                Locations: null,
                denied.FirstPath));
        }

        json.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter json, in ErrorLine error)
    {
        json.WriteStartObject();
        json.WriteString("message"u8, error.Message);
        if (error.Locations is { Count: > 0 } locations)
        {
            json.WriteStartArray("locations"u8);
            foreach (var location in locations)
            {
                json.WriteStartObject();
                json.WriteNumber("line"u8, location.Line);
                json.WriteNumber("column"u8, location.Column);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (error.Path is not null)
        {
            json.WritePropertyName("path"u8);
            WriteValue(json, error.Path);
        }

        json.WriteStartObject("extensions"u8);
        json.WriteString("code"u8, error.Code);
        foreach (var (name, value) in error.Extensions)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteExtensions(Utf8JsonWriter json, OperationContext operation)
    {
        if (operation.Notes.Count == 0)
        {
            return;
        }

        json.WriteStartObject("extensions"u8);
        json.WriteStartArray("disclosure"u8);
        foreach (var note in operation.Notes)
        {
            json.WriteStartObject();
            json.WritePropertyName("path"u8);
            WriteValue(json, note.Path);
            json.WriteString("level"u8, ApiName.Of(note.Level));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, ExecutionNode? node)
    {
        switch (node)
        {
            case { Result: RawJson raw }:
                json.WriteRawValue(raw.Utf8.Span, skipInputValidation: true);
                break;
            case ObjectExecutionNode { SubFields: { } fields }:
                json.WriteStartObject();
                foreach (var field in fields)
                {
                    json.WritePropertyName(field.Name!);
                    WriteNode(json, field);
                }

                json.WriteEndObject();
                break;
            case ArrayExecutionNode { Items: { } items }:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    WriteNode(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                WriteValue(json, node?.ToValue());
                break;
        }
    }

    /// <summary>Writes what scalars serialize to, and the plain values of error extensions.</summary>
    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case RawJson raw:
                json.WriteRawValue(raw.Utf8.Span, skipInputValidation: true);
                break;
            case IReadOnlyDictionary<string, object?> map:
                json.WriteStartObject();
                foreach (var (name, member) in map)
                {
                    json.WritePropertyName(name);
                    WriteValue(json, member);
                }

                json.WriteEndObject();
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            case IFormattable other:
                json.WriteStringValue(other.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                throw new InvalidOperationException($"No scalar serializes to {value.GetType().Name}.");
        }
    }
}
