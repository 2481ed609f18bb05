using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PledgeBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeepSecretBallotsApart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "receipt",
                table: "ballots",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "poll_keys",
                columns: table => new
                {
                    partnership_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    poll_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_poll_keys", x => new { x.partnership_id, x.poll_id });
                });

            migrationBuilder.CreateTable(
                name: "secret_answers",
                columns: table => new
                {
                    partnership_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    poll_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    manner = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secret_answers", x => new { x.partnership_id, x.poll_id, x.member_id });
                });

            migrationBuilder.CreateTable(
                name: "secret_ballots",
                columns: table => new
                {
                    partnership_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    poll_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tag = table.Column<byte[]>(type: "BLOB", nullable: false),
                    picks = table.Column<string>(type: "TEXT", nullable: false),
                    receipt = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secret_ballots", x => new { x.partnership_id, x.poll_id, x.tag });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "poll_keys");

            migrationBuilder.DropTable(
                name: "secret_answers");

            migrationBuilder.DropTable(
                name: "secret_ballots");

            migrationBuilder.DropColumn(
                name: "receipt",
                table: "ballots");
        }
    }
}
