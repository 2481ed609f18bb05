using Microsoft.EntityFrameworkCore;

namespace PledgeBot.Storage.Sqlite;

/// <summary>The records in SQLite; owns the migrations under <c>Migrations/Sqlite</c>.</summary>
internal sealed class SqlitePledgeBotDbContext(DbContextOptions<SqlitePledgeBotDbContext> options) : PledgeBotDbContext(options);
