using Domain.Access;
using SharingApi.Graph.Schema;

namespace SharingApi.Access.Grants;

internal sealed class GrantStateType() : CodeType<GrantState>(
    "GrantState",
    "State of a grant. 授权状态。",
    (GrantState.Draft, "Waits for its second signature. 草案，待第二人签字。"),
    (GrantState.Active, "In force from its first day. 生效。"),
    (GrantState.Suspended, "Suspended; gives nothing. 中止。"),
    (GrantState.Expired, "Its time is over. 到期。"),
    (GrantState.Revoked, "Taken back. 撤销。"),
    (GrantState.Terminated, "Ended, or replaced by another. 终止或被替代。"));

internal sealed class SharingMethodType() : CodeType<SharingMethod>(
    "SharingMethod",
    "How shared data reaches the one who needs it. 共享方式。",
    (SharingMethod.Query, "Queries. 接口查询。"),
    (SharingMethod.Check, "Checks: yes or no. 核验。"),
    (SharingMethod.Feed, "The feed of status changes. 变更推送。"));

internal sealed class AccessRequestStateType() : CodeType<AccessRequestState>(
    "AccessRequestState",
    "State of an access request. 共享申请状态。",
    (AccessRequestState.Open, "Waits for an answer. 待答复。"),
    (AccessRequestState.Consented, "Consented to. 已同意。"),
    (AccessRequestState.Refused, "Refused with reasons. 已说明理由并拒绝。"));

internal sealed class AccessDecisionType() : CodeType<AccessDecision>(
    "AccessDecision",
    "Answer to an access request. 对共享申请的答复。",
    (AccessDecision.Consent, "Consent; the data is provided within 20 working days. 同意，20 个工作日内提供。"),
    (AccessDecision.Refuse, "Refuse; needs a reason. 拒绝，须说明理由。"),
    (AccessDecision.Extend, "Take ten working days more, once; needs a reason. 延长 10 个工作日，限一次，须说明理由。"));
