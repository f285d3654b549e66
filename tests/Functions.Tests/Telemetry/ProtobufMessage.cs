using System.Buffers.Binary;
using System.Text;

namespace Interactions.Functions.Tests.Telemetry;

/// <summary>Reads the fields of a protobuf message, as far as those of OpenTelemetry need it.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Number, ulong Value, byte[]? Bytes)> _fields = [];

    public ProtobufMessage(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            var key = ReadNumber(ref data);
            var (number, kind) = ((int)(key >> 3), key & 7);
            switch (kind)
            {
                case 0:
                    _fields.Add((number, ReadNumber(ref data), null));
                    break;
                case 1:
                    _fields.Add((number, BinaryPrimitives.ReadUInt64LittleEndian(data), null));
                    data = data[8..];
                    break;
                case 2:
                    var length = (int)ReadNumber(ref data);
                    _fields.Add((number, 0, data[..length].ToArray()));
                    data = data[length..];
                    break;
                case 5:
                    _fields.Add((number, BinaryPrimitives.ReadUInt32LittleEndian(data), null));
                    data = data[4..];
                    break;
                default:
                    throw new InvalidDataException($"A field of kind {kind}.");
            }
        }
    }

    public IEnumerable<ProtobufMessage> All(int number) => _fields.Where(field => field.Number == number).Select(field => new ProtobufMessage(field.Bytes!));

    public ProtobufMessage? One(int number) => All(number).SingleOrDefault();

    public string Text(int number) => Bytes(number) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";

    public string Hex(int number) => Convert.ToHexStringLower(Bytes(number) ?? []);

    public ulong Number(int number) => _fields.FirstOrDefault(field => field.Number == number).Value;

    public double Fraction(int number) => BitConverter.UInt64BitsToDouble(Number(number));

    public bool Has(int number) => _fields.Any(field => field.Number == number);

    private byte[]? Bytes(int number) => _fields.FirstOrDefault(field => field.Number == number).Bytes;

    private static ulong ReadNumber(ref ReadOnlySpan<byte> data)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = data[0];
            data = data[1..];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
