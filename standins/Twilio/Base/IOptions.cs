namespace Twilio.Base;

public interface IOptions<T>
    where T : Resource;
