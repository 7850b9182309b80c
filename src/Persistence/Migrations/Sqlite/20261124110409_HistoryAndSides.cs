using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HistoryAndSides : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Corrects",
                table: "Receipts",
                type: "BLOB",
                maxLength: 18,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Withdraws",
                table: "Receipts",
                type: "BLOB",
                maxLength: 18,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Recorded",
                table: "Persons",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ResidenceIsHere",
                table: "Persons",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "SecondOffice",
                table: "Decisions",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Item",
                table: "Cases",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReportedBy",
                table: "Cases",
                type: "TEXT",
                unicode: false,
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Statement",
                table: "Cases",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CaseEvidence",
                columns: table => new
                {
                    CaseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EvidenceId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseEvidence", x => new { x.CaseId, x.EvidenceId });
                    table.ForeignKey(
                        name: "FK_CaseEvidence_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CaseEvidence_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "History",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    OccurredOn = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    EvidenceId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DecisionId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Changed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ReversedById = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => x.Position);
                    table.ForeignKey(
                        name: "FK_History_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_History_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // What opened a case stands among its evidence, also in cases that were opened before there was a list of it.
            migrationBuilder.Sql(
                "INSERT INTO \"CaseEvidence\" (\"CaseId\", \"EvidenceId\") " +
                "SELECT \"Id\", \"EvidenceId\" FROM \"Cases\" WHERE \"EvidenceId\" IN (SELECT \"Id\" FROM \"Evidence\")");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_Corrects",
                table: "Receipts",
                column: "Corrects",
                filter: "\"Corrects\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_Withdraws",
                table: "Receipts",
                column: "Withdraws",
                filter: "\"Withdraws\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseEvidence_EvidenceId",
                table: "CaseEvidence",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_History_EvidenceId",
                table: "History",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_History_PersonId_Position",
                table: "History",
                columns: new[] { "PersonId", "Position" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseEvidence");

            migrationBuilder.DropTable(
                name: "History");

            migrationBuilder.DropIndex(
                name: "IX_Receipts_Corrects",
                table: "Receipts");

            migrationBuilder.DropIndex(
                name: "IX_Receipts_Withdraws",
                table: "Receipts");

            migrationBuilder.DropColumn(
                name: "Corrects",
                table: "Receipts");

            migrationBuilder.DropColumn(
                name: "Withdraws",
                table: "Receipts");

            migrationBuilder.DropColumn(
                name: "Recorded",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "ResidenceIsHere",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "SecondOffice",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Item",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "ReportedBy",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Statement",
                table: "Cases");
        }
    }
}
