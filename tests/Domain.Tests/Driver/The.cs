using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Driver;

/// <summary>Who and what the stories are about.</summary>
internal static class The
{
    public static readonly Address Customer = Address.Parse("+15550100001");
    public static readonly Address Company = Address.Parse("+15550100100");
    public static readonly Address CustomerInWhatsApp = Address.Parse("whatsapp:+15550100001");
    public static readonly Address CompanyInWhatsApp = Address.Parse("whatsapp:+15550100100");
    public static readonly Address OtherCompany = Address.Parse("+15550100101");
    public static readonly Address Partner = Address.Parse("+15550100002");
    public static readonly ProfileId Profile = ProfileId.Of(Customer);

    public static readonly LineId Line = LineId.Parse("main");
    public static readonly LineId OtherLine = LineId.Parse("second");
    public static readonly QueueId Support = QueueId.Parse("support");
    public static readonly QueueId Billing = QueueId.Parse("billing");

    /// <summary>Agent and colleague work in both queues, the stranger only in billing.</summary>
    public static readonly AgentId Agent = AgentId.Parse("agent-1");
    public static readonly AgentId Colleague = AgentId.Parse("agent-2");
    public static readonly AgentId Stranger = AgentId.Parse("agent-3");
    public static readonly Actor Supervisor = new(ActorKind.Supervisor, AgentId.Parse("supervisor-1"));

    public static readonly UserId User = UserId.Parse("user-1");
    public static readonly UserId OtherUser = UserId.Parse("user-2");

    /// <summary>When every story begins: a Monday morning.</summary>
    public static readonly DateTimeOffset Beginning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
}
