using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PledgeBot.Storage.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without a host. It opens no database.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqlitePledgeBotDbContext>
{
    /// <inheritdoc/>
    public SqlitePledgeBotDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePledgeBotDbContext>().UseSqlite().Options);
}
