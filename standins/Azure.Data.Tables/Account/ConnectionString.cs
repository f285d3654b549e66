namespace Azure.Data.Tables.Account;

/// <summary>The settings in a storage connection string: <c>Name=value;Name=value</c>.</summary>
internal static class ConnectionString
{
    public static Dictionary<string, string> Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        const StringSplitOptions Parts = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        foreach (var setting in connectionString.Split(';', Parts))
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);

            // The text itself stays out of the message: it may be half of a key.
            if (equals <= 0 || equals == setting.Length - 1)
                throw new InvalidOperationException("The connection string has a part that is not Name=value.");

            var name = setting[..equals].TrimEnd();
            if (!settings.TryAdd(name, setting[(equals + 1)..].TrimStart()))
                throw new InvalidOperationException($"The connection string names {name} twice.");
        }

        return settings;
    }
}
