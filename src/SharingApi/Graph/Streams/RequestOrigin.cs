using System.Net;
using System.Security.Cryptography.X509Certificates;
using GraphQL;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SharingApi.Access;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Streams;

/// <summary>
/// Who stands behind a stream: what the one HTTP request that opened it said of the caller. Every operation and every event
/// of the stream signs in with it anew, as if it had come in a request of its own.
/// </summary>
internal sealed class RequestOrigin
{
    /// <summary>Header names, and the keys of an init payload that mean the same.</summary>
    private static readonly (string Header, string[] Keys)[] Told =
    [
        (HeaderNames.Authorization, ["authorization"]),
        (RequestHeaders.Purpose, ["sharing-purpose", "purpose"]),
        (RequestHeaders.Case, ["sharing-case"]),
        (HeaderNames.AcceptLanguage, ["accept-language"]),
    ];

    private readonly Dictionary<string, StringValues> _headers;
    private readonly X509Certificate2? _certificate;
    private readonly IPAddress? _address;

    private RequestOrigin(
        string requestId, Dictionary<string, StringValues> headers, X509Certificate2? certificate, IPAddress? address)
    {
        RequestId = requestId;
        _headers = headers;
        _certificate = certificate;
        _address = address;
    }

    /// <summary>Id of the request that opened the stream.</summary>
    public string RequestId { get; }

    /// <summary>In which of the two languages it is refused.</summary>
    public bool SpeaksChinese => PreferredLanguage.IsChinese(_headers.GetValueOrDefault(HeaderNames.AcceptLanguage));

    public static RequestOrigin Of(HttpContext http) => new(
        http.TraceIdentifier,
        Told.Select(told => told.Header)
            .Where(http.Request.Headers.ContainsKey)
            .ToDictionary(header => header, header => http.Request.Headers[header], StringComparer.OrdinalIgnoreCase),
        http.Connection.ClientCertificate,
        http.Connection.RemoteIpAddress);

    /// <summary>The same with what an init payload says; that wins over the headers of the upgrade. Other keys are not read.</summary>
    public RequestOrigin With(Inputs payload)
    {
        var headers = new Dictionary<string, StringValues>(_headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (header, keys) in Told)
        {
            string[] said =
            [
                .. payload
                    .Where(entry => keys.Contains(entry.Key, StringComparer.OrdinalIgnoreCase))
                    .Select(entry => entry.Value)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal),
            ];
            if (said.Length > 0)
            {
                headers[header] = said;
            }
        }

        return new(RequestId, headers, _certificate, _address);
    }

    /// <summary>A request of its own from the same origin.</summary>
    public HttpContext NewRequest(IServiceProvider services)
    {
        var http = new DefaultHttpContext { RequestServices = services, TraceIdentifier = RequestId };
        http.Connection.ClientCertificate = _certificate;
        http.Connection.RemoteIpAddress = _address;
        foreach (var (header, values) in _headers)
        {
            http.Request.Headers[header] = values;
        }

        return http;
    }
}
