using Interactions.Simulation;
using Interactions.Simulation.Telling;

if (!Wish.TryRead(args, out var wish))
{
    Console.Error.WriteLine(Wish.Usage);
    return 2;
}

return wish.Seed is { } seed ? OneSeed.Tell(seed, wish) : ManySeeds.Tell(wish);
