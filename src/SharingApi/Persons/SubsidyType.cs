using Domain.Persons;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;

namespace SharingApi.Persons;

/// <summary>A subsidy that the person receives or received.</summary>
internal sealed class SubsidyType : RowType<Subsidy>, IStandsFor<Subsidy>
{
    private const string Reason = "the list of subsidies is guarded as a whole";

    public SubsidyType()
    {
        Name = "Subsidy";
        Description = "One of the two subsidies, as civil affairs reported it. 两项补贴之一（民政部门提供）。";

        Field("kind").Reads(s => s.Kind)
            .Description("Which of the two. 补贴种类。")
            .Open(Reason);
        Field("since").Reads(s => s.Since)
            .Description("First day. 起始日期。")
            .Open(Reason);
        Field("until").Reads(s => s.Until)
            .Description("Last day; null while it goes on. 截止日期；仍在发放时为 null。")
            .Open(Reason);
    }
}
