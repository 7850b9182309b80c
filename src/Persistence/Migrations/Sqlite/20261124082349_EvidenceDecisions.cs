using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EvidenceDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "DecisionId",
                table: "StatusChanges",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "CorrectsId",
                table: "Evidence",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "End",
                table: "Evidence",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "EndReason",
                table: "Evidence",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EndedAt",
                table: "Evidence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Digest",
                table: "Cases",
                type: "TEXT",
                unicode: false,
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EscalatedAt",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FeedSequence",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReceiverId",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CaseId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EvidenceId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Effect = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    UnitCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 6, nullable: true),
                    Position = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SecondBy = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: true),
                    Reason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Decisions_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Decisions_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_CorrectsId",
                table: "Evidence",
                column: "CorrectsId",
                filter: "\"CorrectsId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_EvidenceId",
                table: "Cases",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ReceiverId_FeedSequence",
                table: "Cases",
                columns: new[] { "ReceiverId", "FeedSequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_CaseId",
                table: "Decisions",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_PersonId",
                table: "Decisions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_Position",
                table: "Decisions",
                column: "Position",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Evidence_CorrectsId",
                table: "Evidence");

            migrationBuilder.DropIndex(
                name: "IX_Cases_EvidenceId",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ReceiverId_FeedSequence",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "DecisionId",
                table: "StatusChanges");

            migrationBuilder.DropColumn(
                name: "CorrectsId",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "End",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "EndReason",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "EndedAt",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "Digest",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "EscalatedAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "FeedSequence",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "ReceiverId",
                table: "Cases");
        }
    }
}
