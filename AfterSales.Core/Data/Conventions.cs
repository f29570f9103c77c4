using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AfterSales.Core.Data;

/// <summary>
/// What holds for every table on both databases: instants are UTC milliseconds and durations are milliseconds, both as
/// integers that SQL can compare; versions are the concurrency token.
/// </summary>
public static class Conventions
{
    /// <summary>Types and their columns.</summary>
    public static void Configure(ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        builder.Properties<TimeSpan>().HaveConversion<DurationConverter>();
    }

    /// <summary>Concurrency tokens.</summary>
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IVersioned))))
        {
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
        }
    }

    /// <summary>A list or record kept as JSON text, compared by that text.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) where T : class =>
        property.HasConversion(
            v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default),
            s => JsonSerializer.Deserialize<T>(s, JsonSerializerOptions.Default)!,
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, JsonSerializerOptions.Default) == JsonSerializer.Serialize(b, JsonSerializerOptions.Default),
                v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default).GetHashCode(StringComparison.Ordinal),
                v => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(v, JsonSerializerOptions.Default), JsonSerializerOptions.Default)!));

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        v => v.ToUnixTimeMilliseconds(), v => DateTimeOffset.FromUnixTimeMilliseconds(v));

    private sealed class DurationConverter() : ValueConverter<TimeSpan, long>(
        v => (long)v.TotalMilliseconds, v => TimeSpan.FromMilliseconds(v));
}
