using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PledgeBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeepDecisionDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "decision_documents",
                columns: table => new
                {
                    partnership_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    walk = table.Column<int>(type: "INTEGER", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    data = table.Column<byte[]>(type: "BLOB", nullable: false),
                    page = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_documents", x => new { x.partnership_id, x.year, x.number });
                });

            // A record of decision stands as it was made, whoever writes to the file.
            migrationBuilder.Sql(
                """
                CREATE TRIGGER decision_documents_stay_as_made BEFORE UPDATE ON decision_documents
                BEGIN SELECT RAISE(ABORT, 'A record of decision is not changed.'); END
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER decision_documents_stay BEFORE DELETE ON decision_documents
                BEGIN SELECT RAISE(ABORT, 'A record of decision is not removed.'); END
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decision_documents");
        }
    }
}
