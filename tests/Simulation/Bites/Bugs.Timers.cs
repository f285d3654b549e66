namespace Interactions.Simulation.Bites;

internal static partial class Bugs
{
    private const string TimerRules = "src/Domain/Interactions/Lifecycle.Timers.cs";

    private static IEnumerable<Bug> OfTimers =>
    [
        new(
            "timer-without-state",
            "A wake has the next timer fire without looking whether it is due in the state that is there by then.",
            new Edit(TimerRules, "        return next?.Due <= draft.Now ? next.Kind : null;\n", "        return next?.Kind;\n")),
        new(
            "silence-though-answered",
            "The time in which an agent has to answer runs on after they have.",
            new Edit(
                "src/Domain/Timers/InteractionTimers.cs",
                """
                        if (unansweredSince is not { } since)
                            return [];
                """,
                """
                        var since = unansweredSince ?? active.Since;
                """),
            new Edit(TimerRules, "new AgentPrompted(interaction.UnansweredSince!.Value)", "new AgentPrompted(interaction.UnansweredSince ?? active.Since)")),
        new(
            "sweep-blind",
            "The sweep takes the time that it has for used up as soon as it begins.",
            new Edit("src/Functions/Sweep/Deadline.cs", "clock.GetElapsedTime(_began) > longest", "clock.GetElapsedTime(_began) < longest")),
    ];
}
