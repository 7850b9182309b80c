using Peer;
using Peer.Answers;
using Persistence;
using Persistence.Encryption;

var builder = WebApplication.CreateSlimBuilder(args);
var faults = new List<string>();
if (PersistenceSettings.Read(builder.Configuration, mayMakeKeys: false, faults) is not { } settings)
{
    foreach (var fault in faults)
    {
        await Console.Error.WriteLineAsync(fault);
    }

    return 1;
}

var directory = builder.Configuration["DataDirectory"] ?? "data";
var cipher = new FieldCipher(settings.Keys.Fields, settings.Keys.Suite);
await using var notices = new NoticeStore(directory, cipher, new BlindIndex(settings.Keys.Index, settings.Keys.Suite), TimeProvider.System);
using var tokens = new KnownTokens(directory, TimeProvider.System);
var endpoint = new GraphEndpoint(
    tokens,
    [
        new PersonsPage(settings.ConnectionString, cipher),
        new PersonByIdNumber(settings.ConnectionString, cipher, new BlindIndex(settings.Keys.Index, settings.Keys.Suite)),
        new UnitList(settings.ConnectionString, counted: true),
        new UnitList(settings.ConnectionString, counted: false),
        new ReportNotices(notices),
        new BareTypename(),
    ]);

var app = builder.Build();
app.MapGet("/health/live", () => Results.Ok());
app.MapPost("/graphql", endpoint.AnswerAsync);
await app.RunAsync();
return 0;
