using Domain.Access;
using Domain.Shared;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Persistence;
using SharingApi.Graph;
using SharingApi.Graph.Schema;

namespace SharingApi.Access.Grants;

/// <summary>Grants and requests as administrators read them, and to each department its own requests.</summary>
internal sealed class GrantQueries(IDbContextFactory<SharingDbContext> contexts, AccessPages pages, TimeProvider clock) : IRootFields
{
    public void AddTo(RootTypes roots)
    {
        roots.Query.Field<GrantsConnectionType>("grants")
            .Description("All grants, oldest first (role Access.Admin). 全部授权，由旧到新（须具 Access.Admin 角色）。")
            .Argument<IntGraphType>("first", "1 to 200, otherwise 50. 每页条数，1 至 200，默认 50。")
            .Argument<StringGraphType>("after", "Cursor of the last entry that was read. 上一页末项游标。")
            .Argument<GrantFilterInputType>("where", "Conditions. 筛选条件。")
            .Open(GrantType.Reason)
            .ResolveAsync(async field => await GrantsAsync(field));
        roots.Query.Field<AccessRequestsConnectionType>("accessRequests")
            .Description("Access requests, oldest first: a department's own, an administrator's all. 共享申请，由旧到新；部门仅见本方申请，管理员可见全部。")
            .Argument<IntGraphType>("first", "1 to 200, otherwise 50. 每页条数，1 至 200，默认 50。")
            .Argument<StringGraphType>("after", "Cursor of the last entry that was read. 上一页末项游标。")
            .Argument<AccessRequestFilterInputType>("where", "Conditions. 筛选条件。")
            .Open("the applicant and the administrators of rights read it")
            .ResolveAsync(async field => await RequestsAsync(field));
    }

    private async Task<Page> GrantsAsync(IResolveFieldContext field)
    {
        var now = clock.GetUtcNow();
        var where = field.GetArgument<IDictionary<string, object?>?>("where");
        await using var db = await contexts.CreateDbContextAsync(field.CancellationToken);
        var grants = await db.Grants.AsNoTracking().AsSplitQuery()
            .Include(grant => grant.Items).Include(grant => grant.Signatures)
            .Include(grant => grant.Changes).ToListAsync(field.CancellationToken);
        return pages.Of(
            field,
            grants.Where(grant => AccessFilter.Holds(where, name => name switch
            {
                "client" => grant.Client,
                "purpose" => ApiName.Of(grant.Purpose),
                _ => ApiName.Of(grant.StateAt(now)),
            })),
            grant => grant.Id,
            grant => new ShownGrant(grant, now));
    }

    private async Task<Page> RequestsAsync(IResolveFieldContext field)
    {
        var caller = ((OperationContext)field.UserContext).Caller!;
        var where = field.GetArgument<IDictionary<string, object?>?>("where");
        await using var db = await contexts.CreateDbContextAsync(field.CancellationToken);
        var requests = await db.AccessRequests.AsNoTracking()
            .Where(request => caller.Kind == ClientKind.User || request.Client == caller.Client)
            .ToListAsync(field.CancellationToken);
        return pages.Of(
            field,
            requests.Where(request => AccessFilter.Holds(where, name => name switch
            {
                "client" => request.Client,
                "purpose" => ApiName.Of(request.Purpose),
                _ => ApiName.Of(request.State),
            })),
            request => request.Id,
            request => request);
    }
}
