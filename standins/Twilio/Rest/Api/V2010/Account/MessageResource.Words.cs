#nullable disable

using System.Text.Json.Serialization;
using Twilio.Converters;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

public partial class MessageResource
{
    [JsonConverter(typeof(StringEnumReader<StatusEnum>))]
    public sealed class StatusEnum : StringEnum
    {
        public static readonly StatusEnum Queued = new("queued");
        public static readonly StatusEnum Sending = new("sending");
        public static readonly StatusEnum Sent = new("sent");
        public static readonly StatusEnum Failed = new("failed");
        public static readonly StatusEnum Delivered = new("delivered");
        public static readonly StatusEnum Undelivered = new("undelivered");
        public static readonly StatusEnum Receiving = new("receiving");
        public static readonly StatusEnum Received = new("received");
        public static readonly StatusEnum Accepted = new("accepted");
        public static readonly StatusEnum Scheduled = new("scheduled");
        public static readonly StatusEnum Read = new("read");
        public static readonly StatusEnum PartiallyDelivered = new("partially_delivered");
        public static readonly StatusEnum Canceled = new("canceled");

        public StatusEnum()
        {
        }

        private StatusEnum(string value)
            : base(value)
        {
        }

        public static implicit operator StatusEnum(string value) => new(value);
    }

    [JsonConverter(typeof(StringEnumReader<DirectionEnum>))]
    public sealed class DirectionEnum : StringEnum
    {
        public static readonly DirectionEnum Inbound = new("inbound");
        public static readonly DirectionEnum OutboundApi = new("outbound-api");
        public static readonly DirectionEnum OutboundCall = new("outbound-call");
        public static readonly DirectionEnum OutboundReply = new("outbound-reply");

        public DirectionEnum()
        {
        }

        private DirectionEnum(string value)
            : base(value)
        {
        }

        public static implicit operator DirectionEnum(string value) => new(value);
    }

    public sealed class ContentRetentionEnum : StringEnum
    {
        public static readonly ContentRetentionEnum Retain = new("retain");
        public static readonly ContentRetentionEnum Discard = new("discard");

        public ContentRetentionEnum()
        {
        }

        private ContentRetentionEnum(string value)
            : base(value)
        {
        }

        public static implicit operator ContentRetentionEnum(string value) => new(value);
    }

    public sealed class AddressRetentionEnum : StringEnum
    {
        public static readonly AddressRetentionEnum Retain = new("retain");
        public static readonly AddressRetentionEnum Obfuscate = new("obfuscate");

        public AddressRetentionEnum()
        {
        }

        private AddressRetentionEnum(string value)
            : base(value)
        {
        }

        public static implicit operator AddressRetentionEnum(string value) => new(value);
    }

    public sealed class TrafficTypeEnum : StringEnum
    {
        public static readonly TrafficTypeEnum Free = new("free");

        public TrafficTypeEnum()
        {
        }

        private TrafficTypeEnum(string value)
            : base(value)
        {
        }

        public static implicit operator TrafficTypeEnum(string value) => new(value);
    }

    public sealed class ScheduleTypeEnum : StringEnum
    {
        public static readonly ScheduleTypeEnum Fixed = new("fixed");

        public ScheduleTypeEnum()
        {
        }

        private ScheduleTypeEnum(string value)
            : base(value)
        {
        }

        public static implicit operator ScheduleTypeEnum(string value) => new(value);
    }

    public sealed class RiskCheckEnum : StringEnum
    {
        public static readonly RiskCheckEnum Enable = new("enable");
        public static readonly RiskCheckEnum Disable = new("disable");

        public RiskCheckEnum()
        {
        }

        private RiskCheckEnum(string value)
            : base(value)
        {
        }

        public static implicit operator RiskCheckEnum(string value) => new(value);
    }
}
