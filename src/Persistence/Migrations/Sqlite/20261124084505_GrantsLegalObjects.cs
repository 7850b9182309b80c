using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GrantsLegalObjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Basis",
                table: "Grants",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Method",
                table: "Grants",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ReplacesId",
                table: "Grants",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "RequestId",
                table: "Grants",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Scenario",
                table: "Grants",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SignedAt",
                table: "Grants",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StateReason",
                table: "Grants",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccessRequests",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Client = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ScopeKind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ScopeCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: true),
                    Items = table.Column<string>(type: "TEXT", unicode: false, maxLength: 4000, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Scenario = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Method = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsExtended = table.Column<bool>(type: "INTEGER", nullable: false),
                    ProvideBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GrantSignatures",
                columns: table => new
                {
                    GrantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Signer = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrantSignatures", x => new { x.GrantId, x.Signer });
                    table.ForeignKey(
                        name: "FK_GrantSignatures_Grants_GrantId",
                        column: x => x.GrantId,
                        principalTable: "Grants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessRequests_Client",
                table: "AccessRequests",
                column: "Client");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessRequests");

            migrationBuilder.DropTable(
                name: "GrantSignatures");

            migrationBuilder.DropColumn(
                name: "Basis",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "Method",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "ReplacesId",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "RequestId",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "Scenario",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "SignedAt",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "StateReason",
                table: "Grants");
        }
    }
}
