using Domain.Persons;
using Domain.Places;
using Domain.Shared;

namespace Domain.Register;

/// <summary>The holders of a register as they are read one after the other: what a line contradicts in those before it.</summary>
public sealed class HolderList
{
    private const int DivisionLength = 6;

    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<(string Number, string Name)> _persons = [];
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    /// <summary>Holders taken so far.</summary>
    public int Count { get; private set; }

    /// <summary>Every community that a line has named, in the order of their codes.</summary>
    public IReadOnlyList<Community> Communities =>
    [
        .. _places.OrderBy(place => place.Key, StringComparer.Ordinal).Select(place => new Community
        {
            Code = place.Key,
            Name = place.Value.Name ?? place.Key,
            TownName = place.Value.Town ?? "",
            DivisionCode = place.Key[..DivisionLength],
            ManagementUnitCode = place.Value.Unit ?? place.Key[..DivisionLength],
        }),
    ];

    /// <summary>Takes a holder, unless an earlier line speaks against it.</summary>
    /// <returns>An error where it was not taken; 重号 is a matter for review, and both are taken (domain 3.1).</returns>
    public IReadOnlyList<Finding> Take(Holder holder)
    {
        var person = (holder.IdNumber.Value, PersonName.Fold(holder.Name));
        if (_persons.Contains(person))
        {
            return [RegisterFindings.PersonTwice.On("idNumber")];
        }

        var unit = holder.Founding.ManagementUnitCode;
        if (_places.TryGetValue(holder.Founding.CommunityCode, out var place) && place.Unit is { } known && known != unit)
        {
            return [RegisterFindings.UnitDiffers.On("managementUnit")];
        }

        Count++;
        _persons.Add(person);
        _places[holder.Founding.CommunityCode] =
            new(unit, place.Name ?? holder.CommunityName, place.Town ?? holder.TownName);
        Name(holder.Founding.HukouCommunityCode);
        Name(holder.ResidenceCommunityCode);
        return _numbers.Add(holder.IdNumber.Value) ? [] : [RegisterFindings.IdDuplicate.On("idNumber")];
    }

    /// <summary>A community where nobody of the list is worked for, so far: its county's own unit, unless a line says otherwise.</summary>
    private void Name(string? community)
    {
        if (community is not null)
        {
            _places.TryAdd(community, default);
        }
    }

    private readonly record struct Place(string? Unit, string? Name, string? Town);
}
