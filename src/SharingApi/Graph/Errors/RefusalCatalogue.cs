using System.Collections.Frozen;

namespace SharingApi.Graph.Errors;

/// <summary>One code that a client may meet, with what it means.</summary>
/// <param name="Code">Stable, never reused for another meaning.</param>
/// <param name="English">What it means and what to do.</param>
/// <param name="Chinese">The same in Chinese.</param>
internal sealed record CataloguedRefusal(string Code, string English, string Chinese)
{
    /// <summary>True where the message is a word of a protocol, which stays as it is in every language.</summary>
    public bool IsWord { get; init; }
}

/// <summary>Every code of <c>errors[].extensions.code</c>. The contract file <c>schema/refusals.md</c> is printed from it.</summary>
internal static class RefusalCatalogue
{
    public static readonly IReadOnlyList<CataloguedRefusal> All =
    [
        new("ACCESS_REQUEST_DECIDED", "The request has been decided already.", "该申请已办结。"),
        new("ACCESS_REQUEST_EXTENDED", "The time to reply is extended once only.", "答复期限只能延长一次。"),
        new("ACCESS_REQUEST_INCOMPLETE", "The request lacks something; all of it is told at once.", "申请缺项；缺项一次告知。"),
        new("ACCESS_REQUEST_OWN", "Nobody decides their own request.", "不得审批本人提出的申请。"),
        new("ACCESS_REQUEST_REASON", "A refusal and an extension need a reason.", "拒绝或延长须说明理由。"),
        new("ACCESS_REQUEST_UNKNOWN", "There is no such access request.", "没有该申请。"),
        new("AUTH_CLIENT_UNKNOWN", "The token is valid, but its client is not registered here.", "令牌有效，但该客户端未登记。"),
        new("AUTH_FILTER_NOT_AUTHORIZED", "Filters and sorts use an item that is not clear to the caller.", "筛选或排序使用了无权明文查看的数据项。"),
        new("AUTH_NOT_AUTHENTICATED", "Send a valid token.", "请提供有效的访问令牌。"),
        new("AUTH_NOT_AUTHORIZED", "The caller may not see this for the stated purpose.", "该用途下无权查看此项。"),
        new("AUTH_PURPOSE_NOT_GRANTED", "The caller has no grant for this purpose now.", "当前没有该用途的授权。"),
        new("AUTH_PURPOSE_REQUIRED", "Name one purpose in the header Sharing-Purpose.", "请在请求头 Sharing-Purpose 中注明一个用途。"),
        new("AUTH_PURPOSE_UNKNOWN", "The header Sharing-Purpose names no purpose that there is.", "请求头 Sharing-Purpose 中的用途不存在。"),
        new("CALENDAR_UNKNOWN_YEAR", "A deadline runs into a year whose holiday notice is not known yet.", "期限跨入尚无放假通知的年份。"),
        new("CASE_CLOSED", "The case was decided or settled before.", "该事项已办结。"),
        new("CASE_NOT_YOURS", "Somebody else decides this case: a transfer belongs to the receiving unit until it is raised to the city.", "该事项由其他单位办理；迁移事项在提请市级之前由接收单位办理。"),
        new("CASE_UNKNOWN", "There is no such case among those that the caller reads.", "可查阅范围内没有该事项。"),
        new("CHECK_INCOMPLETE", "A check needs a number and at least one other item.", "核验须提供号码及至少一项其他信息。"),
        new("CURSOR_INVALID", "The cursor was altered, or belongs to another caller or query.", "游标已被改动，或属于其他调用方或查询。"),
        new("DATA_ERROR_ITEM", "The item is none that the caller sees for this purpose.", "该数据项不存在，或该用途下不可见。"),
        new("DATA_ERROR_PERSON_UNKNOWN", "There is no such person among those whom the caller reaches.", "权限范围内没有该人员。"),
        new("DATA_ERROR_TEXT", "Reason and evidence have 1 to 500 characters each.", "理由与依据各须 1 至 500 字。"),
        new("DECISION_NOT_POSSIBLE", "This decision does not exist for a case of this kind.", "该类事项不能作此决定。"),
        new("DECISION_REASON_MISSING", "A decision states a reason of 1 to 500 characters.", "须说明理由，1 至 500 字。"),
        new("DOCUMENT_INVALID", "The document breaks a rule of the GraphQL specification; extensions.rule names it.", "查询文档违反 GraphQL 规范，规则编号见 extensions.rule。"),
        new("DOCUMENT_SYNTAX", "The document is not well-formed GraphQL.", "查询文档语法有误。"),
        new("GRANT_BREAK_GLASS", "A break-glass grant is for a department's system, for hours, of so many persons, from the second signature on.", "应急授权仅限部门系统、限时、限人数，自第二签字起生效。"),
        new("GRANT_CLIENT_UNKNOWN", "No client is registered under this name.", "该客户端未登记。"),
        new("GRANT_COMPOSITE", "An item would be more open than something that can be read off it.", "数据项的级别宽于可由其推知的数据项。"),
        new("GRANT_ENDED", "The grant would have ended already.", "该授权的期限已过。"),
        new("GRANT_ENDS_BEFORE_START", "The grant would end before it starts.", "失效日早于生效日。"),
        new("GRANT_ITEM_REPEATED", "An item is named twice.", "数据项重复。"),
        new("GRANT_ITEM_UNKNOWN", "The catalogue has no such item.", "目录中没有该数据项。"),
        new("GRANT_NOT_DRAFT", "Only a draft is signed or changed.", "仅草案可签字或修改。"),
        new("GRANT_NOT_IN_FORCE", "The grant has ended already, or is in that state.", "该授权已终止或已处于该状态。"),
        new("GRANT_NOT_SHARED", "The catalogue does not share this item, in no emergency either.", "该数据项不予共享，应急情况亦同。"),
        new("GRANT_OVERLAPS", "Another grant of this client and purpose holds at the same time.", "同一客户端同一用途已有同期授权。"),
        new("GRANT_PURPOSE_CLOSED", "The catalogue gives this client nothing for this purpose.", "目录未向该客户端开放此用途。"),
        new("GRANT_REPLACES_UNKNOWN", "The grant to be replaced is none in force of this client and purpose.", "被替代的授权无效。"),
        new("GRANT_REQUEST", "The access request is none of this client that was consented to.", "对应的申请不存在或未获同意。"),
        new("GRANT_SCOPE_PURPOSE", "A grant to read for LIFE_SYNC reaches own notices, and no other grant does.", "LIFE_SYNC 查阅授权仅限本单位通报的人员，其他授权不得使用该范围。"),
        new("GRANT_SCOPE_UNKNOWN", "There is no such county, division or unit.", "没有该县区或管理单位。"),
        new("GRANT_SCOPE_WIDENS", "The grant reaches more persons than the client is registered for.", "人员范围超出客户端登记范围。"),
        new("GRANT_TEXT", "Basis, scenario and reason have 1 to 500 characters.", "依据、场景及原因须为 1 至 500 字。"),
        new("GRANT_UNKNOWN", "There is no such grant.", "没有该授权。"),
        new("GRANT_VOLUME", "A daily limit is at least one person.", "每日人数限制至少为一人。"),
        new("GRANT_WIDENS", "An item is given more openly than the catalogue allows.", "数据项级别超出目录上限。"),
        new("IMPORT_HEADER", "The header of the file cannot be used (command import).", "文件表头不可用（import 命令）。"),
        new("INPUT_INVALID", "A value does not fit its type; extensions.finding says why where a rule was broken.", "输入值与类型不符；违反具体规则时见 extensions.finding。"),
        new("INTAKE_FILE_KIND", "A file of notices is named .ndjson or .csv (command intake).", "通报文件的扩展名须为 .ndjson 或 .csv（intake 命令）。"),
        new("INTAKE_HEADER", "The header of a CSV file cannot be used (command intake).", "CSV 文件的表头不可用（intake 命令）。"),
        new("INTERNAL_ERROR", "Something failed in the server; give extensions.id to its operators.", "服务器内部错误，请将 extensions.id 告知运维人员。"),
        new("LIMIT_ALIASES", "One field is selected too often in one place.", "同一处重复选择同一字段过多。"),
        new("LIMIT_BATCH", "A batch has too many members.", "批量请求成员过多。"),
        new("LIMIT_BODY_SIZE", "The request body is too large.", "请求体过大。"),
        new("LIMIT_BODY_TIME", "The request body did not arrive in time.", "请求体未能及时送达。"),
        new("LIMIT_BULK", "This grant is for one person at a time.", "该授权仅限逐人查询。"),
        new("LIMIT_CHECKS", "Today's number of checks is used up.", "当日核验次数已用完。"),
        new("LIMIT_COST", "The request asks for too many fields on too many rows.", "请求的行数与字段过多。"),
        new("LIMIT_DIRECTIVES", "The document has too many directives.", "查询文档指令过多。"),
        new("LIMIT_EXECUTION", "The operation took too long: take simpler filters, smaller pages or fewer fields.", "执行超时，请简化筛选、减小分页或减少字段。"),
        new("LIMIT_EXPANDED_FIELDS", "With fragments expanded the document has too many fields.", "展开片段后字段过多。"),
        new("LIMIT_FIELDS", "One selection set has too many fields.", "单个选择集字段过多。"),
        new("LIMIT_LINE", "A line of the document is too long: break it, or send values as variables.", "查询文档单行过长，请换行或以变量传值。"),
        new("LIMIT_LIST_SIZE", "A list of values is too long.", "取值列表过长。"),
        new("LIMIT_MESSAGE_IDS", "A request asks for 1 to 1,000 message ids.", "每次查询 1 至 1000 个消息编号。"),
        new("LIMIT_NOTICES", "A batch has 1 to 1,000 notices.", "每批 1 至 1000 条通报。"),
        new("LIMIT_PAGE_SIZE", "A page holds 1 to 200 entries.", "每页 1 至 200 条。"),
        new("LIMIT_PERSONS", "This grant may not disclose so many persons today.", "该授权当日可披露人数不足。"),
        new("LIMIT_RESPONSE_SIZE", "The response would be too large: ask for fewer rows or fields.", "响应过大，请减少行数或字段。"),
        new("LIMIT_SELECTION_DEPTH", "The selections are nested too deeply.", "选择集嵌套过深。"),
        new("LIMIT_SOCKET_OPERATIONS", "One socket has too many operations at a time.", "同一连接上的并行操作过多。"),
        new("LIMIT_TEXT_LENGTH", "A text is too long.", "文本过长。"),
        new("LIMIT_TOKENS", "The document has too many tokens.", "查询文档词元过多。"),
        new("LIMIT_VALUES", "The variables hold too many values: send several requests.", "变量取值过多，请分多次请求。"),
        new("LIMIT_VALUE_DEPTH", "A value is nested too deeply.", "输入值嵌套过深。"),
        new("MERGE_NOT_POSSIBLE", "Name one of the persons of the case as the one who is kept; just one other must be left, into whom nobody was merged.", "请指定保留的人员；除其之外须仅有一人，且无人已并入该人。"),
        new("OPERATION_UNKNOWN", "The document has no such operation, or has several and none is named.", "文档中没有该操作，或有多个操作而未指明。"),
        new("PERSISTED_QUERY_HASH_DIFFERS", "The hash is not the lower-case SHA-256 of the text beside it.", "哈希值与所附文本的小写 SHA-256 不符。"),
        new("PERSISTED_QUERY_NOT_FOUND", "No document is stored under this hash for the caller: send the text with it. The message is always `PersistedQueryNotFound`.", "该哈希值没有已存文档，请连同文本一并发送。message 恒为 `PersistedQueryNotFound`。") { IsWord = true },
        new("PERSON_AMBIGUOUS", "Several persons share this number.", "多人使用同一号码。"),
        new("REQUEST_BATCH_UNSUPPORTED", "A batch is one array, of requests or of variables, sent by POST and answered as JSON.", "批量请求须为单一数组（请求或变量），以 POST 发送并以 JSON 应答。"),
        new("REQUEST_INVALID", "The request is not a GraphQL request in JSON.", "请求不是有效的 JSON 格式 GraphQL 请求。"),
        new("REQUEST_MEDIA_TYPE", "Send application/json in UTF-8, uncompressed.", "请以未压缩的 UTF-8 application/json 发送。"),
        new("REQUEST_METHOD", "Send this operation by POST.", "该操作须以 POST 发送。"),
        new("REQUEST_NOT_ACCEPTABLE", "Accept application/graphql-response+json, application/json or text/event-stream.", "请接受 application/graphql-response+json、application/json 或 text/event-stream。"),
        new("REQUEST_STREAM_NEEDED", "A subscription needs a streaming transport.", "订阅须使用流式传输方式。"),
        new("REVERSAL_NOT_POSSIBLE", "There is no death that two signers can take back.", "没有可由双签字撤销的死亡。"),
        new("SIGN_OFF_DIGEST_DIFFERS", "This is not the digest that waits for a signature.", "与待签字的摘要不符。"),
        new("SIGN_OFF_NOTHING", "Nothing waits for a second signature.", "没有待第二人签字的决定。"),
        new("SIGN_OFF_OWN", "Nobody signs a grant to themselves.", "不得为本人签署授权。"),
        new("SIGN_OFF_SAME_OFFICE", "The second signature must come from another office.", "第二签字人须来自另一处室。"),
        new("SIGN_OFF_SAME_SIGNER", "The second signer must be somebody else, who holds another office.", "第二签字人须为不同人员、不同职务。"),
        new("SIGN_OFF_VOIDED", "What was signed first has changed since: the first signature is void.", "首签内容已变更，首签作废。"),
        new("SPLIT_NOT_POSSIBLE", "Name the person who was merged by mistake into the person of the case.", "请指定被误并入该事项人员的人员。"),
    ];

    private static readonly FrozenDictionary<string, string> Chinese =
        All.Where(refusal => !refusal.IsWord).ToFrozenDictionary(refusal => refusal.Code, refusal => refusal.Chinese, StringComparer.Ordinal);

    /// <summary>The Chinese sentence of a code; null for a code that is not catalogued, or whose message is a word.</summary>
    public static string? InChinese(string code) => Chinese.GetValueOrDefault(code);

    /// <summary>The catalogue as the contract file prints it.</summary>
    public static string Print() => string.Concat(
    [
        "# Refusals\n\nEvery code of `errors[].extensions.code`. 全部错误代码。\n\n| code | meaning | 含义 |\n|---|---|---|\n",
        .. All.Select(refusal => $"| `{refusal.Code}` | {refusal.English} | {refusal.Chinese} |\n"),
    ]);
}
