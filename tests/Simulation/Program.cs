using Interactions.Simulation;
using Interactions.Simulation.Bites;
using Interactions.Simulation.Telling;

if (args is [Biting.Command, .. var names])
    return Biting.Run(names) ? 0 : 1;

if (!Wish.TryRead(args, out var wish))
{
    Console.Error.WriteLine(Wish.Usage);
    return 2;
}

return wish.Seed is { } seed ? OneSeed.Tell(seed, wish) : ManySeeds.Tell(wish);
