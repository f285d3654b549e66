using Interactions.Functions.Contract;

// What the pages are typed with: exactly what the app of this build answers with. Where that is what it was, nothing is bundled anew.
var contract = OpenApiDocument.Instance.Utf8;
if (!File.Exists(args[0]) || !(await File.ReadAllBytesAsync(args[0])).AsSpan().SequenceEqual(contract))
    await File.WriteAllBytesAsync(args[0], contract);
