using Domain.Shared;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;
using SharingApi.Graph.Documents;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Limits;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Transport;

namespace SharingApi.Graph.Execution;

/// <summary>Runs one request of any transport: judged document, allowed operation, engine.</summary>
internal sealed class GraphExecutor
{
    private static readonly RefusalError TokenNeeded =
        new(new Refusal("AUTH_NOT_AUTHENTICATED", "Without a token only the schema can be asked about."));

    private readonly SharingSchema _schema;
    private readonly DocumentReader _documents;
    private readonly DocumentLimits _limits;
    private readonly ExecutionTime _time;
    private readonly IDocumentExecuter _engine;
    private readonly Func<UnhandledExceptionContext, Task> _onUnhandled;

    public GraphExecutor(
        SharingSchema schema,
        DocumentReader documents,
        DocumentLimits limits,
        ExecutionTime time,
        IDocumentExecuter engine,
        ILogger<GraphExecutor> log)
    {
        _schema = schema;
        _documents = documents;
        _limits = limits;
        _time = time;
        _engine = engine;
        _onUnhandled = failure =>
        {
            var requestId = (failure.Context?.UserContext as OperationContext)?.Record.RequestId;
            GraphLog.Failed(log, requestId, failure.OriginalException);
            return Task.CompletedTask;
        };
    }

    /// <summary>The result; refusals of the whole request are results too (<see cref="GraphResults.IsRefused"/>).</summary>
    public async ValueTask<ExecutionResult> RunAsync(
        GraphRequest request,
        OperationContext operation,
        OperationKinds allowed,
        IServiceProvider services,
        CancellationToken cancellationToken)
    {
        var document = request.Document ?? await _documents.ReadAsync(request, operation.Caller, operation.Budget, cancellationToken);
        if (document.Syntax is not { } syntax)
        {
            return GraphResults.Refused(document.Errors);
        }

        var definition = document.Operation(request.OperationName, out var noSuchOperation);
        if (definition is null)
        {
            return GraphResults.Refused(noSuchOperation!);
        }

        if ((RefusalOf(definition, syntax, operation, allowed) ?? _limits.RefusalOf(document, operation.Budget)) is { } refusal)
        {
            return GraphResults.Refused(refusal);
        }

        operation.Document = document;
        var options = new ExecutionOptions
        {
            Schema = _schema,
            Document = syntax,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Extensions = request.Extensions,
            UserContext = operation,
            RequestServices = services,
            ValidationRules = Array.Empty<IValidationRule>(), // The document is judged; variables are coerced all the same.
            UnhandledExceptionDelegate = _onUnhandled,
            CancellationToken = cancellationToken,
        };
        return await ExecuteAsync(options, operation, isTimed: definition.Operation != OperationType.Mutation);
    }

    /// <summary>What was interrupted has disclosed nothing, and is recorded as any other refusal.</summary>
    private async ValueTask<ExecutionResult> ExecuteAsync(ExecutionOptions options, OperationContext operation, bool isTimed)
    {
        var span = isTimed ? _time.Begin(options.CancellationToken) : null;
        try
        {
            options.CancellationToken = span?.Token ?? options.CancellationToken;
            return await _engine.ExecuteAsync(options);
        }
        catch (OperationCanceledException) when (options.CancellationToken.IsCancellationRequested)
        {
            operation.DiscloseNothing();
            return GraphResults.Refused(span is { IsOver: true }
                ? _limits.Execution(operation.Budget)
                : new ExecutionError("Nobody waits for the answer."));
        }
        finally
        {
            if (span is not null)
            {
                _time.End(span);
            }
        }
    }

    private static RefusalError? RefusalOf(
        GraphQLOperationDefinition definition, GraphQLDocument syntax, OperationContext operation, OperationKinds allowed)
    {
        if (!allowed.Include(definition.Operation))
        {
            return definition.Operation == OperationType.Subscription
                ? RequestRefusals.StreamNeeded
                : RequestRefusals.ByPostOnly;
        }

        return operation.Caller is null && !definition.SelectionSet.AskOnlyAboutTheSchema(syntax) ? TokenNeeded : null;
    }
}
