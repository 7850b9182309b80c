using Domain.Access;
using Domain.StatusChanges;

namespace Domain.Delivery;

/// <summary>Which data item opens which type of status change (api.md 4): any one of them, clear.</summary>
public static class StatusChangeItems
{
    private static readonly CatalogueItem[] Life = [CatalogueItem.PersonLifeStatus];
    private static readonly CatalogueItem[] Certificate = [CatalogueItem.CertificateStatus];
    private static readonly CatalogueItem[] Relocation = [CatalogueItem.PersonRelocation];
    private static readonly CatalogueItem[] Identity = [CatalogueItem.PersonIdNumber, CatalogueItem.PersonName];

    /// <summary>Empty for what concerns the receiver itself and reaches every one.</summary>
    public static IReadOnlyList<CatalogueItem> Of(StatusChangeType type) => type switch
    {
        StatusChangeType.DeathReported or StatusChangeType.DeathConfirmed or StatusChangeType.DeathDeclared or
            StatusChangeType.DeathCorrected or StatusChangeType.DeathReversed => Life,
        StatusChangeType.CertificateFrozen or StatusChangeType.CertificateUnfrozen or
            StatusChangeType.CertificateCancelled or StatusChangeType.CertificateReinstated or
            StatusChangeType.CertificateReplaced or StatusChangeType.CertificateExpiring => Certificate,
        StatusChangeType.Relocated or StatusChangeType.TransferOpened or StatusChangeType.TransferAccepted or
            StatusChangeType.TransferRejected or StatusChangeType.TransferOverdue => Relocation,
        StatusChangeType.IdentityCorrected or StatusChangeType.PersonsMerged or StatusChangeType.PersonsSplit => Identity,
        StatusChangeType.GrantChanged or StatusChangeType.Withheld or StatusChangeType.Heartbeat => [],
    };

    /// <summary>The item that discloses the day of the change; null where the day is open.</summary>
    public static CatalogueItem? OfDay(StatusChangeType type) => Of(type) switch
    {
        [var item] when item == CatalogueItem.PersonLifeStatus => CatalogueItem.PersonDeathDate,
        [var item] when item == CatalogueItem.CertificateStatus => CatalogueItem.CertificateStatus,
        [var item] when item == CatalogueItem.PersonRelocation => CatalogueItem.PersonRelocation,
        _ => null,
    };
}
