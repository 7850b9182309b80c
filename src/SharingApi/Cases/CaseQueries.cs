using Persistence.Cases;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;

namespace SharingApi.Cases;

/// <summary>The queue of cases.</summary>
internal sealed class CaseQueries : IRootFields
{
    public void AddTo(RootTypes roots) => roots.Query.Pages<CasesConnectionType, CaseType>("cases")
        .Describe("Cases that the caller may read. 可查阅的事项列表。")
        .Open("who reads a case goes by role and unit");
}

internal static class CasesFeature
{
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<CaseType>()
        .AddSingleton<DataErrorType>()
        .AddSingleton<CaseEvidenceType>()
        .AddSingleton<SentSubjectType>()
        .AddSingleton<SentCorrectionType>()
        .AddSingleton<DecisionType>()
        .AddSingleton<CaseDecisions>()
        .AddSingleton<DataErrors>()
        .AddSingleton<IRootFields, CaseQueries>()
        .AddSingleton<IRootFields, DataErrorFields>()
        .AddSingleton<IRootFields, CaseDecisionFields>()
        .AddSingleton<IRootFields, SignOffFields>();
}
