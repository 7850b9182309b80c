using GraphQL.Types;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Persons.Checks;

/// <summary>Checks of an identity: the caller states, the register says yes or no.</summary>
internal sealed class CheckFields : IRootFields
{
    public void AddTo(RootTypes roots) =>
        roots.Query.Field<NonNullGraphType<CheckPersonResultType>>("checkPerson")
            .Description("Whether exactly one person in scope is all that is stated; 20 checks a day of one number. 核验所述信息是否与权限范围内唯一人员完全一致；同一号码每日限 20 次。")
            .Argument<NonNullGraphType<CheckPersonInputType>>(
                "input", "What is stated: one of the numbers and at least one other item. 所述信息：至少一个号码及一项其他信息。")
            .Open("each stated item must be clear, masked or match-only to the caller")
            .ReadBy(new CheckRoot());
}

internal sealed class CheckPersonInputType : InputObjectGraphType
{
    public CheckPersonInputType()
    {
        Name = "CheckPersonInput";
        Description = "What the caller states of a person; what is left out is not compared. 调用方所述的人员信息；未填写的不参与比对。";
        Field<StringGraphType>("name").Description("Name; folded before it is compared. 姓名；比对前作规范化处理。");
        Field<IdNumberType>("idNumber").Description("ID number. 公民身份号码。");
        Field<PartialDateType>("birthDate").Description("Date of birth, as exactly as the register has it. 出生日期，精度须与登记一致。");
        Field<SexType>("sex").Description("Sex. 性别。");
        Field<CertificateNumberType>("certificateNumber").Description("Number on the certificate. 残疾人证号。");
        Field<DisabilityCategoryType>("category").Description("Disability category. 残疾类别。");
        Field<IntGraphType>("level").Description("Disability level, 1 to 4. 残疾等级，1 至 4。");
        Field<StringGraphType>("hukouDivision").Description("Six-digit code of the registered division. 户籍地区划代码。");
        Field<StringGraphType>("hukouCommunity").Description("Twelve-digit code of the registered community. 户籍地村（社区）代码。");
    }
}

internal sealed class CheckPersonResultType : ObjectGraphType<CheckResult>
{
    public const string TypeName = "CheckPersonResult";

    public CheckPersonResultType()
    {
        Name = TypeName;
        Description = "What a check answers, and nothing more. 核验结果，除此之外不作说明。";
        Field<NonNullGraphType<CheckResultType>>("result")
            .Description("Yes or no; which part was wrong is never said. 是或否；不说明何项不符。")
            .Open("the answer is what a match-only item gives");
    }
}

internal sealed class CheckResultType() : CodeType<CheckResult>(
    "CheckResult",
    "Answer of a check. 核验结果。",
    (CheckResult.NoMatch, "Nobody in scope, or more than one, is all that was stated. 不一致。"),
    (CheckResult.Match, "Exactly one person in scope is all that was stated. 一致。"));
