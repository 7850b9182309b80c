using SharingApi.Graph.Errors;
using SharingApi.Graph.Execution;

namespace SharingApi.Graph.Transport;

/// <summary>Answers the members of a batch one after another, and all of them as one array in the order sent.</summary>
/// <remarks>Each is an operation of its own, with its own rights and its own entry in the read log; what they share is their bounds.</remarks>
internal sealed class BatchEndpoint(GraphExecutor executor, ResponseGathering gathering)
{
    public async Task AnswerAsync(
        HttpContext http, IReadOnlyList<BatchMember> members, OperationKinds allowed, ResponseMedia media)
    {
        var responses = new List<GatheredResponse>(members.Count);
        try
        {
            var budget = new RequestBudget();
            var left = gathering.MostBytes;
            foreach (var member in members)
            {
                var response = member.Request is { } request
                    ? await AnswerAsync(http, request, allowed, budget, left)
                    : ResponseGathering.Refuse(member.Refusal!, http.TraceIdentifier, PreferredLanguage.IsChinese(http.Request));
                responses.Add(response);
                left = Math.Max(0, left - response.Body.Length);
            }

            await HttpAnswer.SendAsync(http, media, [.. responses.Select(response => response.Body)]);
        }
        finally
        {
            responses.ForEach(response => response.Dispose());
        }
    }

    private async ValueTask<GatheredResponse> AnswerAsync(
        HttpContext http, GraphRequest request, OperationKinds allowed, RequestBudget budget, int mostBytes)
    {
        var frame = http.RequestServices.GetRequiredService<IOperationFrame>();
        if (!(await frame.OpenAsync(http, http.RequestAborted)).Succeeded(out var operation, out var notLetIn))
        {
            return ResponseGathering.Refuse(new RefusalError(notLetIn), http.TraceIdentifier, PreferredLanguage.IsChinese(http.Request));
        }

        operation.Budget = budget;
        var result = await executor.RunAsync(request, operation, allowed, http.RequestServices, http.RequestAborted);
        return await gathering.GatherAsync(result, operation, frame, mostBytes);
    }
}
