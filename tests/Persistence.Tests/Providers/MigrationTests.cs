using Microsoft.EntityFrameworkCore;
using Persistence.Encryption;
using Persistence.Providers;

namespace Persistence.Tests.Providers;

public sealed class MigrationTests(RegisterFile store) : IClassFixture<RegisterFile>
{
    [Fact]
    public void The_model_has_no_change_that_no_migration_makes()
    {
        using var db = store.Open();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData("Persons", "IX_Persons_IdNumberIndex")]
    [InlineData("Persons", "IX_Persons_WeakIndex")]
    [InlineData("Persons", "IX_Persons_PhoneIndex")]
    [InlineData("Persons", "IX_Persons_ManagementUnitCode_MergedIntoId_Id")]
    [InlineData("Persons", "IX_Persons_ManagementUnitCode_CertificateStatus_MergedIntoId_Id")]
    [InlineData("Persons", "IX_Persons_ManagementUnitCode_LifeStatus_MergedIntoId_Id")]
    [InlineData("Persons", "IX_Persons_HukouDivisionCode_MergedIntoId_Id")]
    [InlineData("Persons", "IX_Persons_HukouDivisionCode_CertificateStatus_MergedIntoId_Id")]
    [InlineData("Persons", "IX_Persons_CertificateStatus_MergedIntoId_Id")]
    [InlineData("Persons", "IX_Persons_Name_Id")]
    [InlineData("Persons", "IX_Persons_BirthDate_Id")]
    [InlineData("FormerIdentities", "IX_FormerIdentities_IdNumberIndex")]
    [InlineData("ServiceNeeds", "IX_ServiceNeeds_PersonId_Year_Id")]
    [InlineData("Evidence", "IX_Evidence_Position")]
    public async Task A_query_path_has_its_index(string table, string index) =>
        Assert.Contains(index, await store.ReadAsync($"SELECT name FROM pragma_index_list('{table}')"));

    [Theory]
    [InlineData("\"ManagementUnitCode\" = '530102' AND \"MergedIntoId\" IS NULL ORDER BY \"Id\"", "IX_Persons_ManagementUnitCode_MergedIntoId_Id")]
    [InlineData("\"HukouDivisionCode\" = '530102' AND \"MergedIntoId\" IS NULL ORDER BY \"Id\"", "IX_Persons_HukouDivisionCode_MergedIntoId_Id")]
    [InlineData("\"TransferUnitCode\" = '530102'", "IX_Persons_TransferUnitCode")]
    [InlineData("\"ManagementUnitCode\" = '530102' AND \"CertificateStatus\" = 'ACTIVE' AND \"MergedIntoId\" IS NULL ORDER BY \"Id\"", "IX_Persons_ManagementUnitCode_CertificateStatus_MergedIntoId_Id")]
    public async Task A_page_is_read_in_the_order_of_its_index(string condition, string index)
    {
        await using var connection = await store.Provider.OpenAsync(store.ConnectionString, CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN SELECT \"Name\" FROM \"Persons\" WHERE {condition} LIMIT 51";
        await using var reader = await command.ExecuteReaderAsync();

        Assert.True(await reader.ReadAsync());
        Assert.Contains(index, reader.GetString(3), StringComparison.Ordinal);
        Assert.False(await reader.ReadAsync(), "The page is sorted after it was read.");
    }

    [Fact]
    public async Task The_migrated_store_keeps_no_trace_of_foreign_rows()
    {
        Assert.Empty(await store.ReadAsync("PRAGMA foreign_key_check"));
        Assert.Equal(["ok"], await store.ReadAsync("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_model_serves_only_the_cipher_that_it_was_built_with()
    {
        var other = new SharingDbContexts(store.Provider, store.ConnectionString, new FieldCipher(KeyRing.Fresh()));

        await using var ours = store.Open();
        await using var theirs = other.CreateDbContext();
        await using var oursAgain = store.Open();

        Assert.NotSame(ours.Model, theirs.Model);
        Assert.Same(ours.Model, oursAgain.Model);
    }
}
