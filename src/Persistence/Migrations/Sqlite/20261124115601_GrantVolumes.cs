using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GrantVolumes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Access",
                table: "Grants",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "EmergencyHours",
                table: "Grants",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmergencyReason",
                table: "Grants",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PersonsPerDay",
                table: "Grants",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "GrantChanges",
                columns: table => new
                {
                    GrantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrantChanges", x => new { x.GrantId, x.Number });
                    table.ForeignKey(
                        name: "FK_GrantChanges_Grants_GrantId",
                        column: x => x.GrantId,
                        principalTable: "Grants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VolumePersons",
                columns: table => new
                {
                    GrantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VolumePersons", x => new { x.GrantId, x.Day, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "VolumeTallies",
                columns: table => new
                {
                    GrantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VolumeTallies", x => new { x.GrantId, x.Day });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GrantChanges");

            migrationBuilder.DropTable(
                name: "VolumePersons");

            migrationBuilder.DropTable(
                name: "VolumeTallies");

            migrationBuilder.DropColumn(
                name: "Access",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "EmergencyHours",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "EmergencyReason",
                table: "Grants");

            migrationBuilder.DropColumn(
                name: "PersonsPerDay",
                table: "Grants");
        }
    }
}
