using Domain.Access;
using SharingApi.Graph.Schema;

namespace SharingApi.Access;

internal sealed class PurposeType() : CodeType<Purpose>(
    "Purpose",
    "What a request is for; one request has one. 用途；每次请求只能有一个用途。",
    (Purpose.LifeSync, "Deaths and moves. 死亡与迁移信息同步。"),
    (Purpose.Subsidy, "The two subsidies. 残疾人两项补贴。"),
    (Purpose.Assist, "Subsistence allowance and extreme hardship support. 低保与特困救助。"),
    (Purpose.Rehab, "Rehabilitation. 康复服务。"),
    (Purpose.Verify, "Checking an identity. 身份核验。"),
    (Purpose.Stats, "Statistics. 统计分析。"),
    (Purpose.Survey, "The yearly survey of needs and services. 动态更新调查。"),
    (Purpose.Self, "One's own record. 本人查询。"),
    (Purpose.Cert, "The federation's certificate work. 残疾人证业务。"),
    (Purpose.Audit, "Auditing who read what. 查阅审计。"));

internal sealed class DisclosureLevelType() : CodeType<DisclosureLevel>(
    "DisclosureLevel",
    "How much of a data item a caller gets, most open first. 数据项的披露级别，由宽到严。",
    (DisclosureLevel.Clear, "The value. 明文。"),
    (DisclosureLevel.Masked, "The value behind its mask. 脱敏。"),
    (DisclosureLevel.MatchOnly, "Yes or no to a value that the caller supplies. 仅比对。"),
    (DisclosureLevel.Aggregate, "Counts only, small ones suppressed. 仅汇总统计，小计数不予显示。"),
    (DisclosureLevel.Denied, "Nothing. 不予披露。"));

internal sealed class DepartmentType() : CodeType<Department>(
    "Department",
    "Whose client it is. 客户端所属部门。",
    (Department.PublicSecurity, "Public security. 公安。"),
    (Department.CivilAffairs, "Civil affairs. 民政。"),
    (Department.Health, "Health. 卫生健康。"),
    (Department.Court, "Court. 法院。"),
    (Department.Federation, "Disabled Persons' Federation. 残联。"),
    (Department.Holder, "A certificate holder. 持证人。"));

internal sealed class ClientKindType() : CodeType<ClientKind>(
    "ClientKind",
    "A system or a human. 系统或个人。",
    (ClientKind.Application, "A department's system. 部门的业务系统。"),
    (ClientKind.User, "A human. 个人用户。"));

internal sealed class RowScopeKindType() : CodeType<RowScopeKind>(
    "RowScopeKind",
    "By what the persons in reach are drawn. 可及人员范围的划定方式。",
    (RowScopeKind.Nothing, "Nobody. 无。"),
    (RowScopeKind.City, "The whole city. 全市。"),
    (RowScopeKind.ManagementUnit, "Persons whom a management unit works for. 管理单位所辖人员。"),
    (RowScopeKind.HukouDivision, "Persons registered in a county. 户籍在某县区的人员。"),
    (RowScopeKind.Self, "The person alone. 仅本人。"),
    (RowScopeKind.OwnNotices, "Persons whom the client itself reported. 本单位通报过的人员。"));

internal sealed class SharingClassType() : CodeType<SharingClass>(
    "SharingClass",
    "Whether an item is shared, and who decides (Decree 809). 共享类型（政务数据共享条例）。",
    (SharingClass.Unconditional, "To whoever asks, within one working day. 无条件共享。"),
    (SharingClass.Conditional, "By grant, answered within ten working days. 有条件共享。"),
    (SharingClass.NotShared, "Not outside the federation and the holder. 不予共享。"));

internal sealed class SensitivityType() : CodeType<Sensitivity>(
    "Sensitivity",
    "What kind of information an item adds to the fact that somebody holds a certificate. 数据项的敏感程度。",
    (Sensitivity.Personal, "Personal information. 个人信息。"),
    (Sensitivity.Sensitive, "Sensitive personal information. 敏感个人信息。"));
