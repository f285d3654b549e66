using System.Buffers;

namespace Interactions.Simulator.Messages;

/// <summary>Into how many texts a body is cut on its way.</summary>
internal static class Segments
{
    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    private static readonly SearchValues<char> Extended = SearchValues.Create("\f^{}\\[~]|€");

    public static int Of(string body)
    {
        var septets = 0;
        foreach (var character in body)
        {
            if (Basic.Contains(character))
                septets++;
            else if (Extended.Contains(character))
                septets += 2;
            else
                return Cut(body.Length, alone: 70, joined: 67);
        }

        return Cut(septets, alone: 160, joined: 153);
    }

    private static int Cut(int length, int alone, int joined) => length <= alone ? 1 : (length + joined - 1) / joined;
}
