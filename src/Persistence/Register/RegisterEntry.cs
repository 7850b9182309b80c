using Domain.Notices;
using Domain.Persons;
using Domain.ServiceNeeds;

namespace Persistence.Register;

/// <summary>One holder with all that the register is founded on.</summary>
/// <param name="Person">The holder, whose state equals the founding facts.</param>
/// <param name="Subsidies">What civil affairs pays or paid.</param>
/// <param name="ServiceNeeds">Two or three.</param>
/// <param name="Founding">The one piece of evidence that the state comes from.</param>
public sealed record RegisterEntry(
    Person Person,
    IReadOnlyList<Subsidy> Subsidies,
    IReadOnlyList<ServiceNeed> ServiceNeeds,
    Evidence Founding);
