type Point = readonly [at: number, value: number];

/** Samples are five minutes apart at most; where more is between them nobody looked, and nothing is known. */
export const GAP = 6 * 60_000;

/** What belongs together: points with a longer time between them are apart. */
export function runsOf<P extends Point>(points: readonly P[], gap = GAP): P[][] {
  const runs: P[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run === undefined || point[0] - run.at(-1)![0] > gap) runs.push([point]);
    else run.push(point);
  }
  return runs;
}
