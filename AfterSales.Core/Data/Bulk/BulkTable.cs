using System.Collections;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AfterSales.Core.Data.Bulk;

/// <summary>
/// How rows of one table are written, derived from the model: its columns, converters and the collections that hang on
/// it. A new property is written without anybody thinking of it here.
/// </summary>
internal sealed class BulkTable
{
    private readonly Lazy<Action<BulkSink, object, long>> emit;
    private readonly Action<object, long>? setId;
    private readonly Func<object, long>? id;

    public BulkTable(IEntityType entity)
    {
        Entity = entity;
        Name = entity.GetTableName()!;
        var properties = entity.GetFlattenedProperties().ToList();
        var store = StoreObjectIdentifier.Table(Name, entity.GetSchema());
        Columns = [.. properties.Select(p => p.GetColumnName(store)!)];
        emit = new(() => Emitter(entity, properties));
        Collections = [.. entity.GetNavigations().Where(n => n.IsCollection).Select(n => (Getter(n), n.TargetEntityType.ClrType))];
        if (entity.FindPrimaryKey() is { Properties: [{ PropertyInfo: { CanWrite: true } key } property] } && property.ValueGenerated == ValueGenerated.OnAdd && key.PropertyType == typeof(long))
        {
            var (row, value) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(long)));
            var member = Expression.Property(Expression.Convert(row, entity.ClrType), key);
            id = Expression.Lambda<Func<object, long>>(member, row).Compile();
            setId = Expression.Lambda<Action<object, long>>(Expression.Assign(member, value), row, value).Compile();
        }
    }

    public IEntityType Entity { get; }

    public string Name { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>True where the key is a counter of the table's own.</summary>
    public bool HasCounter => id is not null;

    /// <summary>The collections of a row, and what is in them.</summary>
    public IReadOnlyList<(Func<object, IEnumerable> Of, Type Item)> Collections { get; }

    /// <summary>The next key for rows that come without one.</summary>
    public long NextId { get; set; } = 1;

    /// <summary>The row's key, given now if it has none.</summary>
    public long Key(object row)
    {
        if (id is null)
        {
            return 0;
        }

        var known = id(row);
        if (known == 0)
        {
            setId!(row, known = NextId++);
        }

        return known;
    }

    /// <summary>Writes the row's cells; <paramref name="parent"/> is the key of the row in whose collection it is, or 0.</summary>
    public void Emit(BulkSink sink, object row, long parent) => emit.Value(sink, row, parent);

    private static Func<object, IEnumerable> Getter(INavigation navigation)
    {
        var row = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, IEnumerable>>(Expression.Property(Expression.Convert(row, navigation.DeclaringEntityType.ClrType), navigation.PropertyInfo!), row).Compile();
    }

    private static Action<BulkSink, object, long> Emitter(IEntityType entity, IReadOnlyList<IProperty> properties)
    {
        var (sink, row, parent) = (Expression.Parameter(typeof(BulkSink)), Expression.Parameter(typeof(object)), Expression.Parameter(typeof(long)));
        var typed = Expression.Variable(entity.ClrType);
        var owner = entity.GetForeignKeys().FirstOrDefault(k => k.PrincipalToDependent is { IsCollection: true })?.Properties[0];
        var steps = new List<Expression> { Expression.Assign(typed, Expression.Convert(row, entity.ClrType)) };
        foreach (var property in properties)
        {
            var cell = Cell(sink, typed, property);
            steps.Add(property != owner ? cell : Expression.IfThenElse(Expression.NotEqual(parent, Expression.Constant(0L)), Put(sink, parent), cell));
        }

        return Expression.Lambda<Action<BulkSink, object, long>>(Expression.Block([typed], steps), sink, row, parent).Compile();
    }

    private static Expression Cell(Expression sink, Expression row, IProperty property)
    {
        var value = Read(row, property);
        if (Nullable.GetUnderlyingType(value.Type) is not null)
        {
            return Expression.IfThenElse(Expression.Property(value, "HasValue"), Put(sink, Converted(Expression.Property(value, "Value"), property)), Nothing(sink));
        }

        return value.Type.IsValueType ? Put(sink, Converted(value, property))
            : Expression.IfThenElse(Expression.NotEqual(value, Expression.Constant(null, value.Type)), Put(sink, Converted(value, property)), Nothing(sink));
    }

    /// <summary>The property's value; one of a complex property through that property.</summary>
    private static MemberExpression Read(Expression row, IProperty property) =>
        property.DeclaringType is IComplexType complex
            ? Expression.Property(Expression.Property(row, complex.ComplexProperty.PropertyInfo!), property.PropertyInfo!)
            : Expression.Property(row, property.PropertyInfo!);

    private static Expression Converted(Expression value, IProperty property)
    {
        var converter = property.GetTypeMapping().Converter?.ConvertToProviderExpression;
        return converter is null ? value : Expression.Invoke(converter, value.Type == converter.Parameters[0].Type ? value : Expression.Convert(value, converter.Parameters[0].Type));
    }

    private static MethodCallExpression Nothing(Expression sink) => Expression.Call(sink, nameof(BulkSink.Null), null);

    private static MethodCallExpression Put(Expression sink, Expression value) =>
        Expression.Call(sink, typeof(BulkSink).GetMethod(nameof(BulkSink.Put), [value.Type])!, value);
}
