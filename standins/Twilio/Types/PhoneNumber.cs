#nullable disable

namespace Twilio.Types;

public class PhoneNumber(string number)
{
    public override string ToString() => number;

    public static implicit operator PhoneNumber(string number) => new(number);
}
