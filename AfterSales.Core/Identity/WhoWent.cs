using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace AfterSales.Core.Identity;

/// <summary>Who makes a visit, as it is told: by the account's name; by the name kept on the case where nobody with an account made it.</summary>
internal static class WhoWent
{
    /// <summary>The name to tell; inside a query the database chooses it.</summary>
    public static string Name(string? userName, string name, string? kept) => userName == Person.NotOnFile ? kept ?? name : name;

    /// <summary>The account's name, else the name kept. Chosen here and not by the database, which would give the kept words out unmasked.</summary>
    public static string? Either(string? account, string? kept) => account ?? kept;

    /// <summary><see cref="Name"/> in SQL.</summary>
    public static void Map(ModelBuilder builder) => builder.HasDbFunction(((Func<string?, string, string?, string>)Name).Method).HasTranslation(told => Sql(told[0], told[1], told[2]));

    private static CaseExpression Sql(SqlExpression userName, SqlExpression name, SqlExpression kept) => new(
        [new(new SqlBinaryExpression(ExpressionType.Equal, userName, new SqlConstantExpression(Person.NotOnFile, userName.TypeMapping), typeof(bool), BoolTypeMapping.Default),
            new SqlFunctionExpression("COALESCE", [kept, name], nullable: true, [false, false], typeof(string), kept.TypeMapping))],
        name);
}
