using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PledgeBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RecordVotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "manner",
                table: "ballots",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "recorded_by",
                table: "ballots",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "manner",
                table: "ballots");

            migrationBuilder.DropColumn(
                name: "recorded_by",
                table: "ballots");
        }
    }
}
