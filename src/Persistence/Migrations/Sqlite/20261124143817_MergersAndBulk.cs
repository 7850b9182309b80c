using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MergersAndBulk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Persons_CertificateStatus_Id",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_HukouDivisionCode_CertificateStatus_Id",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_HukouDivisionCode_Id",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_ManagementUnitCode_CertificateStatus_Id",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_ManagementUnitCode_Id",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_ManagementUnitCode_LifeStatus_Id",
                table: "Persons");

            migrationBuilder.AddColumn<byte[]>(
                name: "MergedFromId",
                table: "ServiceNeeds",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsBulk",
                table: "Receipts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "MergedIntoId",
                table: "Persons",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsBulk",
                table: "Inbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "MergedFromId",
                table: "Evidence",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "MergedFromId",
                table: "Decisions",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "OtherPersonId",
                table: "Decisions",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_ServiceNeeds_MergedFromId",
                table: "ServiceNeeds",
                column: "MergedFromId",
                filter: "\"MergedFromId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_CertificateStatus_MergedIntoId_Id",
                table: "Persons",
                columns: new[] { "CertificateStatus", "MergedIntoId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_HukouDivisionCode_CertificateStatus_MergedIntoId_Id",
                table: "Persons",
                columns: new[] { "HukouDivisionCode", "CertificateStatus", "MergedIntoId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_HukouDivisionCode_MergedIntoId_Id",
                table: "Persons",
                columns: new[] { "HukouDivisionCode", "MergedIntoId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_ManagementUnitCode_CertificateStatus_MergedIntoId_Id",
                table: "Persons",
                columns: new[] { "ManagementUnitCode", "CertificateStatus", "MergedIntoId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_ManagementUnitCode_LifeStatus_MergedIntoId_Id",
                table: "Persons",
                columns: new[] { "ManagementUnitCode", "LifeStatus", "MergedIntoId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_ManagementUnitCode_MergedIntoId_Id",
                table: "Persons",
                columns: new[] { "ManagementUnitCode", "MergedIntoId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_MergedIntoId",
                table: "Persons",
                column: "MergedIntoId",
                filter: "\"MergedIntoId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_IsBulk_Id",
                table: "Inbox",
                columns: new[] { "IsBulk", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_MergedFromId",
                table: "Evidence",
                column: "MergedFromId",
                filter: "\"MergedFromId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_MergedFromId",
                table: "Decisions",
                column: "MergedFromId",
                filter: "\"MergedFromId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_OtherPersonId",
                table: "Decisions",
                column: "OtherPersonId",
                filter: "\"OtherPersonId\" IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_Decisions_Persons_OtherPersonId",
                table: "Decisions",
                column: "OtherPersonId",
                principalTable: "Persons",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Decisions_Persons_OtherPersonId",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_ServiceNeeds_MergedFromId",
                table: "ServiceNeeds");

            migrationBuilder.DropIndex(
                name: "IX_Persons_CertificateStatus_MergedIntoId_Id",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_HukouDivisionCode_CertificateStatus_MergedIntoId_Id",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_HukouDivisionCode_MergedIntoId_Id",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_ManagementUnitCode_CertificateStatus_MergedIntoId_Id",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_ManagementUnitCode_LifeStatus_MergedIntoId_Id",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_ManagementUnitCode_MergedIntoId_Id",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_MergedIntoId",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Inbox_IsBulk_Id",
                table: "Inbox");

            migrationBuilder.DropIndex(
                name: "IX_Evidence_MergedFromId",
                table: "Evidence");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_MergedFromId",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_OtherPersonId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "MergedFromId",
                table: "ServiceNeeds");

            migrationBuilder.DropColumn(
                name: "IsBulk",
                table: "Receipts");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "IsBulk",
                table: "Inbox");

            migrationBuilder.DropColumn(
                name: "MergedFromId",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "MergedFromId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "OtherPersonId",
                table: "Decisions");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_CertificateStatus_Id",
                table: "Persons",
                columns: new[] { "CertificateStatus", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_HukouDivisionCode_CertificateStatus_Id",
                table: "Persons",
                columns: new[] { "HukouDivisionCode", "CertificateStatus", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_HukouDivisionCode_Id",
                table: "Persons",
                columns: new[] { "HukouDivisionCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_ManagementUnitCode_CertificateStatus_Id",
                table: "Persons",
                columns: new[] { "ManagementUnitCode", "CertificateStatus", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_ManagementUnitCode_Id",
                table: "Persons",
                columns: new[] { "ManagementUnitCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_ManagementUnitCode_LifeStatus_Id",
                table: "Persons",
                columns: new[] { "ManagementUnitCode", "LifeStatus", "Id" });
        }
    }
}
